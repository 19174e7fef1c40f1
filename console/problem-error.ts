import i18next from 'i18next';
import type { Problem, ProblemCode } from '../contract/problem.ts';

/** A refusal of the API as an error: `problem.errors[].pointer` names the fields. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The request may or may not have arrived: try again, a write with the same key. `reading`: nothing was to be changed. */
export class NetworkError extends Error {
  readonly reading: boolean;

  constructor(cause: unknown, reading: boolean) {
    super('network', { cause });
    this.name = 'NetworkError';
    this.reading = reading;
  }
}

/** Refusals after which the same request may be answered otherwise; all others say the same however often it is sent. */
const passing: readonly ProblemCode[] = ['in-progress', 'unavailable', 'internal', 'too-many-requests', 'bad-csrf'];

/** Whether sending the same request again can help. */
export function mayPass(error: unknown): boolean {
  return !(error instanceof ProblemError) || passing.includes(error.problem.code);
}

/** Turns a body of an error answer into a problem; one that is none (a proxy's page) becomes `unavailable`. */
export function asProblem(body: unknown, status: number): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body && 'detail' in body) return body as Problem;
  return {
    type: 'about:blank',
    title: i18next.t('frame.noAnswer'),
    status,
    detail: i18next.t('frame.noAnswerText'),
    code: 'unavailable',
  };
}

/** JSON Pointer to a form path: `/form/annualAmount` becomes ['form', 'annualAmount'], `/materials/0/id` has a number. */
export function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
