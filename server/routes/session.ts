import type { FastifyReply } from 'fastify';
import { problem } from '../../contract/problem.ts';
import type { OkOf } from '../../contract/routes.ts';
import { listDepartments } from '../../db/people/departments.ts';
import { deleteSessions } from '../../db/people/sessions.ts';
import { clearFailedSignIns, countFailedSignIn, lockout } from '../../db/people/sign-in.ts';
import { createToken, listTokens, revokeToken } from '../../db/people/tokens.ts';
import { actorOf, findByLogin, setPassword } from '../../db/people/users.ts';
import type { Person } from '../../db/people/users.ts';
import { unreadCount } from '../../db/views/messages.ts';
import type { AppDeps } from '../deps.ts';
import { hashPassword, isStrong, passwordFits } from '../passwords.ts';
import { postsWithNames } from '../presenters/people.ts';
import { instantOrNull, rfc3339 } from '../presenters/words.ts';
import type { Handlers } from './handler.ts';

type Names = 'signIn' | 'signOut' | 'me' | 'changePassword' | 'listTokens' | 'createToken' | 'revokeToken';

/** Unread messages are counted of so many days back and up to so many: a badge says 99+. */
const unreadDays = 400;
const unreadMost = 100;

/** Sign-in and what belongs to the person: sessions, password, tokens. */
export function sessionHandlers({ db }: AppDeps): Pick<Handlers, Names> {
  const guesses = createGuesses();
  const unread = (person: Person): Promise<number> =>
    unreadCount(db, { actor: person, since: Date.now() - unreadDays * 86_400_000, atMost: unreadMost });
  const me = async (person: Person, reply: FastifyReply, byToken: boolean): Promise<OkOf<'me'>> => ({
    id: person.id,
    login: person.login,
    name: person.name,
    posts: postsWithNames(person.posts, await listDepartments(db)),
    unread: await unread(person),
    csrfToken: byToken ? null : reply.generateCsrf(),
  });
  return {
    signIn: async ({ body, request, reply, receivedAt }) => {
      const account = await findByLogin(db, body.login);
      const lockedUntil = account === null ? guesses.lockedUntil(body.login) : account.lockedUntil;
      if (lockedUntil !== null && lockedUntil > receivedAt) return locked(lockedUntil - receivedAt);
      const fits = await passwordFits(account?.passwordHash ?? null, body.password);
      if (account === null) guesses.failed(body.login, receivedAt);
      else if (!fits) await countFailedSignIn(db, { userId: account.id, now: receivedAt });
      const person = account !== null && fits ? await actorOf(db, account.id) : null;
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
    listTokens: async ({ person }) => ({
      items: (await listTokens(db, person.id)).map(({ id, title, expiresAt, revokedAt }) => ({
        id,
        title,
        expiresAt: rfc3339(expiresAt),
        revokedAt: instantOrNull(revokedAt),
      })),
    }),
    createToken: async ({ person, body, receivedAt }) => {
      const expiresAt = receivedAt + body.days * 86_400_000;
      const { id, token } = await createToken(db, { userId: person.id, title: body.title, expiresAt });
      return { id, token, title: body.title, expiresAt: rfc3339(expiresAt) };
    },
    revokeToken: async ({ person, params, receivedAt }) => {
      const found = await revokeToken(db, { userId: person.id, id: params.tokenId, at: receivedAt });
      return found ? null : problem('not-found', 'expected a token of this person, but found none');
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
