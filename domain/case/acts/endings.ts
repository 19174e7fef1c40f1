import type { CivilDate } from '../../clock/civil-date.ts';
import { beginToCount, endAnswering } from '../accepted.ts';
import { coveredOr } from '../clocks.ts';
import { dayOrNow, endClock, startClock } from '../clock-acts.ts';
import { closeCase, dropExtension, leaveStep } from '../close.ts';
import { record, today } from '../draft.ts';
import type { Draft } from '../draft.ts';
import type { FactBody } from '../facts/index.ts';
import { opinionsAgainst } from '../opinions.ts';
import { plannedStep } from '../planned.ts';
import { invariant } from '../../invariant.ts';
import { isRejection } from '../../rejection.ts';
import type { Rejection } from '../../rejection.ts';
import type { StepKindName } from '../../steps/params.ts';
import type { Ending, StepKind, StepOrder } from '../../steps/step-kind.ts';
import type { AnyFact } from '../facts/fact-record.ts';
import type { Act, Giver } from './act.ts';

type ActsOf<E> = { readonly [T in keyof E]: E[T] extends Ending<infer O, infer _B, infer _P> ? Act<O> : never };

/** The acts by which steps of a kind end: their rules are the kind's, what follows from every end is said once, here. */
export function endings<K extends Pick<StepKind, 'endings'>>(
  name: StepKindName,
  { endings: all }: K,
): ActsOf<K['endings']> {
  const acts = Object.entries(all).map(([type, ending]) => [type, endingAct(name, ending)]);
  // The keys and orders of the acts are those of the endings.
  return Object.fromEntries(acts) as ActsOf<K['endings']>;
}

function endingAct(kind: StepKindName, ending: Ending<StepOrder, AnyFact>): Act<StepOrder> {
  const { title, texts, people, holder = 'handler', alsoEnds = [], inAnyPhase = false, guard } = ending;
  return {
    title,
    texts,
    people,
    holder,
    place: { ends: [kind, ...alsoEnds], inAnyPhase },
    ...(guard === undefined ? {} : { guard }),
    decide: (draft, order, giver) => finishStep(draft, ending, { order, giver }),
  };
}

function finishStep(
  draft: Draft,
  ending: Ending<StepOrder, AnyFact>,
  { order, giver }: { order: StepOrder; giver: Giver },
): Rejection | null {
  const { world, state } = draft;
  const step = state.steps.find((open) => open.id === order.stepId && open.outcome === null);
  invariant(step, 'the guard lets only orders to open steps pass');
  const plan = plannedStep(world, step.id);
  const { actor, people } = giver;
  const context = { world, state, step, plan, params: plan.params, actorId: actor.id, people, today: today(draft) };
  const answer = ending.answer(context, order);
  if (isRejection(answer)) return answer;
  // A kind answers with facts of its own records, all of them in the registry.
  const bodies = answer.facts as readonly FactBody[];
  for (const fact of bodies) record(draft, fact, dayOrNow(draft, answer.endedOn));
  leaveStep(draft, step.id, answer.outcome, answer.endedOn);
  return frame(draft, bodies);
}

/** A grant against an opinion is lawful with its reasons, and to be looked at. */
function findGrantAgainst(draft: Draft): void {
  for (const { id } of opinionsAgainst(draft.world, draft.state)) {
    record(draft, { type: 'FindingRecorded', code: 'granted-against-opinion', stepId: id, clock: null });
  }
}

/** A permit that rests on an undertaking is checked within the time that the item publishes. */
function watchUndertaking(draft: Draft, startedOn: CivilDate): void {
  const { afterCheck } = draft.world.plan.limits;
  if (draft.state.undertaking === undefined || afterCheck === undefined) return;
  startClock(draft, { id: 'afterCheck', kind: 'afterCheck', stepId: null, limit: afterCheck, startedOn });
}

/** The legal frame around what a department draws: which clocks an act of the law starts and ends. */
function frame(draft: Draft, bodies: readonly FactBody[]): Rejection | null {
  const { limits } = draft.world.plan;
  const on = today(draft);
  for (const fact of bodies) {
    if (
      fact.type === 'CaseAccepted' ||
      fact.type === 'AcceptedAfterSupplement' ||
      fact.type === 'AcceptedOnUndertaking'
    ) {
      const from = fact.type === 'CaseAccepted' ? fact.on : fact.acceptedOn;
      const refusal = coveredOr(draft.world, limits.statutory, from) ?? coveredOr(draft.world, limits.promised, from);
      if (refusal) return refusal;
      beginToCount(draft, { on: from, answeredOn: fact.on, behind: 'causer' });
    }
    if (fact.type === 'AcceptanceNoticeIssued') {
      record(draft, { type: 'FindingRecorded', code: 'accepted-late', stepId: fact.stepId, clock: 'notice' });
    }
    if (fact.type === 'AcceptanceRefused' || fact.type === 'PermitNotNeeded') {
      if (fact.servedOn !== undefined) endAnswering(draft, fact.servedOn);
      closeCase(draft, fact.type === 'AcceptanceRefused' ? fact.ground : 'notNeeded');
    }
    if (fact.type === 'DecisionMade') {
      if (fact.outcome === 'grant') findGrantAgainst(draft);
      endClock(draft, 'statutory', on);
      endClock(draft, 'promised', on);
      endClock(draft, 'deferral', on);
      dropExtension(draft, 'decided');
      startClock(draft, { id: 'delivery', kind: 'delivery', stepId: null, limit: limits.delivery, startedOn: on });
      if (fact.outcome === 'grant') watchUndertaking(draft, on);
    }
    if (fact.type === 'Delivered') endClock(draft, 'delivery', fact.servedOn);
    if (fact.type === 'AfterCheckFinished') {
      endClock(draft, 'afterCheck', fact.heldOn);
      if (fact.untrue === true) {
        record(draft, { type: 'FindingRecorded', code: 'undertaking-untrue', stepId: fact.stepId, clock: null });
      }
    }
  }
  return null;
}
