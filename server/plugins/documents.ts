import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { basePath } from '../../contract/routes.ts';

/** OpenAPI 3.1 from the schemas of the routes. Registered before them. */
export async function openApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    // What Fastify leaves to the handler (missing keys have codes of their own) is required all the same.
    transform: ({ schema, url }) => ({ schema: withNeededHeaders(schema), url }),
    openapi: {
      openapi: '3.1.0',
      info: { title: '时限 Shixian', version: '1', description: '政务审批时限编排接口' },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'sid' },
        },
      },
    },
  });
}

/**
 * The page to try the API at /docs, and the document at /api/v1/openapi.json; outside demonstrations for who is signed in. No address
 * outside this site is asked.
 */
export async function apiPage(app: FastifyInstance, { demo }: { readonly demo: boolean }): Promise<void> {
  const policy = demo ? 'public' : 'signedIn';
  app.get(`${basePath}/openapi.json`, { config: { policy }, schema: { hide: true } }, () => app.swagger());
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, policy };
    });
    await scope.register(swaggerUi, {
      routePrefix: '/docs',
      staticCSP: false,
      uiConfig: {
        tryItOutEnabled: true,
        persistAuthorization: false,
        validatorUrl: null,
        requestInterceptor: withCsrfToken,
      },
    });
  });
}

/**
 * Gives what the page sends the CSRF token of whoever has signed in, as the console does: without it each write is refused. It runs in the
 * browser, sent as its own text: it may name nothing outside itself.
 */
async function withCsrfToken<Sent extends object>(request: Sent): Promise<Sent> {
  if (!('method' in request && 'headers' in request)) return request;
  const { method, headers } = request;
  const writes = ['POST', 'PUT', 'PATCH', 'DELETE'].includes(String(method));
  if (!writes || typeof headers !== 'object' || headers === null || 'Authorization' in headers) return request;
  const answer = await fetch('/api/v1/me');
  const me: unknown = answer.ok ? await answer.json() : null;
  if (typeof me === 'object' && me !== null && 'csrfToken' in me && typeof me.csrfToken === 'string')
    Object.assign(headers, { 'x-csrf-token': me.csrfToken });
  return request;
}

function withNeededHeaders(schema: FastifySchema | undefined): FastifySchema {
  const headers = schema?.headers;
  if (typeof headers !== 'object' || headers === null || !('properties' in headers)) return schema ?? {};
  return { ...schema, headers: { ...headers, required: Object.keys(headers.properties ?? {}) } };
}
