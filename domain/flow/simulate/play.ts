import type { OrderType } from '../../case/acts/index.ts';
import type { Fact } from '../../case/facts/index.ts';
import type { Filing, FormChoice } from '../../case/filing.ts';
import { currentRules, fileCase, nextWake, submit, tick } from '../../case/machine.ts';
import type { Stepped } from '../../case/machine.ts';
import type { CaseState, World } from '../../case/state.ts';
import type { Submission } from '../../case/submission.ts';
import { civilDateOf, startOfDay } from '../../clock/civil-date.ts';
import { isRejection } from '../../rejection.ts';
import type { Rejection } from '../../rejection.ts';
import type { ChosenByForm } from '../walk.ts';
import { choiceOf } from './choices.ts';
import type { TrialChoices } from './choices.ts';
import { isLasting } from './days.ts';
import { unwritten } from './endings.ts';
import { failure, isFailure } from './failure.ts';
import type { TrialFailure } from './failure.ts';
import { invented, office } from './people.ts';
import { nextTurn } from './turns.ts';
import type { Turn } from './turns.ts';

/** The id of every case under trial. */
export const trialId = 'trial';

/** People act at this hour of a day; an application is acted on no earlier than it came. */
const actsAt = 10 * 3_600_000;

/** A flow has no way back, so a case ends after so many acts and wakes at the latest. */
const most = 5_000;

const businessClock = { version: 0, offset: 0 };

/** An act of a trial as it was given, and its instant (ms). */
export interface TrialAct extends Turn {
  readonly at: number;
}

/** A case that was played to its end. */
export interface Played {
  readonly world: World;
  readonly state: CaseState;
  readonly facts: readonly Fact[];
  readonly acts: readonly TrialAct[];
}

/** Plays a case of a plan as was chosen, until it is closed. */
export function playTrial(world: World, choices: TrialChoices): Played | TrialFailure {
  const unfit = unfitChoice(world, choices);
  if (unfit !== null) return unfit;
  const filed = fileTrial(world, choices);
  if (isRejection(filed)) return failure('filing-refused', { because: filed.code });
  const facts = [...filed.facts];
  const acts: TrialAct[] = [];
  let { state } = filed;
  for (let turns = 0; state.status === 'open'; turns += 1) {
    const next = turns < most ? nextTurn({ world, state, choices }) : failure('plan-broken');
    if (isFailure(next)) return next;
    const at = Math.max(startOfDay(next.on) + actsAt, state.last, state.recordedUntil);
    const wake = nextWake(world, state);
    // The timer comes first, as the worker's does: what it records on its own day may change whose turn is next.
    const stepped = wake !== null && wake <= at ? tick(world, state, wake) : give({ world, state }, next, at, acts);
    if (isRejection(stepped)) return refused(next, stepped);
    facts.push(...stepped.facts);
    ({ state } = stepped);
  }
  return { world, state, facts, acts };
}

function give(
  { world, state }: Pick<Played, 'world' | 'state'>,
  turn: Turn,
  at: number,
  acts: TrialAct[],
): Stepped | Rejection {
  acts.push({ ...turn, at });
  const submission: Submission = {
    opId: `act ${acts.length}`,
    order: turn.order,
    actor: turn.by,
    people: turn.people,
    receivedAt: at,
    ackSeq: state.seq,
    ackHash: state.hash,
    rules: currentRules,
    businessClock,
  };
  return submit(world, state, submission, at);
}

function refused({ stepId, order: { type } }: { stepId: string | null; order: { type: OrderType } }, by: Rejection) {
  return failure('order-refused', { stepId, order: type, because: by.code });
}

/** What was chosen is something of this plan. */
function unfitChoice({ plan }: World, choices: TrialChoices): TrialFailure | null {
  const waits = [choices.supplement, choices.deferred];
  if (waits.some((one) => one !== null && !isLasting(one))) return failure('lasting-invalid');
  for (const step of plan.steps) {
    const { outcome, waits, lasts } = choiceOf(step, choices);
    if (![waits, lasts].every(isLasting)) return failure('lasting-invalid', { stepId: step.id });
    const isByLaw = step.kind === 'hearing' && outcome === 'waived';
    if (!isByLaw && !step.outcomes.includes(outcome)) return failure('outcome-unknown', { stepId: step.id });
  }
  return null;
}

/** What the form chose, without the evidence for which there is no form. */
function formChoicesOf(byForm: ChosenByForm): Readonly<Record<string, FormChoice>> {
  const noEvidence = { holds: {}, conditions: unwritten, inputs: {} };
  return Object.fromEntries(Object.entries(byForm).map(([id, label]) => [id, { label, ...noEvidence }]));
}

function fileTrial(world: World, choices: TrialChoices): Stepped | Rejection {
  const { plan } = world;
  const late = (isDeferrable: boolean | undefined) => isDeferrable === true && choices.deferred !== null;
  const filing: Filing = {
    caseNo: unwritten,
    itemCode: plan.itemCode,
    definition: plan.sha256,
    branch: plan.branch,
    branchEvidence: null,
    ...(Object.keys(choices.byForm).length > 0 && { formChoices: formChoicesOf(choices.byForm) }),
    ...office,
    calendar: world.calendar.snapshot.revision,
    channel: 'window',
    receivedOn: civilDateOf(choices.filedAt),
    applicant: unwritten,
    agent: null,
    contact: unwritten,
    address: unwritten,
    eDelivery: false,
    form: unwritten,
    materials: plan.materials.map(({ id, deferrable }) => ({ id, sha256: null, received: !late(deferrable) })),
  };
  const [requestId, actorId] = ['filing', invented('windowClerk', 'filing').id];
  const receivedAt = choices.filedAt;
  return fileCase(world, {
    caseId: trialId,
    filing,
    requestId,
    actorId,
    receivedAt,
    businessClock,
    rules: currentRules,
  });
}
