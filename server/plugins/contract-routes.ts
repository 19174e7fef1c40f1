import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { Compile } from 'typebox/compile';
import type { Problem } from '../../contract/problem.ts';
import { ProblemDocument, isProblem, isProblemCode, problem } from '../../contract/problem.ts';
import type { RouteContract } from '../../contract/route.ts';
import { basePath, routeList } from '../../contract/routes.ts';
import type { AppDeps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { AnyHandler, Handlers } from '../routes/handler.ts';
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
      ...optionsOf(route, o.deps.config.demo ? perMinute.strictDemo : perMinute.strict),
      handler: handle(route, handler, o.deps.config.checkAnswers),
    });
  }
}

function optionsOf(route: Listed, strictMax: number): RouteShorthandOptions {
  const { policy, strict, params, query, body } = route;
  const limit = strict === true ? { rateLimit: { max: strictMax, timeWindow: '1 minute' } } : {};
  return {
    config: { policy, ...limit },
    schema: {
      summary: route.title,
      tags: [route.tag],
      operationId: route.name,
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { querystring: query }),
      ...(body === undefined ? {} : { body }),
      ...headersOf(route),
      ...(policy === 'public' ? {} : { security: [{ bearer: [] }, { session: [] }] }),
      response: { [route.status ?? 200]: answerSchema(route), default: ProblemDocument },
    },
  };
}

/** Described for OpenAPI; checked by hand below, because a missing key has its own code. */
function headersOf({ idempotent, ifMatch }: RouteContract): { headers?: object } {
  const text = { type: 'string' };
  const properties = {
    ...(idempotent === true
      ? { 'idempotency-key': { ...text, description: 'UUID 或 8 至 64 个可见 ASCII 字符' } }
      : {}),
    ...(ifMatch === true ? { 'if-match': { ...text, description: '读到的 ETag' } } : {}),
  };
  return Object.keys(properties).length > 0 ? { headers: { type: 'object', properties } } : {};
}

function answerSchema({ title, ok, status, produces }: RouteContract): object {
  if (status === 204) return { type: 'null', description: title };
  return produces === undefined ? ok : { description: title, content: { [produces]: { schema: ok } } };
}

function handle(route: Listed, handler: AnyHandler, check: boolean) {
  const validator = check ? Compile(route.ok) : null;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const receivedAt = Date.now();
    const refusal = wrongHeaders(route, request);
    if (refusal !== null) return sendProblem({ request, reply, problem: refusal });
    const { params, query, body, person } = request;
    const answer = await handler({ params, query, body, person, receivedAt, request, reply });
    const problemFound = asProblem(answer);
    if (problemFound !== null) return sendProblem({ request, reply, problem: problemFound });
    if (isStored(answer)) return sendStored(answer.stored, { request, reply });
    if (validator !== null && !(answer instanceof Readable) && !validator.Check(answer)) {
      const errors = JSON.stringify(validator.Errors(answer).slice(0, 3));
      throw new Error(`${route.name} answered what its schema forbids: ${errors}`);
    }
    reply.code(route.status ?? 200);
    if (route.status === 204) return reply.send();
    return reply.type(route.produces ?? 'application/json; charset=utf-8').send(answer);
  };
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
  if (typeof body['statusUrl'] === 'string') reply.header('location', body['statusUrl']);
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

/** The revision in an ETag `"v7"`, or null. */
export function revisionOf(etag: string | undefined): number | null {
  const digits = /^"v([0-9]{1,9})"$/.exec(etag ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
