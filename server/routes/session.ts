import type { FastifyReply } from 'fastify';
import { problem } from '../../contract/problem.ts';
import type { OkOf } from '../../contract/routes.ts';
import type { Db } from '../../db/client.ts';
import { actorInPost, choosePost, findByLogin, findUser } from '../../db/people/users.ts';
import type { Person } from '../../db/people/users.ts';
import { unreadCount } from '../../db/views/messages.ts';
import { dayMs } from '../../domain/clock/civil-date.ts';
import type { Post } from '../../domain/people/roles.ts';
import { createHourly, markOfLogin } from '../audit.ts';
import type { AppDeps } from '../deps.ts';
import { deviceOf, deviceSeconds, lockedUntil, newDevice } from '../guesses.ts';
import type { Guesses } from '../guesses.ts';
import { passwordFits } from '../passwords.ts';
import { presentPosts } from '../presenters/people.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';

type Names = 'signIn' | 'signOut' | 'me' | 'choosePost';

const notOverTls = problem(
  'not-over-tls',
  'expected TLS, as PUBLIC_URL says, but found HTTP: the proxy must send X-Forwarded-Proto: https and be one of TRUSTED_PROXIES',
);

/** Unread messages are counted of so many days back and up to so many: a badge says 99+. */
const unreadDays = 400;
const unreadMost = 100;

/** Sign-in and what belongs to the person: session, post in use. */
export function sessionHandlers(
  { db, config }: AppDeps,
  { time, guesses }: Pick<CaseTools, 'time'> & { readonly guesses: Guesses },
): Pick<Handlers, Names> {
  const { https, sessionSecret: secret } = config;
  const hourly = createHourly(Date.now);
  const deviceCookie = https ? '__Host-device' : 'device';
  const me = createMe(db, time, config.deviceBridge);
  return {
    signIn: async ({ body, request, reply, receivedAt, audit }) => {
      // Else the answer would be 200 and the cookie, which goes by TLS only, not in it: nobody would know why.
      if (https && request.protocol !== 'https') return notOverTls;
      const login = foldLogin(body.login);
      const account = await findByLogin(db, login);
      const device = deviceOf(secret, account?.id ?? '', request.cookies[deviceCookie]);
      const tried = await guesses.signIn({ login, address: request.ip, device, now: receivedAt });
      const refusal = { ...(account && { account: account.id }), details: { mark: markOfLogin(secret, login) } };
      if ('lockedUntil' in tried) {
        const details = { ...refusal.details, locked: true as const };
        // Of one lock: whoever goes on writes no more, and locks are as few as what was judged before them.
        await hourly(tried.key, async () => audit({ kind: 'signInRefused', ...refusal, details }));
        return lockedUntil(tried, 'password', receivedAt);
      }
      const fits = await passwordFits(account?.passwordHash ?? null, body.password);
      const person = account !== null && fits ? await actorInPost(db, account.id) : null;
      if (account === null || person === null) {
        await audit({ kind: 'signInRefused', ...refusal });
        // Told to whoever knows the password only: others learn of no account.
        if (fits) return problem('account-disabled', 'expected an account that is enabled, but it is disabled');
        return problem('sign-in-failed', 'expected a login and its password, but they do not fit');
      }
      await tried.right();
      await audit({ kind: 'signedIn', who: person.id });
      await request.session.regenerate();
      request.session.userId = person.id;
      request.session.signedInAt = receivedAt;
      if (device === null) {
        const kept = { path: '/', httpOnly: true, sameSite: 'lax', secure: https, maxAge: deviceSeconds } as const;
        reply.setCookie(deviceCookie, newDevice(secret, person.id), kept);
      }
      return me(person, reply, false);
    },
    signOut: async ({ request, audit }) => {
      if (request.session.userId === undefined) return null;
      await audit({ kind: 'signedOut' });
      await request.session.destroy();
      return null;
    },
    me: async ({ person, request, reply }) => me(person, reply, request.byToken),
    choosePost: async ({ person, body, request, reply }) => {
      if (!(await choosePost(db, person.id, body.post))) {
        return problem('not-found', 'expected a post that is held, but it is not');
      }
      const again = request.byToken ? person : await actorInPost(db, person.id);
      return me(again ?? person, reply, request.byToken);
    },
  };
}

/** Who somebody is, as a page begins with it. */
function createMe(db: Db, time: CaseTools['time'], deviceBridge: string | null) {
  const unread = async (person: Person): Promise<number> => {
    const { now } = await time.read();
    return unreadCount(db, { actor: person, since: now - unreadDays * dayMs, now, atMost: unreadMost });
  };
  return async (person: Person, reply: FastifyReply, byToken: boolean): Promise<OkOf<'me'>> => {
    const held = (await findUser(db, person.id))?.posts ?? [];
    const inUse = held.filter((post) => person.posts.some((one) => isSamePost(one, post)));
    return {
      id: person.id,
      login: person.login,
      name: person.name,
      posts: presentPosts(inUse),
      held: presentPosts(held),
      unread: await unread(person),
      mustChangePassword: person.mustChangePassword,
      deviceBridge,
      csrfToken: byToken ? null : reply.generateCsrf(),
    };
  };
}

/** Logins are lower-case; a phone or an input method may have written them otherwise. */
function foldLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}

function isSamePost(a: Post, b: Post): boolean {
  return a.role === b.role && a.departmentId === b.departmentId;
}
