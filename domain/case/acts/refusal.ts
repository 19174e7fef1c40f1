import { reject } from '../../rejection.ts';
import type { Rejection } from '../../rejection.ts';
import type { Desk } from '../desk.ts';
import { only } from '../draft.ts';
import type { Digest } from '../marks.ts';
import { proposedRefusal, refusedBy } from '../refused-by.ts';
import { silenceAccepted } from '../silent.ts';
import { beforeAcceptance } from './act.ts';
import type { Act } from './act.ts';

export interface ProposeRefusal {
  readonly type: 'proposeRefusal';
  readonly stepId: string;
  readonly competentAgency: Digest;
  readonly reason: Digest;
}

/** Who looked at the application lays 不予受理 before the window's lead, whose it is (domain.md 12.1.6). The notice limit runs on. */
export const proposeRefusal: Act<ProposeRefusal> = {
  title: { zh: '报请不予受理', en: 'Propose to refuse acceptance' },
  texts: { competentAgency: 'words', reason: 'words' },
  people: {},
  holder: (where) => (refusedBy(where) === 'handler' ? [] : 'handler'),
  place: beforeAcceptance,
  guard: ({ state }) =>
    silenceAccepted(state) ??
    (proposedRefusal(state) === null
      ? null
      : reject('refusal-proposed', 'expected no proposal that waits, but one is before the lead of the window')),
  decide: (draft, { stepId, competentAgency, reason }) =>
    only(draft, { type: 'RefusalProposed', stepId, competentAgency, reason }),
};

export interface ReturnProposal {
  readonly type: 'returnProposal';
  readonly stepId: string;
  readonly reason: Digest;
}

/** The lead does not refuse: the window goes on with the application. */
export const returnProposal: Act<ReturnProposal> = {
  title: { zh: '退回报请', en: 'Return the proposal' },
  texts: { reason: 'words' },
  people: {},
  holder: ['windowLead'],
  place: beforeAcceptance,
  guard: notProposed,
  decide: (draft, { stepId, reason }) => only(draft, { type: 'ProposalReturned', stepId, reason }),
};

function notProposed({ state }: Desk): Rejection | null {
  if (proposedRefusal(state) !== null) return null;
  return reject('no-refusal-proposed', 'expected a proposal to refuse acceptance, but none waits');
}
