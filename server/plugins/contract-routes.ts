import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { Compile } from 'typebox/compile';
import type { Problem } from '../../contract/problem.ts';
import { isProblem, isProblemCode, problem } from '../../contract/problem.ts';
import type { RouteContract } from '../../contract/route.ts';
import { basePath, routeList } from '../../contract/routes.ts';
import { auditFor } from '../audit.ts';
import type { AppDeps } from '../deps.ts';
import { etagOf, revisionOf } from '../etag.ts';
import { sendProblem } from '../problem-reply.ts';
import type { AnyHandler, Handlers } from '../routes/handler.ts';
import { describe } from './describe.ts';
import { perMinute } from './security.ts';

type Listed = (typeof routeList)[number];

/** Registers every route of the contract with the handler of its name. */
export function contractRoutes(app: FastifyInstance, o: { deps: AppDeps; handlers: Handlers }): void {
  for (const route of routeList) {
    const handler = (o.handlers as Readonly<Record<string, AnyHandler>>)[route.name];
    if (handler === undefined) throw new Error(`expected a handler for ${route.name}, but there is none`);
    app.route({
      method: route.method,
      url: `${basePath}${route.url}`,
      ...optionsOf(route),
      handler: handle(route, handler, o.deps),
    });
  }
  refuseOtherMethods(app);
}

/** An address that is there answers other methods with what it takes, to whoever asks. */
function refuseOtherMethods(app: FastifyInstance): void {
  const byUrl = new Map<string, string[]>();
  for (const { url, method } of routeList) {
    byUrl.set(url, [...(byUrl.get(url) ?? []), method, ...(method === 'GET' ? ['HEAD'] : [])]);
  }
  for (const [url, taken] of byUrl) {
    const allow = taken.join(', ');
    app.route({
      method: allMethods.filter((method) => !taken.includes(method)),
      url: `${basePath}${url}`,
      config: { policy: 'public' },
      schema: { hide: true },
      // Before a body is looked for: some methods must have one.
      onRequest: async (request, reply) =>
        sendProblem({
          request,
          reply: reply.header('allow', allow),
          problem: problem('method-not-allowed', `expected ${allow}, but it is ${request.method}`),
        }),
      handler: () => undefined,
    });
  }
}

const allMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY'];

/** Who has no account sends a few fields at most. */
const publicBodyLimit = 4_096;

function optionsOf(route: Listed): RouteShorthandOptions {
  const { policy, params, query, body } = route;
  const limit = route.limit ?? (policy === 'public' ? 'public' : null);
  return {
    ...(policy === 'public' ? { bodyLimit: publicBodyLimit } : {}),
    config: {
      policy,
      route: route.name,
      inPerson: route.inPerson === true,
      beforePassword: route.beforePassword === true,
      takesBytes: route.takesBytes === true,
      ...(limit === null ? {} : { rateLimit: { max: perMinute[limit], timeWindow: '1 minute' } }),
    },
    schema: {
      summary: route.title,
      tags: [route.tag],
      operationId: route.name,
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { querystring: query }),
      ...(body === undefined ? {} : { body }),
      ...(policy === 'public' ? {} : { security: [{ bearer: [] }, { session: [] }] }),
      ...describe(route),
    },
  };
}

function handle(route: Listed, handler: AnyHandler, { db, config }: AppDeps) {
  const validator = config.checkAnswers ? Compile(route.ok) : null;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const receivedAt = Date.now();
    const refusal = wrongHeaders(route, request);
    if (refusal !== null) return sendProblem({ request, reply, problem: refusal });
    const { params, query, body, person } = request;
    const audit = auditFor(route, { db, request });
    const answer = await handler({ params, query, body, person, receivedAt, audit, request, reply });
    const problemFound = asProblem(answer);
    if (problemFound !== null) return sendProblem({ request, reply, problem: problemFound });
    if (isStored(answer)) return sendStored(answer.stored, { request, reply });
    if (validator !== null && !(answer instanceof Readable) && !validator.Check(answer)) {
      const errors = JSON.stringify(validator.Errors(answer).slice(0, 3));
      throw new Error(`${route.name} answered what its schema forbids: ${errors}`);
    }
    reply.code(route.status ?? 200);
    if (route.etag === true) reply.header('etag', etagOf(revisionIn(answer)));
    if (route.status === 204) return reply.send();
    // A file is served as what its bytes are, which its handler knows.
    if (!reply.hasHeader('content-type')) reply.type(route.produces ?? 'application/json; charset=utf-8');
    return reply.send(answer);
  };
}

function revisionIn(answer: unknown): number {
  if (typeof answer === 'object' && answer !== null) {
    if ('revision' in answer) return Number(answer.revision);
    if ('seq' in answer) return Number(answer.seq);
  }
  throw new Error('expected an answer with a revision or a last fact, but it has neither');
}

function isStored(answer: unknown): answer is { stored: { status: number; body: Readonly<Record<string, unknown>> } } {
  return typeof answer === 'object' && answer !== null && 'stored' in answer;
}

/** Answers of the gateway are kept and repeated byte for byte: nothing of this request goes into them. */
function sendStored(
  { status, body }: { status: number; body: Readonly<Record<string, unknown>> },
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): FastifyReply {
  if (isProblem(body)) return sendProblem({ request, reply, problem: body, stored: true });
  if (typeof body['statusUrl'] === 'string') reply.headers({ location: body['statusUrl'], 'retry-after': '1' });
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

function asProblem(answer: unknown): Problem | null {
  if (isProblem(answer)) return answer;
  if (typeof answer !== 'object' || answer === null || !('refused' in answer) || !('code' in answer)) return null;
  const { code } = answer;
  if (typeof code !== 'string' || !isProblemCode(code)) throw new Error(`unknown refusal ${String(code)}`);
  return problem(code, 'detail' in answer ? String(answer.detail) : '');
}

const keyForm = /^[\x21-\x7e]{8,64}$/;

function wrongHeaders(route: RouteContract, { headers }: FastifyRequest): Problem | null {
  const key = headers['idempotency-key'];
  if (route.idempotent === true && (typeof key !== 'string' || !keyForm.test(key))) {
    return problem(
      'idempotency-key-required',
      'expected an Idempotency-Key of 8 to 64 visible characters, but found none',
    );
  }
  if (route.ifMatch === true && revisionOf(headers['if-match']) === null) {
    return problem('revision-required', 'expected If-Match with the ETag that was read, but found none');
  }
  return null;
}
