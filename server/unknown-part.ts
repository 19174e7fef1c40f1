import { problem } from '../contract/problem.ts';
import type { Problem } from '../contract/problem.ts';
import type { Said } from '../domain/words/said.ts';

/** What a body names and is not there, or not for whoever asks: at its field, by what it is and what was given. */
export function unknownPart(field: string, what: Said, given: string): Problem {
  const message = `没有这个${what.zh}，或者您无权使用：${given}`;
  return problem('not-found', `expected ${what.en}, but ${given} is none, or none of yours`, {
    detail: `${message}。`,
    errors: [{ pointer: `/${field}`, code: 'not-found', message }],
  });
}
