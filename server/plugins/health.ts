import type { FastifyInstance } from 'fastify';
import type { AppDeps } from '../deps.ts';

/** /livez: the process answers. /readyz: it can work (503 with what is missing, also while it stops). Figures: `metrics-listener.ts`. */
export function health(app: FastifyInstance, { readiness }: Pick<AppDeps, 'readiness'>): void {
  const options = { config: { policy: 'public' as const }, schema: { hide: true }, logLevel: 'warn' as const };
  app.get('/livez', options, () => ({ live: true }));
  app.get('/readyz', options, async (_request, reply) => {
    const answer = await readiness();
    return reply.code(answer.ready ? 200 : 503).send(answer);
  });
}
