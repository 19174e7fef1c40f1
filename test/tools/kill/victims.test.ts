import { describe, expect, it } from 'vitest';
import { noHash, seal } from '../../../domain/case/seal.ts';
import { idOf, judge } from '../../../tools/kill/checker.ts';
import type { Evidence, StoredIntent } from '../../../tools/kill/evidence.ts';
import type { Operation } from '../../../tools/kill/journal.ts';
import { victimsIn } from '../../../tools/kill/victims.ts';

const caseId = '00000000-0000-4000-8000-000000000001';
const administrator = 'the administrator who moves the clock';
const moveId = 'the operation that brings the clock';

const meant = { key: 'k', route: `giveOrder ${caseId}`, actorId: 'a clerk', caseId, order: 'remind', bodyHash: '' };
const opId = idOf({ ...meant, begunAt: 0, finals: [], unknowns: [], wasUnknown: false });

/** One case: an order that was acknowledged, then the business clock that reached it; the intent of the clock is read first. */
function evidence(change: Partial<StoredIntent> = {}): Evidence {
  const stamp = { at: 0, recordedAt: 0 };
  const first = seal({ seq: 0, hash: noHash }, { ...stamp, requestId: opId, actorId: 'a clerk' }, closed);
  const last = seal(first, { ...stamp, requestId: moveId, actorId: administrator }, moved);
  const final = {
    event: 'ack',
    at: 1,
    status: 200,
    answerHash: answered,
    caseId,
    opId,
    firstSeq: 1,
    lastSeq: 1,
  } as const;
  const operation: Operation = {
    ...meant,
    begunAt: 0,
    finals: [{ ...final, types: ['CaseClosed'] }],
    unknowns: [],
    wasUnknown: false,
  };
  const stored = { caseId, state: 'applied', status: 200, answer: {} } as const;
  const intents: readonly StoredIntent[] = [
    { ...stored, opId: moveId, order: 'advanceClock', actorId: administrator },
    { ...stored, opId, order: 'remind', actorId: 'a clerk' },
  ];
  return {
    operations: [operation],
    facts: new Map([[caseId, [first, last]]]),
    intents: new Map(intents.map((each) => [each.opId, each.opId === change.opId ? { ...each, ...change } : each])),
    heads: new Map([[caseId, { caseId, seq: 2, hash: last.hash, status: 'open', clockVersion: 1 }]]),
    words: new Map(),
    drift: [],
    overslept: [],
    numbers: [],
    told: new Map(),
    moved: { by: administrator, version: 1 },
  };
}

const closed = { type: 'CaseClosed', result: 'granted' } as const;
const moved = { type: 'BusinessClockAdopted', clock: { version: 1, offset: 0 } } as const;
/** SHA-256 of `{}`. */
const answered = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';

describe('fault G2: a corruption is planted only where its rule looks', () => {
  it('fault G2: of stored answers it takes one that somebody was given, not the clock that the API brings by itself', () => {
    expect(judge(evidence())).toEqual([]);
    const victim = victimsIn(evidence(), new Set()).storedAnswer();
    const said = judge(evidence({ opId: victim.opId, status: 299 }));
    expect(said.map(({ code, caseId: of }) => [code, of])).toEqual([['stored-answer-differs', caseId]]);
  });

  it('fault G2: what nobody could see is refused instead of planted', () => {
    expect(() => victimsIn(evidence(), new Set([caseId])).storedAnswer()).toThrow('whose answer is stored');
    expect(() => victimsIn({ ...evidence(), operations: [] }, new Set()).storedAnswer()).toThrow('answer is stored');
    expect(() => victimsIn(evidence(), new Set()).lastWarning()).toThrow('a warning at the end');
  });
});
