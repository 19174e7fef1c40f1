import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Policy } from '../../contract/route.ts';
import { problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { basePath } from '../../contract/routes.ts';
import type { Db } from '../../db/client.ts';
import type { TokenHolder } from '../../db/people/tokens.ts';
import { actorInPost } from '../../db/people/users.ts';
import type { Person } from '../../db/people/users.ts';
import { roles } from '../../domain/people/roles.ts';
import type { Role } from '../../domain/people/roles.ts';
import { sendProblem } from '../problem-reply.ts';
import type { PersonCache } from './person-cache.ts';
import { absoluteMs } from './session.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; null on public routes. */
    person: Person | null;
    /** The person came by bearer token: no cookie, so no CSRF token. */
    byToken: boolean;
  }
  interface FastifyContextConfig {
    policy?: Policy;
    inPerson?: boolean;
    beforePassword?: boolean;
  }
}

/** Cases, their files, and what the public asks about them. */
const changesNobody = new RegExp(`^${basePath}/(cases|files|lookup|drafts)(/|\\?|$)`);

/**
 * Decides for every request whether the person may call the route, before its body is read. Posts are read anew each time (those
 * behind a bearer token every two seconds and after each change of accounts, here or in another process), so a right that is taken away ends. A route
 * without a policy stops the process at boot.
 */
export function auth(app: FastifyInstance, { db, people }: { db: Db; people: PersonCache }): void {
  const all: RouteOptions[] = [];
  app.decorateRequest('person', null);
  app.decorateRequest('byToken', false);
  app.addHook('onRoute', (route) => {
    all.push(route);
  });
  app.addHook('onReady', async () => {
    const unguarded = all.flatMap((route) =>
      route.config?.policy === undefined ? [`${String(route.method)} ${route.url}`] : [],
    );
    if (unguarded.length > 0) throw new Error(`expected a policy on every route, but none on ${unguarded.join(', ')}`);
  });
  app.addHook('onSend', (request, _reply, _payload, done) => {
    // Before the answer leaves: whoever reads it must meet what it says.
    if (changesState(request) && !changesNobody.test(request.url)) people.forget();
    done();
  });
  app.addHook('onRequest', async (request, reply) => {
    const { policy } = request.routeOptions.config;
    if (policy === undefined || policy === 'public') return;
    const person = await personOf(request, { db, people });
    if (person === null) {
      return refuse(request, reply, problem('not-signed-in', 'expected a session or a bearer token, but found none'));
    }
    request.person = person;
    const barred = barredBy(request, person);
    if (barred !== null) return refuse(request, reply, barred);
    if (policy !== 'signedIn' && !person.posts.some(({ role }) => policy.includes(role))) {
      return refuse(request, reply, postMissing(policy));
    }
    if (!request.byToken && changesState(request) && !(await csrfFits(app, request, reply))) return reply;
  });
}

/** Which posts a route is for, by name. */
function postMissing(wanted: readonly Role[]): Problem {
  const reason = `expected a post as ${wanted.map((role) => roles[role].en.toLowerCase()).join(' or ')}, but it is not held`;
  const detail = `办理此项需要下列岗位之一，您没有：${wanted.map((role) => roles[role].zh).join('、')}。`;
  return problem('not-allowed', reason, { detail, about: { roles: wanted } });
}

/** What stands against the way a person came, whoever they are: a token that may not do this, a password that must go first. */
function barredBy(request: FastifyRequest, person: Person | TokenHolder): Problem | null {
  const { inPerson, beforePassword } = request.routeOptions.config;
  if ('scope' in person && person.scope === 'readOnly' && changesState(request)) {
    return problem('token-not-allowed', 'expected a token that may write, but this one only reads');
  }
  if (request.byToken && inPerson === true) {
    return problem('token-not-allowed', 'expected a person who signed in, but a token asks');
  }
  return person.mustChangePassword && beforePassword !== true
    ? problem('password-must-change', 'expected a password of your own, but somebody else chose it')
    : null;
}

async function personOf(
  request: FastifyRequest,
  { db, people }: { db: Db; people: PersonCache },
): Promise<Person | TokenHolder | null> {
  const token = bearerOf(request);
  if (token !== undefined) {
    request.byToken = true;
    return people.ofToken(token);
  }
  const { userId, signedInAt } = request.session;
  if (userId === undefined || signedInAt === undefined) return null;
  if (Date.now() - signedInAt < absoluteMs) return actorInPost(db, userId);
  await request.session.destroy();
  return null;
}

/** The bearer token a request brings; undefined when it brings none. */
export function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer ([\x21-\x7e]{8,200})$/.exec(headers.authorization ?? '')?.[1];
}

function changesState(request: FastifyRequest): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD';
}

/** False when the plugin has answered: its error has a code that becomes `bad-csrf`. */
async function csrfFits(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  let fits = false;
  app.csrfProtection(request, reply, () => {
    fits = true;
  });
  return fits;
}

function refuse(request: FastifyRequest, reply: FastifyReply, refusal: ReturnType<typeof problem>): FastifyReply {
  if (refusal.status === 401) reply.header('www-authenticate', 'Bearer');
  return sendProblem({ request, reply, problem: refusal });
}
