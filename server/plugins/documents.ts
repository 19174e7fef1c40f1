import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { basePath } from '../../contract/routes.ts';

/** OpenAPI 3.1 from the schemas of the routes. Registered before them. */
export async function openApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
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

/** The page to try the API at /docs, and the document at /api/v1/openapi.json. No address outside this site is asked. */
export async function apiPage(app: FastifyInstance): Promise<void> {
  app.get(`${basePath}/openapi.json`, { config: { policy: 'public' }, schema: { hide: true } }, () => app.swagger());
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, policy: 'public' };
    });
    await scope.register(swaggerUi, {
      routePrefix: '/docs',
      staticCSP: false,
      uiConfig: { tryItOutEnabled: true, persistAuthorization: false, validatorUrl: null },
    });
  });
}
