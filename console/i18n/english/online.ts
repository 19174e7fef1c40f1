import type { English } from '../words.ts';
import type { onlineArea } from '../online.ts';

export const online = {
  title: 'File online: {{item}}',
  steps: 'Steps of filing',
  notice: 'Before you begin',
  applicant: 'Applicant',
  form: 'Form',
  materials: 'Materials',
  review: 'Check and submit',
  noticeFirst:
    'No account is needed. What you type is saved by itself; leave at any time and come back by the link of the draft, which is kept for 30 days.',
  noticeIdentity:
    'Filing online does not verify who you are: afterwards the applicant or agent is asked to do so at the window, and nothing is accepted before.',
  noticeLaw:
    'You are told whether the application is accepted within {{limit}}. Where materials are missing, the window tells you all of it once.',
  noticeTruth: 'The applicant answers for the truth of what is typed and uploaded.',
  begin: 'Begin',
  seeGuide: 'See the guide',
  link: 'Link of the draft',
  linkText:
    'Whoever has this link can read and change the draft. Send it to nobody but yourself, and do not keep it on a shared computer.',
  copy: 'Copy the link',
  copied: 'Copied',
  save: 'Save',
  savedAt: 'Saved at {{time}}, kept until {{day}}',
  unsaved: 'Not saved yet',
  next: 'Next',
  back: 'Back',
  drop: 'Delete the draft',
  dropSure: 'Delete the draft and its files? This cannot be undone.',
  outdated:
    'The form or the list of materials of this item has changed. Please check each step; once it is saved it can be submitted.',
  hasAgent: 'An agent acts for the applicant',
  agent: 'Agent',
  contact: 'Contact and delivery',
  eDeliveryText: 'Electronic delivery agreed to: decisions and other papers may be delivered electronically',
  choose: 'Please choose',
  optional: ' (optional)',
  reuse:
    'I agree that the agency uses files that I supplied before and certificates that it issued to me (the window does so once my identity is verified)',
  addFile: 'Choose files for {{material}}',
  remove: 'Delete',
  removeOf: 'Delete {{name}}',
  fileNote:
    'PDF, pictures, Word, Excel, PowerPoint and OFD, each up to {{size}}. After a cut, choose the same file again: it goes on where it stopped.',
  noFile: 'Nothing uploaded yet',
  empty: 'not filled in',
  mistakes: 'Still to be filled in or corrected:',
  missing: 'These necessary materials are missing. You may submit: the window tells you once what is to be supplied:',
  submit: 'Submit',
  submitNote: 'Nothing can be changed afterwards; to withdraw, ask the window.',
  filed: 'Submitted',
  filedText: 'Your application was received. Note the case number and the query code, or keep a picture of this page.',
  filedBefore: 'This draft was submitted.',
  showReceipt: 'Show the receipt',
  caseNo: 'Case number',
  queryCode: 'Query code',
  codeGone: 'The query code is shown within an hour of submitting; afterwards the window issues another one.',
  received: 'Day of receipt',
  countsFrom: 'Submitted after office hours: it counts from {{day}}',
  toldBy: 'You are told by',
  filesIn: 'Materials submitted',
  filesMissing: 'Necessary materials still missing',
  identity:
    'Please let the window verify your identity with your document (or as it tells you): nothing is accepted before.',
  withdraw:
    'Until there is a decision you can ask to withdraw the application on this page, below “See documents, send materials”: the window makes sure that it is you. Files that the window has not taken you can withdraw yourself.',
  openProgress: 'See the progress',
  scan: 'Scan it to see the progress. It contains the query code: give it to nobody.',
  print: 'Print the receipt',
} satisfies English<typeof onlineArea>;
