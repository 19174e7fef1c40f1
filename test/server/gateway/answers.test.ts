import { foldCode, queryCodeOf } from '../../../server/gateway/query-code.ts';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../domain/case/facts/index.ts';
import { caseIdOf, doneBody, opIdOf, refusalOfFailure, withQueryCode } from '../../../server/gateway/answers.ts';

const fact = (seq: number, requestId: string): Fact => ({
  seq,
  at: Date.UTC(2026, 2, 1, 16),
  recordedAt: 0,
  requestId,
  actorId: null,
  body: { type: 'CaseClosed', result: 'granted' },
  hash: '',
});

describe('answers', () => {
  test('tell a refusal of the rules with what it is about, and no failure of another kind', () => {
    const failure = { type: 'materials-missing', detail: 'expected a, but b' };
    const about = { materials: ['plan'] };
    expect(refusalOfFailure({ ...failure, about })).toMatchObject({ status: 409, body: { about } });
    expect(Object.keys(refusalOfFailure({ ...failure, about: undefined })?.body ?? {})).not.toContain('about');
    expect([null, 'TypeError'].map((type) => refusalOfFailure({ ...failure, type }))).toEqual([null, null]);
  });

  test('name an operation by actor, route and key, and its case by the operation', () => {
    const one = opIdOf({ actor: { id: 'a' }, route: 'r', key: 'k' });
    expect(opIdOf({ actor: { id: 'a' }, route: 'r', key: 'k' })).toBe(one);
    const others = [
      { actor: { id: 'b' }, route: 'r', key: 'k' },
      { actor: { id: 'a' }, route: 's', key: 'k' },
    ].map(opIdOf);
    expect(new Set([one, ...others, caseIdOf(one)]).size).toBe(4);
  });

  test('hold the facts of the operation only, not what time caused beside it', () => {
    const body = doneBody('c', 'op', [fact(4, 'tick'), fact(5, 'op'), fact(6, 'op'), fact(7, 'tick')]);
    expect(body).toEqual({
      caseId: 'c',
      opId: 'op',
      firstSeq: 5,
      lastSeq: 6,
      facts: [5, 6].map((seq) => ({ seq, type: 'CaseClosed', at: '2026-03-02T00:00:00.000+08:00' })),
    });
  });

  test('give a query code of 10 signs that only the secret makes, to filings alone', () => {
    const code = queryCodeOf('secret one', 'c');
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(foldCode(` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)}`)).toBe(code);
    expect(foldCode('oil')).toBe('011');
    expect(queryCodeOf('secret two', 'c')).not.toBe(code);
    const filed = withQueryCode({ status: 201, body: { caseId: 'c' } }, 'secret one');
    expect(filed.body).toEqual({ caseId: 'c', queryCode: code });
    expect(withQueryCode({ status: 200, body: { caseId: 'c' } }, 's').body).toEqual({ caseId: 'c' });
  });
});
