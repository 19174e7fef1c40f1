import type { English } from '../words.ts';
import type { passingArea } from '../passing.ts';

export const passing = {
  atWindow: 'The materials are at the window: the department answers, pass them on',
  due: 'To be passed on by {{day}}; late passing is the window’s',
  passed: 'Passed to the department by {{by}} on {{day}}, to be signed for by {{who}}',
  returnBy:
    'What does not agree with the list goes back by {{day}}; it counts as not passed on, and the days are the window’s.',
  returnOver:
    'The time to return them ({{day}}) is over: please sign for them now. The days since they were passed on are the department’s.',
  returned:
    'What {{by}} passed on to {{who}} on {{day}} came back and counts as not passed on: compare the list and pass it on again',
  sheet: 'Print the list of materials',
  originals: 'originals: {{count}}',
  copies: 'copies: {{count}}',
  reason: 'Reason: {{reason}}',
  asFile: 'as a file',
  originalsField: 'Originals',
  copiesField: 'Copies',
  listHint: 'Compare the counts one by one; what is not on paper has no originals and no copies, and counts as a file.',
} as const satisfies English<typeof passingArea>;
