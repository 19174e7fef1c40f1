import { reject } from '../../rejection.ts';
import { endClock } from '../clock-acts.ts';
import { stillDeferred } from '../deferral.ts';
import { record, today } from '../draft.ts';
import { filesTaken } from '../files-taken.ts';
import type { WithFiles } from '../files-taken.ts';
import { outstanding, unlisted } from '../materials.ts';
import type { Act } from './act.ts';

export interface ReceiveMaterials extends WithFiles {
  readonly type: 'receiveMaterials';
  readonly received: readonly string[];
}

/** Takes in what was let in to come later: until it is there nothing is granted. What was there before is not recorded again. */
export const receiveMaterials: Act<ReceiveMaterials> = {
  title: { zh: '收取后补材料', en: 'Take in deferred materials' },
  texts: {},
  people: {},
  holder: ['windowClerk'],
  place: 'case',
  guard: ({ world, state }) =>
    outstanding(world, state).length > 0
      ? null
      : reject('nothing-to-receive', 'expected a material that is still to come, but all are there'),
  decide(draft, { received, ...brought }) {
    const { world, state } = draft;
    const odd = unlisted(world, received);
    if (odd) return odd;
    const fresh = received.filter((id) => !state.received.includes(id));
    if (fresh.length === 0) {
      const still = outstanding(world, state);
      const detail = `expected a material that is still to come (${still.join(', ')}), but all given were there`;
      return reject('nothing-to-receive', detail, { materials: still });
    }
    record(draft, { type: 'MaterialsReceived', received: fresh, ...filesTaken(brought, fresh) });
    if (stillDeferred(draft.state).length === 0) endClock(draft, 'deferral', today(draft));
    return null;
  },
};
