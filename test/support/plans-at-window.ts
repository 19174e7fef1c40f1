import { applicantActor } from '../../domain/people/applicant.ts';
import type { Actor } from '../../domain/people/roles.ts';
import { act, pass } from './plan-turns.ts';
import type { Turn } from './plan-turns.ts';
import { day, person } from './scene.ts';

const plan = { kind: 'material', id: 'plan' } as const;
const use = { kind: 'field', id: 'use' } as const;
const twoThings = {
  asked: [
    { ...plan, defect: 'missing' },
    { ...use, defect: 'wrong' },
  ],
  mends: ['w', 'w'],
} as const;
const stillWrong = { asked: [{ ...plan, defect: 'wrong' }], mends: ['w'] } as const;
/** Whose act the end of an unsupplied application is depends on what the item cites. */
const bothAtWindow: Actor = { id: 'both', posts: [...person('windowClerk').posts, ...person('windowLead').posts] };

/** Lives before and at acceptance that count on nothing but the steps of the test flow. */
export const plansAtWindow = {
  /** Answered on paper in time, and entered after the limit had passed in silence. */
  onPaper: [
    pass('2026-03-05'),
    act('2026-03-09', 'windowClerk', 'checkIn', 'intake'),
    act('2026-03-09', 'windowClerk', 'accept', 'acceptance'),
    pass('2026-05-20'),
  ],
  refusedOnPaper: [pass('2026-03-05'), act('2026-03-09', 'windowLead', 'refuseAcceptance', 'intake')],
  /** Filed online by somebody whom the window verifies before it accepts. */
  verified: [
    act('2026-03-03', 'windowClerk', 'checkIn', 'intake'),
    act('2026-03-03', 'windowClerk', 'verifyIdentity'),
    act('2026-03-03', 'windowClerk', 'accept', 'acceptance'),
    pass('2026-05-20'),
  ],
  /** Passed on, returned because of the list, passed on again, signed for and accepted by the department. */
  passedOn: [
    act('2026-03-02', 'windowClerk', 'checkIn', 'intake'),
    act('2026-03-02', 'windowClerk', 'passToDepartment', 'passing'),
    act('2026-03-03', 'caseOfficer', 'returnToWindow', 'passing'),
    act('2026-03-03', 'windowClerk', 'passToDepartment', 'passing'),
    act('2026-03-04', 'caseOfficer', 'signForMaterials', 'passing'),
    act('2026-03-04', 'caseOfficer', 'accept', 'acceptance'),
    pass('2026-05-20'),
  ],
  /** The window keeps the materials until the time to answer has passed in silence. */
  neverPassed: [
    { ...pass('2026-03-05'), time: '00:20' },
    act('2026-03-06', 'windowClerk', 'checkIn', 'intake', { received: [] }),
    act('2026-03-06', 'windowClerk', 'passToDepartment', 'passing'),
    act('2026-03-09', 'caseOfficer', 'signForMaterials', 'passing'),
    act('2026-03-09', 'caseOfficer', 'accept', 'acceptance'),
    pass('2026-05-20'),
  ],
  /** A refusal is proposed and returned, proposed again and given. */
  proposed: [
    act('2026-03-03', 'windowClerk', 'proposeRefusal', 'intake'),
    act('2026-03-04', 'windowLead', 'returnProposal', 'intake'),
    act('2026-03-04', 'windowClerk', 'proposeRefusal', 'intake'),
    act('2026-03-04', 'windowLead', 'refuseAcceptance', 'intake'),
  ],
  /** A paper that was let in to come later comes before the decision. */
  deferred: [
    act('2026-03-03', 'windowClerk', 'checkIn', 'intake', { received: ['plan'] }),
    act('2026-03-03', 'windowClerk', 'deferMaterials', 'acceptance'),
    act('2026-03-03', 'windowClerk', 'accept', 'acceptance'),
    act('2026-03-04', 'caseOfficer', 'finishReview', 'review', { outcome: 'plain' }),
    act('2026-03-05', 'windowClerk', 'receiveMaterials'),
    act('2026-03-05', 'approver', 'makeDecision', 'decision', { outcome: 'grant' }),
  ],
  /** A paper that was let in to come later never comes. */
  neverCame: [
    act('2026-03-03', 'windowClerk', 'deferMaterials', 'intake'),
    act('2026-03-03', 'windowClerk', 'checkIn', 'intake', { received: ['plan'] }),
    act('2026-03-03', 'windowClerk', 'accept', 'acceptance'),
    pass('2026-04-10'),
    act('2026-04-10', 'windowLead', 'lapseDeferral'),
  ],
  /** An undertaking stands for a certificate until it is found untrue, and the certificate is there before the grant. */
  onWord: [
    act('2026-03-03', 'windowClerk', 'replaceCertificates', 'intake'),
    act('2026-03-03', 'windowClerk', 'checkIn', 'intake', { received: [] }),
    act('2026-03-03', 'windowClerk', 'accept', 'acceptance'),
    act('2026-03-04', 'caseOfficer', 'finishReview', 'review', { outcome: 'plain' }),
    act('2026-03-05', 'caseOfficer', 'checkCertificates'),
    act('2026-03-06', 'windowClerk', 'receiveMaterials'),
    act('2026-03-09', 'approver', 'makeDecision', 'decision', { outcome: 'grant' }),
  ],
  /** Granted at once on an undertaking that is found untrue afterwards, late. */
  undertaken: [
    act('2026-03-03', 'windowClerk', 'checkIn', 'intake'),
    act('2026-03-03', 'windowClerk', 'acceptUndertaking', 'acceptance'),
    act('2026-03-03', 'approver', 'makeDecision', 'decision', { outcome: 'grant' }),
    act('2026-03-04', 'certificateClerk', 'issueCertificate', 'certificate'),
    act('2026-03-05', 'certificateClerk', 'deliver', 'delivery', { servedOn: day('2026-03-05') }),
    pass('2026-05-20'),
    act('2026-05-20', 'caseOfficer', 'finishAfterCheck', 'afterCheck', { outcome: 'fail' }),
  ],
  /** Nobody answers and it is seen at once: the window takes in what is there and issues its notice late. */
  silent: [
    { ...pass('2026-03-05'), time: '00:20' },
    act('2026-03-06', 'windowClerk', 'checkIn', 'intake', { received: [] }),
    act('2026-03-09', 'windowClerk', 'accept', 'acceptance'),
    act('2026-03-09', 'caseOfficer', 'finishReview', 'review', { outcome: 'plain' }),
    act('2026-03-10', 'windowClerk', 'receiveMaterials'),
    act('2026-03-10', 'approver', 'makeDecision', 'decision', { outcome: 'grant' }),
    pass('2026-05-20'),
  ],
  /** Nobody answers and it is seen only hours later: the window's lead confirms it. */
  confirmed: [
    pass('2026-03-05'),
    act('2026-03-09', 'windowLead', 'confirmSilence'),
    act('2026-03-09', 'windowClerk', 'checkIn', 'intake', { received: [] }),
    act('2026-03-10', 'windowClerk', 'accept', 'acceptance'),
    pass('2026-05-20'),
  ],
  /** Asked for two things and served twice, supplied in parts, accepted from the day of the last one. */
  supplied: [
    act('2026-03-03', 'windowClerk', 'correctOnSpot', 'intake'),
    act('2026-03-03', 'windowClerk', 'askSupplement', 'intake', twoThings),
    act('2026-03-05', 'windowClerk', 'receiveSupplement', 'intake', { arrived: [plan] }),
    act('2026-03-06', 'windowClerk', 'receiveSupplement', 'intake', { arrived: [use] }),
    act('2026-03-09', 'windowClerk', 'declareSupplied', 'intake'),
    act('2026-03-10', 'windowClerk', 'askSupplement', 'intake', stillWrong),
    act('2026-03-12', 'windowClerk', 'receiveSupplement', 'intake'),
    act('2026-03-13', 'windowClerk', 'checkIn', 'intake', { received: [] }),
    act('2026-03-16', 'windowClerk', 'accept', 'acceptance'),
    pass('2026-05-20'),
  ],
  /** The applicant says online that all is supplied, and afterwards asks to withdraw. */
  reported: [
    act('2026-03-03', 'windowClerk', 'askSupplement', 'intake', twoThings),
    act('2026-03-05', 'windowClerk', 'receiveSupplement', 'intake', { arrived: [plan, use] }),
    act('2026-03-09', applicantActor, 'reportSupplied'),
    act('2026-03-10', applicantActor, 'askWithdrawal'),
    act('2026-03-11', 'windowClerk', 'withdraw'),
  ],
  /** What was said to be supplied is not answered: accepted from the day it arrived. */
  unheard: [
    act('2026-03-03', 'windowClerk', 'askSupplement', 'intake', twoThings),
    act('2026-03-05', 'windowClerk', 'receiveSupplement', 'intake'),
    act('2026-03-06', 'windowClerk', 'declareSupplied', 'intake'),
    pass('2026-04-10'),
    act('2026-04-10', 'windowLead', 'confirmSilence'),
  ],
  /** A notice that was given in time and is entered late stands against the silence. */
  defeated: [
    pass('2026-03-05'),
    act('2026-03-09', 'windowClerk', 'askSupplement', 'intake'),
    pass('2026-04-10'),
    act('2026-04-10', bothAtWindow, 'lapseSupplement', 'intake'),
  ],
} satisfies Readonly<Record<string, readonly Turn[]>>;
