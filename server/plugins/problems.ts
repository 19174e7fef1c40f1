import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import type { Problem, ProblemCode } from '../../contract/problem.ts';
import { isProblem, problem } from '../../contract/problem.ts';
import { sendProblem } from '../problem-reply.ts';

const byFastifyCode: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_CSRF_MISSING_SECRET: 'bad-csrf',
  FST_CSRF_INVALID_TOKEN: 'bad-csrf',
};

const byStatus: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** Connections refused or lost, server shutting down, no slot free: PostgreSQL and gRPC speak of an outage, not of a bug. */
const outageCodes =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|57P0[1-5]|53\d{3}|08\d{3}|14)$/;
const outageWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout/;

/**
 * Every error leaves as a problem document. A mistake of the caller keeps its sentence; a failure (5xx) says nothing but the
 * request id and is logged whole.
 */
export function problems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (hasHungUp(request)) {
      request.log.info({ err: error }, 'the caller hung up');
      return sendProblem({
        request,
        reply,
        problem: problem('bad-request', 'expected a whole request, but it broke off'),
      });
    }
    const refusal = problemOf(error);
    if (refusal.status >= 500) request.log.error({ err: error, code: refusal.code }, 'failed');
    return sendProblem({ request, reply, problem: refusal });
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem({ request, reply, problem: problem('not-found', 'expected a known address, but found none') }),
  );
}

/** The connection is gone: nobody is left to answer, and it is no failure of ours. */
export function hasHungUp({ raw }: FastifyRequest): boolean {
  return raw.destroyed && raw.socket.destroyed;
}

function problemOf(error: FastifyError): Problem {
  if ('problem' in error && isProblem(error.problem)) return error.problem;
  if ('schemaErrors' in error) {
    const extra = { errors: error.schemaErrors };
    return problem('bad-request', 'expected a request that fits its schema, but found mistakes', extra);
  }
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    return problem('store-full', 'expected room for what comes, but the disk is full');
  if (isOutage(error))
    return problem('unavailable', 'expected the database and Temporal, but one is away', { retryAfter: 3 });
  const status = error.statusCode ?? 500;
  const code = byFastifyCode[error.code] ?? byStatus[status];
  if (code !== undefined)
    return problem(code, `expected a request that can be read, but ${error.message}`, retryOf(code));
  if (status < 500) return problem('bad-request', `expected a request that can be read, but ${error.message}`);
  return problem('internal', 'expected no failure, but one happened; the log has it under this request id');
}

function retryOf(code: ProblemCode): { retryAfter?: number } {
  return code === 'unavailable' ? { retryAfter: 3 } : {};
}

/** Whether an error says that a store or Temporal is away. */
export function isOutage(error: { readonly code?: unknown; readonly message?: unknown }): boolean {
  return outageCodes.test(String(error.code ?? '')) || outageWords.test(String(error.message ?? ''));
}
