import type { Said } from './said.ts';

/** What of a case a search means; document and form are told with the number or the field, the others never with what stands there. */
export const foundByTitles = {
  caseNo: { zh: '办件编号', en: 'Case number' },
  document: { zh: '文书编号', en: 'Document number' },
  applicantName: { zh: '申请人', en: 'Applicant' },
  applicantIdNo: { zh: '申请人证件号码', en: 'ID number of the applicant' },
  applicantPhone: { zh: '申请人电话', en: 'Phone of the applicant' },
  agentName: { zh: '委托代理人', en: 'Agent' },
  agentIdNo: { zh: '委托代理人证件号码', en: 'ID number of the agent' },
  agentPhone: { zh: '委托代理人电话', en: 'Phone of the agent' },
  contactName: { zh: '联系人', en: 'Contact' },
  contactIdNo: { zh: '联系人证件号码', en: 'ID number of the contact' },
  contactPhone: { zh: '联系电话', en: 'Phone of the contact' },
  form: { zh: '申报表单', en: 'Form' },
} as const satisfies Readonly<Record<string, Said>>;

/** One thing of a case that a search means. */
export interface FoundBy {
  readonly by: keyof typeof foundByTitles;
  readonly detail: string | null;
}
