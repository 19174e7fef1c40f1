import type { CalendarSnapshot } from '../../clock/calendar.ts';
import { makeWorld } from '../../case/machine.ts';
import { isAuthoredId } from '../../instance-id.ts';
import { kindNames } from '../../steps/index.ts';
import { depthOf, maxDepth, stepsOf } from '../blocks.ts';
import { compilePlan } from '../compile.ts';
import type { FlowDefinition } from '../definition.ts';
import type { TrialChoices } from './choices.ts';
import { failure, isFailure } from './failure.ts';
import type { TrialFailure } from './failure.ts';
import { playTrial } from './play.ts';
import type { Played } from './play.ts';
import { clocksOf, stepsPlayed, warningsOf } from './told.ts';
import type { TrialClock, TrialStep, TrialWarning } from './told.ts';

/** What came of a trial. */
export interface Trial extends Played {
  readonly clocks: readonly TrialClock[];
  readonly warnings: readonly TrialWarning[];
  readonly steps: readonly TrialStep[];
}

/** Plays a case of a definition as was chosen; a closed code where that cannot be played, also of a definition that the gate refuses. */
export function tryFlow(
  definition: FlowDefinition,
  choices: TrialChoices,
  calendar: CalendarSnapshot,
): Trial | TrialFailure {
  if (!isWhole(definition)) return failure('plan-broken');
  const { branch } = choices;
  if (branch !== null && !definition.limitBranches.some(({ id }) => id === branch)) return failure('branch-unknown');
  const played = playTrial(makeWorld(compilePlan(definition, branch), calendar), choices);
  if (isFailure(played)) return played;
  return { ...played, clocks: clocksOf(played), warnings: warningsOf(played), steps: stepsPlayed(played) };
}

/** What the compiler of plans counts on. */
function isWhole(definition: FlowDefinition): boolean {
  if (depthOf(definition.body) > maxDepth) return false;
  const steps = stepsOf(definition);
  const ids = new Set(steps.map(({ id }) => id));
  return ids.size === steps.length && steps.every(({ id, kind }) => isAuthoredId(id) && kindNames.includes(kind));
}
