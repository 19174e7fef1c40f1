import { startOfDay } from '../clock/civil-date.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import { systemActor } from '../people/system.ts';
import { clockId } from '../instance-id.ts';
import { approveExtension } from './acts/extension.ts';
import { startUntimedStep } from './acts/untimed.ts';
import { resumeClocks } from './clock-acts.ts';
import { dueOnOf, runningClock } from './clocks.ts';
import { begin } from './draft.ts';
import type { Draft } from './draft.ts';
import type { CaseState, World } from './state.ts';

/** How an approval would move the date of one clock; null: without a date. */
export interface DateMove {
  readonly clock: string;
  readonly before: CivilDate | null;
  readonly after: CivilDate | null;
}

interface Where {
  readonly world: World;
  readonly state: CaseState;
  readonly today: CivilDate;
}

/** A trial is nobody's act. */
const nobody = { actor: systemActor, people: [] } as const;

/** What an extension that is asked for would do to the dates if it were approved today: the order itself, tried on a draft. */
export function effectOfExtension(where: Where): readonly DateMove[] {
  return movesOf(where, (draft) =>
    approveExtension.decide(draft, { type: 'approveExtension', documentNo: '' }, nobody),
  );
}

/** What an untimed step would do to the dates if it started today and took all of its promise. */
export function effectOfStart(where: Where, stepId: string): readonly DateMove[] {
  return movesOf(where, (draft) => {
    startUntimedStep.decide(draft, { type: 'startUntimedStep', stepId }, nobody);
    const promise = runningClock(draft.state, clockId('promise', stepId));
    const until = promise === undefined ? null : dueOnOf(draft.world, promise);
    if (until !== null) resumeClocks(draft, stepId, until);
  });
}

/** The clocks that run before and after a trial, where their date differs. */
function movesOf({ world, state, today }: Where, attempt: (draft: Draft) => void): readonly DateMove[] {
  const at = Math.max(state.last, startOfDay(today));
  const draft = begin(world, state, { at, recordedAt: at, requestId: 'trial', actorId: null });
  attempt(draft);
  return state.clocks.flatMap((clock) => {
    const after = runningClock(draft.state, clock.id);
    if (clock.endedOn !== null || after === undefined) return [];
    const move = { clock: clock.id, before: dueOnOf(world, clock), after: dueOnOf(world, after) };
    return move.before === move.after ? [] : [move];
  });
}
