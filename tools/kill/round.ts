import { judge } from './checker.ts';
import type { Violation } from './violation.ts';
import type { Evidence } from './evidence.ts';
import type { Target } from './faults.ts';
import type { Operation } from './journal.ts';

/** What one round was and what it found. Counts are of operations, times in ms. */
export interface Round {
  readonly target: Target;
  readonly inFlight: number;
  readonly operations: number;
  readonly acked: number;
  readonly refused: number;
  readonly unknown: number;
  /** Moves of the business clock that were answered, of those asked for, and the warnings and lapses that the journal has by now. */
  readonly moved: number;
  readonly movesAsked: number;
  readonly rungs: number;
  /** A round with more than a fifth of unknown outcomes proves too little: it is given again. */
  readonly counts: boolean;
  readonly readyMs: number;
  /** From green to the last final answer of an operation that was unknown. */
  readonly slowestMs: number;
  readonly quietMs: number;
  /** With a twin: the longest that anybody waited for an answer after the kill. */
  readonly stillMs: number | null;
  /** With a twin: operations that began after the kill and were acknowledged before the dead one was back. */
  readonly meanwhile: number | null;
  readonly violations: readonly Violation[];
}

const mostUnknown = 0.2;
const longestAnswerMs = 30_000;
/** One of two workers or APIs dies: nobody stands still for longer. */
export const longestStillMs = 3_000;

interface Counts {
  readonly asked: number;
  readonly answered: number;
}

/** Judges a round by what was seen of it. `ended`: processes that ended by themselves; `moves`: the clock's counts before and after. */
export function roundOf(o: {
  target: Target;
  inFlight: number;
  begunAt: number;
  killedAt: number;
  greenAt: number;
  /** Another process of the kind went on. */
  twin: boolean;
  quietMs: number;
  evidence: Evidence;
  ended: readonly Violation[];
  moves: readonly [Counts, Counts];
}): Round {
  const { target, inFlight, begunAt, greenAt, quietMs, evidence } = o;
  const [before, after] = o.moves;
  const own = evidence.operations.filter((operation) => operation.begunAt >= begunAt);
  const unknown = own.filter(({ wasUnknown }) => wasUnknown);
  const waits = o.twin ? waitsOf(own, o) : [];
  return {
    target,
    inFlight,
    operations: own.length,
    acked: own.filter(({ finals }) => finals[0]?.event === 'ack').length,
    refused: own.filter(({ finals }) => finals[0]?.event === 'refused').length,
    unknown: unknown.length,
    moved: after.answered - before.answered,
    movesAsked: after.asked - before.asked,
    rungs: rungsIn(evidence),
    counts: unknown.length <= mostUnknown * own.length,
    readyMs: greenAt - o.killedAt,
    slowestMs: Math.max(0, ...unknown.map((one) => (one.finals[0]?.at ?? 0) - greenAt)),
    quietMs,
    stillMs: o.twin ? Math.max(0, ...waits.map(({ ms }) => ms)) : null,
    meanwhile: o.twin ? own.filter((each) => wentOn(each, o)).length : null,
    violations: [
      ...judge(evidence),
      ...own.flatMap((each) => lateAnswer(each, greenAt)),
      ...waits.flatMap(stoodStill),
      ...o.ended,
    ],
  };
}

function wentOn({ begunAt, finals }: Operation, o: { killedAt: number; greenAt: number }): boolean {
  const [final] = finals;
  return begunAt > o.killedAt && final?.event === 'ack' && final.at < o.greenAt;
}

interface Wait {
  readonly operation: Operation;
  readonly ms: number;
}

/**
 * How long each operation waited after the kill. What the dead API had in hand is not counted: it is answered within 30 s, by the sweep
 * of the other one.
 */
function waitsOf(own: readonly Operation[], o: { target: Target; killedAt: number }): Wait[] {
  return own.flatMap((operation) => {
    const answeredAt = operation.finals[0]?.at ?? 0;
    if (answeredAt < o.killedAt || (o.target === 'api' && operation.begunAt < o.killedAt)) return [];
    return [{ operation, ms: answeredAt - Math.max(operation.begunAt, o.killedAt) }];
  });
}

function stoodStill({ operation, ms }: Wait): Violation[] {
  if (ms <= longestStillMs) return [];
  const { order, key, caseId, unknowns, begunAt } = operation;
  const heard = unknowns.map(({ status, why, at }) => `; ${status ?? why} after ${at - begunAt} ms`).join('');
  return [{ code: 'stood-still', caseId: caseId ?? '-', detail: `${order} under key ${key} waited ${ms} ms${heard}` }];
}

function rungsIn({ facts }: Evidence): number {
  const all = [...facts.values()].flat();
  return all.filter(({ body }) => body.type === 'WarningRaised' || body.type === 'ClockLapsed').length;
}

/** I3: a retry with the same key has a final answer within 30 s after the healing. */
function lateAnswer({ finals, caseId, key, order, unknowns }: Operation, greenAt: number): Violation[] {
  const [final, since] = [finals[0], Math.max(greenAt, unknowns[0]?.at ?? 0)];
  if (final === undefined || final.at - since <= longestAnswerMs) return [];
  const detail = `${order} under key ${key} had its final answer ${final.at - since} ms after green`;
  return [{ code: 'late-answer', caseId: caseId ?? (final.event === 'ack' ? final.caseId : '-'), detail }];
}

/** One line for people. */
export function lineOfRound(round: Round): string {
  const { target, inFlight, operations, acked, refused, unknown, counts, violations } = round;
  const { readyMs, slowestMs, quietMs, stillMs, meanwhile, moved, movesAsked, rungs } = round;
  const still = stillMs === null ? '' : `nobody waited longer than ${seconds(stillMs)}, ${meanwhile} acked meanwhile, `;
  const share = `${((unknown / Math.max(1, operations)) * 100).toFixed(1)} %`;
  return (
    `kill -9 ${target}, ${inFlight} in flight; ${operations} operations: ${acked} acked, ${refused} refused, ` +
    `${unknown} unknown (${share}); ${moved} of ${movesAsked} moves of the clock answered, ${rungs} rungs and lapses so far; ` +
    `${still}ready after ${seconds(readyMs)}, last answer ${seconds(slowestMs)} after green, ` +
    `quiet after ${seconds(quietMs)}; violations ${violations.length}${counts ? '' : '; does not count'}`
  );
}

/** How many operations of each kind were acknowledged, the most first. */
export function lineOfOrders(operations: readonly Operation[]): string {
  const acked = operations.filter(({ finals }) => finals[0]?.event === 'ack');
  const counts = new Map<string, number>();
  for (const { order } of acked) counts.set(order, (counts.get(order) ?? 0) + 1);
  const sorted = [...counts].toSorted(([, one], [, other]) => other - one);
  return sorted.map(([order, count]) => `${order} ${count}`).join(', ');
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
