import { reject } from '../../rejection.ts';
import { capacityOf, isSettledFor } from '../acknowledging.ts';
import { only } from '../draft.ts';
import type { Digest } from '../marks.ts';
import { anyPhase } from './act.ts';
import type { Act } from './act.ts';

export interface Acknowledge {
  readonly type: 'acknowledge';
  readonly warningId: string;
  readonly note?: Digest;
}

/** From these rules on a fact says in what capacity a warning was acknowledged. */
const saysCapacity = 3;

/** Everyone who was told acknowledges for themselves; who answers for the department, and a supervisor, close the card. Also on a closed case. */
export const acknowledge: Act<Acknowledge> = {
  title: { zh: '签收预警', en: 'Acknowledge a warning' },
  texts: { note: 'words' },
  people: {},
  holder: 'told',
  place: 'case',
  onClosed: true,
  guard({ actor, state }) {
    const open = state.warnings.some((warning) => {
      const capacity = capacityOf(actor, warning, state);
      return capacity !== null && !isSettledFor(warning, capacity, actor.id);
    });
    if (open) return null;
    return state.warnings.length === 0
      ? reject('unknown-warning', 'expected a warning of this case, but there is none')
      : reject('warning-already-acknowledged', 'expected an open warning, but all are acknowledged');
  },
  decide(draft, { warningId, note = null }, { actor }) {
    const warning = draft.state.warnings.find((raised) => raised.id === warningId);
    if (!warning) return reject('unknown-warning', `expected a warning of this case, but ${warningId} is none`);
    const capacity = capacityOf(actor, warning, draft.state);
    if (capacity === null)
      return reject('not-allowed', `expected somebody who was told of ${warningId}, but it is not`);
    if (isSettledFor(warning, capacity, actor.id)) {
      return reject('warning-already-acknowledged', 'expected an open warning, but it was acknowledged before');
    }
    const as = draft.state.rules >= saysCapacity ? { as: capacity } : {};
    return only(draft, { type: 'WarningAcknowledged', warningId, note, ...as });
  },
};

export interface Remind {
  readonly type: 'remind';
  readonly stepId: string;
  readonly note: Digest;
}

/** A recorded nudge to who acts next; changes no clock. */
export const remind: Act<Remind> = {
  title: { zh: '催办', en: 'Remind' },
  texts: { note: 'words' },
  people: {},
  holder: 'watcher',
  place: { phases: anyPhase },
  decide: (draft, { stepId, note }) => only(draft, { type: 'Reminded', stepId, note }),
};
