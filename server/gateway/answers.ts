import { v5 } from 'uuid';
import { isProblemCode, problem } from '../../contract/problem.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { queryCodeOf } from './query-code.ts';
import type { Answer } from './types.ts';

/** How a case failed an order: its code as `type`, and what the refusal is about. */
export interface Failure {
  readonly type: string | null;
  readonly detail: string;
  readonly about?: unknown;
}

const opNamespace = '0c2f6a8e-6a5b-5d0e-9b57-3a1d6f2c7e41';
const caseNamespace = '7d1b0b52-1c1f-5a5c-8f0e-6f4f0f6b2a90';

/** The operation of one actor, route and Idempotency-Key: key of the intent, id of the Update, requestId of its facts. */
export function opIdOf({ actor, route, key }: { actor: { id: string }; route: string; key: string }): string {
  return v5(`${actor.id} ${route} ${key}`, opNamespace);
}

/** The case an operation files. */
export function caseIdOf(opId: string): string {
  return v5(opId, caseNamespace);
}

/** Body of an applied operation: which facts it made. With no fact of its own, firstSeq and lastSeq are 0. */
export function doneBody(caseId: string, opId: string, facts: readonly Fact[]): Readonly<Record<string, unknown>> {
  const own = facts.filter((fact) => fact.requestId === opId);
  return {
    caseId,
    opId,
    firstSeq: own[0]?.seq ?? 0,
    lastSeq: own.at(-1)?.seq ?? 0,
    facts: own.map(({ seq, body, at }) => ({ seq, type: body.type, at: rfc3339(at, 'ms') })),
  };
}

/** A refusal as an answer; `detail` reads "expected ..., but ...". */
export function refusal(code: ProblemCode, detail: string, extra: Readonly<Record<string, unknown>> = {}): Answer {
  const body = problem(code, detail, extra);
  return { status: body.status, body };
}

/** What the rules refused, as an answer with what it is about. */
export function refusalOf(o: { code: ProblemCode; detail: string; about?: unknown }): Answer {
  return refusal(o.code, o.detail, o.about === undefined ? {} : { about: o.about });
}

/** The refusal of a failure that came back from a case; null when its type is not a code of ours. */
export function refusalOfFailure({ type, detail, about }: Failure): Answer | null {
  return type !== null && isProblemCode(type) ? refusalOf({ code: type, detail, about }) : null;
}

/** The outcome is not known in time: 202 and where to look. */
export function outcomeUnknown(caseId: string, opId: string): Answer {
  return { status: 202, body: { opId, statusUrl: `/api/v1/cases/${caseId}/orders/${opId}` } };
}

/** The answer of a filing as people get it: the stored one and the query code. */
export function withQueryCode(answer: Answer, secret: string): Answer {
  const { caseId } = answer.body;
  if (answer.status !== 201 || typeof caseId !== 'string') return answer;
  return { status: 201, body: { ...answer.body, queryCode: queryCodeOf(secret, caseId) } };
}
