import { problem } from '../../contract/problem.ts';
import { inTransaction } from '../../db/client.ts';
import { deleteSessions } from '../../db/people/sessions.ts';
import { revokeTokens } from '../../db/people/tokens.ts';
import { findByLogin, setPassword } from '../../db/people/users.ts';
import type { AppDeps } from '../deps.ts';
import { lockedUntil } from '../guesses.ts';
import type { Guesses } from '../guesses.ts';
import { hashPassword, passwordFits, weakPassword } from '../passwords.ts';
import type { Handlers } from './handler.ts';

/** One's own password: a new one ends every other session, and the tokens where it is not said otherwise. */
export function passwordHandlers({ db }: AppDeps, guesses: Guesses): Pick<Handlers, 'changePassword'> {
  return {
    changePassword: async ({ person, body, request, receivedAt, audit }) => {
      const account = await findByLogin(db, person.login);
      const tried = await guesses.ownPassword(person.login, receivedAt);
      if ('lockedUntil' in tried) return lockedUntil(tried, 'password', receivedAt);
      if (account === null || !(await passwordFits(account.passwordHash, body.current))) {
        return problem('sign-in-failed', 'expected the current password, but it does not fit');
      }
      await tried.right();
      const weak = weakPassword('next', body.next, { login: person.login, old: body.current });
      if (weak !== null) return weak;
      const passwordHash = await hashPassword(body.next);
      return inTransaction(db, async (client) => {
        await setPassword(client, { userId: person.id, passwordHash, mustChange: false });
        await deleteSessions(client, person.id, request.byToken ? undefined : request.session.sessionId);
        if (body.keepTokens !== true) await revokeTokens(client, { userId: person.id, at: receivedAt });
        const details = body.keepTokens === true ? { keptTokens: true as const } : {};
        await audit({ kind: 'passwordChanged', details }, client);
        return null;
      });
    },
  };
}
