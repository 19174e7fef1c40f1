import type { Fact } from '../domain/case/facts/index.ts';
import { currentRules, makeWorld, submit } from '../domain/case/machine.ts';
import type { Stepped } from '../domain/case/machine.ts';
import type { Submission } from '../domain/case/submission.ts';
import type { CaseState, World } from '../domain/case/state.ts';
import { readPlan } from '../domain/flow/read.ts';
import { invariant } from '../domain/invariant.ts';
import { isRejection, reject } from '../domain/rejection.ts';
import type { Rejection } from '../domain/rejection.ts';
import type { CaseInput, RingEntry, SubmitAnswer } from './messages.ts';
import { ringSize } from './messages.ts';

/** What a run knows: the folded case and how far PostgreSQL has confirmed it. */
export interface Run {
  world: World;
  state: CaseState;
  unacked: readonly Fact[];
  ring: readonly RingEntry[];
  ackSeq: number;
  ackHash: string;
}

/** Opens a run from its input. An older build than the case's fails here, and again, until a newer worker takes it. */
export function openRun({ plan, calendar, state, unacked, ring, ackSeq, ackHash }: CaseInput): Run {
  invariant(state.rules <= currentRules, `this build knows rules up to ${currentRules}, the case has ${state.rules}`);
  return { world: makeWorld(readPlan(plan), calendar), state, unacked, ring, ackSeq, ackHash };
}

/** The input of the next run of the same case; its plan travels on as it came. */
export function nextInput(run: Run, input: CaseInput): CaseInput {
  const { world, state, unacked, ring, ackSeq, ackHash } = run;
  return { ...input, calendar: world.calendar.snapshot, state, unacked, ring, ackSeq, ackHash };
}

/** What an order would do: found in the ring, or a step of the machine. */
export type Prepared = { readonly known: RingEntry } | { readonly stepped: Stepped };

/** Judges an order without changing the run. Codes: `journal-fork` when the journal is not a prefix of the case, or the rules'. */
export function prepare(run: Run, submission: Submission, now: number): Prepared | Rejection {
  const known = run.ring.find(({ opId }) => opId === submission.opId);
  if (known) return { known };
  if (isFork(run, submission)) {
    const { ackSeq, ackHash } = submission;
    return reject(
      'journal-fork',
      `expected a journal that this case wrote, but ${ackSeq} ends in ${ackHash || 'nothing'}`,
    );
  }
  const stepped = submit(run.world, run.state, submission, now);
  return isRejection(stepped) ? stepped : { stepped };
}

/** Records what was prepared and answers the order. */
export function commit(run: Run, submission: Submission, prepared: Prepared): SubmitAnswer {
  if ('known' in prepared) {
    const { firstSeq, lastSeq } = prepared.known;
    return { facts: factsAfter(run, submission.ackSeq), op: [firstSeq, lastSeq], already: true };
  }
  confirm(run, submission.ackSeq);
  const { facts } = prepared.stepped;
  step(run, prepared.stepped);
  const own = facts.filter((fact) => fact.requestId === submission.opId);
  const firstSeq = own[0]?.seq ?? run.state.seq + 1;
  const lastSeq = own[own.length - 1]?.seq ?? run.state.seq;
  run.ring = trim([...run.ring, { opId: submission.opId, firstSeq, lastSeq }], run.ackSeq);
  return { facts: run.unacked, op: [firstSeq, lastSeq], already: false };
}

/** Takes a step of the machine into the run. */
export function step(run: Run, { world, state, facts }: Stepped): void {
  run.world = world;
  run.state = state;
  if (facts.length > 0) run.unacked = [...run.unacked, ...facts];
}

/** PostgreSQL has every fact up to `seq`: they need not be carried any more. A seq that is behind changes nothing. */
export function confirm(run: Run, seq: number): void {
  const last = run.unacked[seq - run.ackSeq - 1];
  if (!last) return;
  run.unacked = run.unacked.slice(seq - run.ackSeq);
  run.ackSeq = seq;
  run.ackHash = last.hash;
}

/** The unconfirmed facts after a seq. */
export function factsAfter(run: Run, seq: number): readonly Fact[] {
  return seq <= run.ackSeq ? run.unacked : run.unacked.slice(seq - run.ackSeq);
}

/** What is behind the confirmed facts cannot be compared any more: it was compared when it was confirmed. */
function isFork(run: Run, { ackSeq, ackHash }: Submission): boolean {
  if (ackSeq < run.ackSeq) return false;
  if (ackSeq === run.ackSeq) return ackHash !== run.ackHash;
  return run.unacked[ackSeq - run.ackSeq - 1]?.hash !== ackHash;
}

/** An operation is forgotten only when its facts are in the journal, where the API finds them. */
function trim(ring: readonly RingEntry[], ackSeq: number): readonly RingEntry[] {
  const oldest = ring[0];
  return ring.length > ringSize && oldest && oldest.lastSeq <= ackSeq ? trim(ring.slice(1), ackSeq) : ring;
}
