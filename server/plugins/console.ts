import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { problem } from '../../contract/problem.ts';
import { sendProblem } from '../problem-reply.ts';
import { root } from '../root.ts';

const folder = join(root, 'dist/console');
/** Files of the build: hashed ones below assets/, and the few beside index.html. */
const files = /^\/(assets\/[\w.-]+|icon\.svg)$/;
/** Addresses that are never pages: what is not found there is a problem document. */
const notPages = /^\/(api|docs|livez|readyz|metrics|assets)(\/|$)/;

/**
 * Serves the built console: hashed assets for a year, index.html never from a cache, and index.html for every page address a
 * browser asks for, because the console routes by itself. Scripts and styles go over the line as the build has packed them. Without a build the API serves nothing but itself.
 */
export async function consolePages(app: FastifyInstance): Promise<void> {
  if (!existsSync(`${folder}/index.html`)) {
    app.log.warn('no built console: npm start builds it');
    return;
  }
  await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false, preCompressed: true });
  app.get('/*', { config: { policy: 'public' }, schema: { hide: true }, logLevel: 'warn' }, (request, reply) => {
    const [path = ''] = request.url.split('?', 1);
    if (files.test(path)) {
      const kept = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      return reply.header('cache-control', kept).sendFile(path.slice(1));
    }
    const wantsPage = (request.headers.accept ?? '').includes('text/html');
    if (wantsPage && !notPages.test(path)) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return sendProblem({ request, reply, problem: problem('not-found', 'expected a known address, but found none') });
  });
}
