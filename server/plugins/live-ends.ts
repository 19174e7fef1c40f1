import type { FastifyInstance } from 'fastify';
import { basePath } from '../../contract/routes.ts';
import type { Live } from '../live/live.ts';

/** Writes below these change nobody's session or rights. */
const harmless = ['/cases', '/messages', '/business-clock'].map((path) => `${basePath}${path}`);

/** Live pages end when the process stops, and at once when a request has ended their session or taken their rights. */
export function liveEnds(app: FastifyInstance, live: Live): void {
  app.addHook('preClose', live.close);
  app.addHook('onResponse', async ({ method, url }) => {
    if (method === 'GET' || method === 'HEAD' || harmless.some((path) => url.startsWith(path))) return;
    await live.recheck();
  });
}
