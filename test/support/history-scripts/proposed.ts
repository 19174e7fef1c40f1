import { digestOf } from '../driven-case.ts';
import { words } from './script.ts';
import type { Script } from './script.ts';

/** A refusal of acceptance is laid before the lead, returned, laid before the lead again and given. */
export const proposed: Script = async (_, it) => {
  const competentAgency = digestOf('agency');
  const proposal = { type: 'proposeRefusal', stepId: 'intake', competentAgency, reason: words.reason } as const;
  await it.must('windowClerk', proposal);
  await it.must('windowLead', { type: 'returnProposal', stepId: 'intake', reason: words.note });
  await it.must('windowClerk', proposal);
  await it.must('windowLead', {
    type: 'refuseAcceptance',
    stepId: 'intake',
    competentAgency,
    reasons: words.reason,
    remedy: words.note,
    documentNo: '不受1',
  });
};
