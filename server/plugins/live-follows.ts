import type { FastifyInstance } from 'fastify';
import { basePath } from '../../contract/routes.ts';
import type { Live } from '../live/live.ts';

/** Writes that end sessions, tokens or rights, or change the post in use. */
const ending = [
  /^DELETE \/session$/,
  /^POST \/me\/password$/,
  /^PUT \/me\/post$/,
  /^DELETE \/tokens\//,
  /^(PATCH|PUT) \/users\//,
];
/** In demonstrations: another day for everybody, also where no case has moved. */
const newDay = /^POST \/business-clock\/advance$/;

/** Live pages end when the process stops, and at once when a request has ended their session or taken their rights. */
export function liveFollows(app: FastifyInstance, live: Live): void {
  app.addHook('preClose', live.close);
  app.addHook('onResponse', async ({ method, url }) => {
    const asked = `${method} ${url.slice(basePath.length)}`;
    if (ending.some((write) => write.test(asked))) await live.recheck();
    if (newDay.test(asked)) live.resync();
  });
}
