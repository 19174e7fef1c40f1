import Fastify, { LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { v7 as newId } from 'uuid';
import { problem } from '../contract/problem.ts';
import { basePath } from '../contract/routes.ts';
import { actorByToken } from '../db/people/tokens.ts';
import type { AppDeps } from './deps.ts';
import { createLive } from './live/live.ts';
import { auditRefusals } from './plugins/audit-refusals.ts';
import { auth } from './plugins/auth.ts';
import { consolePages } from './plugins/console.ts';
import { contractRoutes } from './plugins/contract-routes.ts';
import { apiPage, openApi } from './plugins/documents.ts';
import { health } from './plugins/health.ts';
import { jsonBody } from './plugins/json-body.ts';
import { liveFollows } from './plugins/live-follows.ts';
import { createPersonCache } from './plugins/person-cache.ts';
import { hasHungUp, problems } from './plugins/problems.ts';
import { security } from './plugins/security.ts';
import { sessions } from './plugins/session.ts';
import { strictInput } from './plugins/strict-input.ts';
import { validation } from './plugins/validation.ts';
import { createHandlers } from './routes/index.ts';

/** Largest body: 256 KB. */
export const bodyLimit = 262_144;

/** One line a request, when it is over; health checks and metrics only when they fail. */
class OneLine extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(error: Error | null, request: FastifyRequest, reply: FastifyReply): void {
    const line = { req: request, res: reply, responseTime: Math.round(reply.elapsedTime) };
    if (error && !hasHungUp(request)) reply.log.error({ ...line, err: error }, 'request failed');
    else reply.log.info(line, 'request');
  }
}

/** Builds the HTTP side of the product: plugins in the order a request meets them, then the routes. Not listening yet. */
export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config, db } = deps;
  const requestMs = config.requestMs ?? 30_000;
  const loggerInstance: FastifyBaseLogger = deps.log;
  const app: FastifyInstance = Fastify({
    loggerInstance,
    bodyLimit,
    genReqId: () => newId(),
    logController: new OneLine({ requestIdLogLabel: 'requestId' }),
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    requestTimeout: requestMs,
    // Node takes the longer of both for the body: the head may not take longer either.
    http: { connectionsCheckingInterval: Math.ceil(requestMs / 6), headersTimeout: requestMs },
    return503OnClosing: false,
    routerOptions: { maxParamLength: 400, ignoreTrailingSlash: false },
    frameworkErrors: (_error, request, reply) => {
      const refusal = problem('bad-request', 'expected an address that can be read, but it is malformed');
      const body = JSON.stringify({ instance: `urn:uuid:${request.id}`, ...refusal });
      const type = 'application/problem+json; charset=utf-8';
      reply.hijack();
      reply.raw.writeHead(400, { 'content-type': type, 'x-request-id': request.id }).end(body);
    },
    clientErrorHandler: (error, socket) => {
      const isSlow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
      const found = isSlow
        ? problem('too-slow', 'expected a whole request in time, but it went on')
        : problem('bad-request', 'expected an HTTP request, but could not read one');
      const refusal = JSON.stringify(found);
      if (!socket.writable) return;
      const head = `HTTP/1.1 ${isSlow ? '408 Request Timeout' : '400 Bad Request'}\r\ncontent-type: application/problem+json; charset=utf-8\r\nconnection: close`;
      socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(refusal)}\r\n\r\n${refusal}`);
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onSend', async (request, reply) => {
    if (deps.isStopping()) reply.header('connection', 'close');
    // Nothing of the API is kept on the way or on a shared desk: an answer belongs to who asked.
    if (request.url.startsWith(`${basePath}/`) && !reply.hasHeader('cache-control')) {
      reply.header('cache-control', 'no-store');
    }
  });
  validation(app);
  problems(app);
  await security(app, config);
  strictInput(app);
  jsonBody(app);
  await sessions(app, { secret: config.sessionSecret, https: config.https, db });
  const live = createLive({
    db,
    log: deps.log,
    beatMs: config.heartbeatMs ?? 15_000,
    onPeople: () => people.forget(),
  });
  const people = createPersonCache(async (token, at) => actorByToken(db, token, at), Date.now, live.hears);
  auth(app, { db, people });
  auditRefusals(app, { db });
  await openApi(app);
  await apiPage(app, config);
  health(app, deps);
  liveFollows(app, live);
  contractRoutes(app, { deps, handlers: createHandlers(deps, live) });
  await consolePages(app);
  await app.ready();
  return app;
}
