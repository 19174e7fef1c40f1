import { describe, expect, test } from 'vitest';
import type { Submission } from '../../domain/case/submission.ts';
import { verifyChain } from '../../domain/case/seal.ts';
import { isRejection } from '../../domain/rejection.ts';
import { ringSize } from '../../workflows/messages.ts';
import { commit, confirm, factsAfter, nextInput, openRun, prepare } from '../../workflows/run.ts';
import type { Run } from '../../workflows/run.ts';
import { at, person, Scene } from '../support/scene.ts';

const now = at('2026-03-02', '11:00');

function filed() {
  const { state, world, facts, caseId } = { ...new Scene('2026-03-02'), caseId: 'c' };
  const { plan } = world;
  const calendar = world.calendar.snapshot;
  return { caseId, plan, calendar, state, unacked: facts, ring: [], ackSeq: 0, ackHash: '' };
}

function order(run: Run, opId: string, known: { ackSeq: number; ackHash: string } = run): Submission {
  return {
    opId,
    order: { type: 'changeContact', contact: opId, address: 'd', eDelivery: true },
    actor: person('windowClerk'),
    receivedAt: now,
    ackSeq: known.ackSeq,
    ackHash: known.ackHash,
    rules: 1,
    businessClock: { version: 0, offset: 0 },
  };
}

function give(run: Run, submission: Submission) {
  const prepared = prepare(run, submission, now);
  if (isRejection(prepared)) throw new Error(prepared.code);
  return commit(run, submission, prepared);
}

describe('a run', () => {
  test('answers with every fact that is not confirmed, and forgets those an order confirms', () => {
    const run = openRun(filed());
    const first = run.state.seq;
    const answer = give(run, order(run, 'a'));
    expect(answer.facts.map(({ seq }) => seq)).toEqual(Array.from({ length: first + 1 }, (_, i) => i + 1));
    expect(answer).toMatchObject({ op: [first + 1, first + 1], already: false });
    const next = give(run, order(run, 'b', { ackSeq: first + 1, ackHash: run.state.hash }));
    expect(next.facts.map(({ seq }) => seq)).toEqual([first + 2]);
    expect(verifyChain(next.facts, run.ackSeq, run.ackHash)).toBeNull();
  });

  test('answers a known operation with its facts and does nothing', () => {
    const run = openRun(filed());
    const first = give(run, order(run, 'a'));
    const before = run.state;
    expect(give(run, order(run, 'a'))).toEqual({ ...first, already: true });
    expect(run.state).toBe(before);
  });

  test('refuses a journal that this case did not write, at the confirmed fact, within and beyond', () => {
    const run = openRun(filed());
    give(run, order(run, 'a'));
    confirm(run, 2);
    const { seq } = run.state;
    for (const known of [2, 3, seq, seq + 1].map((ackSeq) => ({ ackSeq, ackHash: 'other' }))) {
      expect(prepare(run, order(run, 'b', known), now)).toMatchObject({ code: 'journal-fork' });
    }
    const behind = prepare(run, order(run, 'b', { ackSeq: 1, ackHash: 'an older head, confirmed since' }), now);
    expect(isRejection(behind)).toBe(false);
  });

  test('remembers 64 operations, and older ones as long as their facts are not confirmed', () => {
    const run = openRun(filed());
    for (let i = 0; i < ringSize + 10; i += 1) give(run, order(run, `o${i}`));
    expect(run.ring).toHaveLength(ringSize + 10);
    confirm(run, run.state.seq);
    give(run, order(run, 'last'));
    expect(run.ring).toHaveLength(ringSize);
    expect(run.ring.at(-1)?.opId).toBe('last');
  });

  test('goes on in the next run where it stands', () => {
    const input = filed();
    const run = openRun(input);
    give(run, order(run, 'a'));
    confirm(run, 3);
    const next = openRun(JSON.parse(JSON.stringify(nextInput(run, input))));
    expect(next).toEqual(run);
    expect(factsAfter(next, 4)[0]?.seq).toBe(5);
    expect(give(next, order(next, 'a'))).toMatchObject({ already: true });
  });
});
