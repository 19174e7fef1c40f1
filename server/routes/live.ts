import type { FastifyRequest } from 'fastify';
import { problem } from '../../contract/problem.ts';
import { createSessions } from '../../db/people/sessions.ts';
import { actorByToken } from '../../db/people/tokens.ts';
import { actorInPost } from '../../db/people/users.ts';
import type { Person } from '../../db/people/users.ts';
import type { AppDeps } from '../deps.ts';
import type { Live } from '../live/live.ts';
import { bearerOf } from '../plugins/auth.ts';
import { absoluteMs } from '../plugins/session.ts';
import type { Handlers } from './handler.ts';

/** The live stream: who looks is read anew as long as it lasts, so that it ends with the session. */
export function liveHandlers({ db }: AppDeps, live: Live): Pick<Handlers, 'live'> {
  const sessions = createSessions(db, Date.now);
  const askOf = (request: FastifyRequest): (() => Promise<Person | null>) => {
    const token = bearerOf(request);
    if (token !== undefined) return async () => actorByToken(db, token, Date.now());
    const { sessionId, userId = '', signedInAt = 0 } = request.session;
    return async () => {
      const kept = await sessions.get(sessionId);
      return kept === null || Date.now() - signedInAt >= absoluteMs ? null : actorInPost(db, userId);
    };
  };
  return {
    live: async ({ person, request, reply }) => {
      if (request.method === 'HEAD') return '';
      const again = request.headers['last-event-id'] !== undefined;
      const body = live.open({ actor: person, ask: askOf(request), again });
      if (body === null)
        return problem('too-many-requests', 'expected fewer live pages of one person, but there are too many');
      // A proxy must neither keep events back nor cache them; the connection serves nothing else afterwards.
      reply.headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'close' });
      return body;
    },
  };
}
