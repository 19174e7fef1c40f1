import { labels, quoting, sentence } from '../../words/sentence.ts';
import type { Digest } from '../marks.ts';
import type { FactRecord } from './fact-record.ts';

export interface RefusalProposed {
  readonly type: 'RefusalProposed';
  readonly stepId: string;
  readonly competentAgency: Digest;
  readonly reason: Digest;
}

export const refusalProposed: FactRecord<RefusalProposed> = {
  title: { zh: '报请不予受理', en: 'Refusal of acceptance proposed' },
  reading: ({ competentAgency, reason }, book) =>
    sentence(
      { zh: '报请首席代表不予受理', en: 'Proposed that the lead refuse acceptance' },
      quoting({ zh: '有权机关', en: 'competent agency' }, book.words(competentAgency)),
      quoting(labels.reason, book.words(reason)),
    ),
  fold: (state, { stepId }, { actorId }) => ({ ...state, refusal: { state: 'proposed', stepId, by: actorId ?? '' } }),
  tells: {
    title: { zh: '待批：不予受理', en: 'To decide: refusal of acceptance' },
    whom: ({ stepId }) => ({ to: ['windowLead'], stepId, refId: stepId, level: null }),
  },
};

export interface ProposalReturned {
  readonly type: 'ProposalReturned';
  readonly stepId: string;
  readonly reason: Digest;
}

export const proposalReturned: FactRecord<ProposalReturned> = {
  title: { zh: '退回报请', en: 'Proposal returned' },
  reading: ({ reason }, book) =>
    sentence(
      { zh: '退回不予受理的报请，继续办理', en: 'Returned the proposal to refuse acceptance: the window goes on' },
      quoting(labels.reason, book.words(reason)),
    ),
  fold: (state) =>
    state.refusal === undefined ? state : { ...state, refusal: { ...state.refusal, state: 'returned' } },
  tells: {
    title: { zh: '已退回：不予受理的报请', en: 'Returned: proposal to refuse acceptance' },
    whom: ({ stepId }, _world, { refusal }) => {
      const by = refusal?.by ?? '';
      return { to: by === '' ? [] : [{ person: by }], stepId, refId: stepId, level: null };
    },
  },
};
