import { reject } from '../../rejection.ts';
import type { Rejection } from '../../rejection.ts';
import { closeCase } from '../close.ts';
import type { Desk } from '../desk.ts';
import { only, record } from '../draft.ts';
import type { Digest } from '../marks.ts';
import type { Act } from './act.ts';

export interface Withdraw {
  readonly type: 'withdraw';
  readonly statement: Digest;
}

/** The applicant ends the application (XKF 8): until there is a decision. */
export const withdraw: Act<Withdraw> = {
  title: { zh: '撤件', en: 'Withdraw' },
  texts: { statement: 'words' },
  people: {},
  holder: ['windowClerk'],
  place: 'case',
  guard: beforeDecision,
  decide(draft, { statement }) {
    record(draft, { type: 'CaseWithdrawn', statement });
    closeCase(draft, 'withdrawn');
    return null;
  },
};

/** Why an application can no longer be withdrawn. */
export function beforeDecision({ state }: Pick<Desk, 'state'>): Rejection | null {
  return state.decision === null
    ? null
    : reject('withdraw-after-decision', 'expected a case without a decision, but it was decided');
}

export interface ChangeContact {
  readonly type: 'changeContact';
  readonly contact: Digest;
  readonly address: Digest;
  readonly eDelivery: boolean;
}

export const changeContact: Act<ChangeContact> = {
  title: { zh: '变更联系方式', en: 'Change the contact' },
  texts: { contact: 'words', address: 'words' },
  people: {},
  holder: ['windowClerk'],
  place: 'case',
  decide: (draft, { contact, address, eDelivery }) =>
    only(draft, { type: 'ContactChanged', contact, address, eDelivery }),
};
