import type { FastifyReply } from 'fastify';
import { problem } from '../../contract/problem.ts';
import type { OkOf } from '../../contract/routes.ts';
import { deleteSessions } from '../../db/people/sessions.ts';
import { clearFailedSignIns, countFailedSignIn, lockout } from '../../db/people/sign-in.ts';
import { actorInPost, choosePost, findByLogin, findUser, setPassword } from '../../db/people/users.ts';
import type { Person } from '../../db/people/users.ts';
import { unreadCount } from '../../db/views/messages.ts';
import { dayMs } from '../../domain/clock/civil-date.ts';
import type { Post } from '../../domain/people/roles.ts';
import type { AppDeps } from '../deps.ts';
import { hashPassword, isStrong, passwordFits } from '../passwords.ts';
import { presentPosts } from '../presenters/people.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';

type Names = 'signIn' | 'signOut' | 'me' | 'choosePost' | 'changePassword';

/** Unread messages are counted of so many days back and up to so many: a badge says 99+. */
const unreadDays = 400;
const unreadMost = 100;

/** Sign-in and what belongs to the person: session, post in use, password. */
export function sessionHandlers({ db }: AppDeps, { time }: Pick<CaseTools, 'time'>): Pick<Handlers, Names> {
  const guesses = createGuesses();
  const unread = async (person: Person): Promise<number> => {
    const { now } = await time.read();
    return unreadCount(db, { actor: person, since: now - unreadDays * dayMs, now, atMost: unreadMost });
  };
  const me = async (person: Person, reply: FastifyReply, byToken: boolean): Promise<OkOf<'me'>> => {
    const held = (await findUser(db, person.id))?.posts ?? [];
    const inUse = held.filter((post) => person.posts.some((one) => isSamePost(one, post)));
    return {
      id: person.id,
      login: person.login,
      name: person.name,
      posts: presentPosts(inUse),
      held: presentPosts(held),
      unread: await unread(person),
      csrfToken: byToken ? null : reply.generateCsrf(),
    };
  };
  return {
    signIn: async ({ body, request, reply, receivedAt }) => {
      const account = await findByLogin(db, body.login);
      const lockedUntil = account === null ? guesses.lockedUntil(body.login) : account.lockedUntil;
      if (lockedUntil !== null && lockedUntil > receivedAt) return locked(lockedUntil - receivedAt);
      const fits = await passwordFits(account?.passwordHash ?? null, body.password);
      if (account === null) guesses.failed(body.login, receivedAt);
      else if (!fits) await countFailedSignIn(db, { userId: account.id, now: receivedAt });
      const person = account !== null && fits ? await actorInPost(db, account.id) : null;
      if (account === null || person === null) {
        return problem('sign-in-failed', 'expected a login and its password, but they do not fit');
      }
      await clearFailedSignIns(db, account.id);
      await request.session.regenerate();
      request.session.userId = person.id;
      request.session.signedInAt = receivedAt;
      return me(person, reply, false);
    },
    signOut: async ({ request }) => {
      if (request.session.userId !== undefined) await request.session.destroy();
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
    changePassword: async ({ person, body, request, receivedAt }) => {
      const account = await findByLogin(db, person.login);
      if (account === null || !(await passwordFits(account.passwordHash, body.current))) {
        if (account !== null) await countFailedSignIn(db, { userId: account.id, now: receivedAt });
        return problem('sign-in-failed', 'expected the current password, but it does not fit');
      }
      if (!isStrong(body.next, { login: person.login, old: body.current })) {
        return problem('weak-password', 'expected a longer password unlike login and old one, but got a weak one');
      }
      await setPassword(db, { userId: person.id, passwordHash: await hashPassword(body.next) });
      await deleteSessions(db, person.id, request.byToken ? undefined : request.session.sessionId);
      return null;
    },
  };
}

function locked(ms: number) {
  const retryAfter = Math.ceil(ms / 1_000);
  return problem('locked', 'expected fewer wrong passwords, but there were too many', { retryAfter });
}

/** Locks logins that nobody has as accounts are locked, so that the answer does not tell which logins exist. */
function createGuesses() {
  const seen = new Map<string, { count: number; since: number; until: number | null }>();
  return {
    lockedUntil: (login: string): number | null => seen.get(login)?.until ?? null,
    failed(login: string, now: number): void {
      if (seen.size >= 10_000) seen.clear();
      const last = seen.get(login);
      const fresh = last === undefined || now - last.since > lockout.windowMs;
      const count = fresh ? 1 : last.count + 1;
      const over = count >= lockout.failures;
      seen.set(login, {
        count: over ? 0 : count,
        since: fresh ? now : last.since,
        until: over ? now + lockout.lockMs : null,
      });
    },
  };
}

function isSamePost(a: Post, b: Post): boolean {
  return a.role === b.role && a.departmentId === b.departmentId;
}
