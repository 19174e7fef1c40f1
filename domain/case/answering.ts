import type { CivilDate } from '../clock/civil-date.ts';
import { instanceId } from '../instance-id.ts';
import { startClock } from './clock-acts.ts';
import type { Draft } from './draft.ts';
import { startPassing } from './passing-clock.ts';

/** From these rules on the answer that a department promises has a clock of its own beside that of the law. */
const promisesNotice = 5;

/** Starts the clocks of the answer to an application, in their first round, or of a supplement that is said to be complete. */
export function startNotice(
  draft: Draft,
  { round, startedOn }: { readonly round: number; readonly startedOn: CivilDate },
): void {
  const { notice, promisedNotice } = draft.world.plan.limits;
  const clock = { stepId: null, startedOn };
  startClock(draft, { ...clock, id: instanceId('notice', round), kind: 'notice', limit: notice });
  if (promisedNotice !== undefined && draft.state.rules >= promisesNotice) {
    const id = instanceId('promisedNotice', round);
    startClock(draft, { ...clock, id, kind: 'promisedNotice', limit: promisedNotice });
  }
  startPassing(draft, startedOn);
}
