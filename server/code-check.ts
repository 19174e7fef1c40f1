import { timingSafeEqual } from 'node:crypto';
import { problem } from '../contract/problem.ts';
import type { Problem } from '../contract/problem.ts';
import type { Db } from '../db/client.ts';
import { codeIssue } from '../db/people/query-codes.ts';
import { caseOfNumber } from '../db/views/lookup.ts';
import { foldCode, queryCodeOf } from './gateway/query-code.ts';
import { lockedUntil } from './guesses.ts';
import type { Guesses } from './guesses.ts';

const noCase = '00000000-0000-0000-0000-000000000000';

/**
 * The case of a number and its query code, and the issue of that code; each try is counted before it is judged. As much work for a number
 * that is there as for one that is not. Problems `locked`, `not-found`.
 */
export async function caseOfCode(
  o: { db: Db; secret: string; guesses: Guesses },
  given: { caseNo: string; code: string; address: string; now: number },
): Promise<{ readonly caseId: string; readonly issue: number } | Problem> {
  const tried = await o.guesses.lookUp(given);
  if ('lockedUntil' in tried) return lockedUntil(tried, 'queryCode', given.now);
  const caseId = await caseOfNumber(o.db, given.caseNo);
  const issue = await codeIssue(o.db, caseId ?? noCase);
  const code = queryCodeOf(o.secret, caseId ?? noCase, issue);
  if (!sameText(code, foldCode(given.code)) || caseId === null) return noneFound();
  await tried.right();
  return { caseId, issue };
}

/** In the words of the public, who have no rights to be without. */
function noneFound(): Problem {
  const detail = '没有查到：办件编号和查询码不相符。';
  return problem('not-found', 'expected a case number and its code, but they do not fit', { detail });
}

/** Compares in constant time whatever the lengths are. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a.padEnd(64)), Buffer.from(b.padEnd(64).slice(0, 64))];
  return left.length === right.length && timingSafeEqual(left, right);
}
