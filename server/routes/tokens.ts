import { problem } from '../../contract/problem.ts';
import { inTransaction } from '../../db/client.ts';
import { createToken, listTokens, revokeToken } from '../../db/people/tokens.ts';
import type { AppDeps } from '../deps.ts';
import { dayMs, rfc3339 } from '../../domain/clock/civil-date.ts';
import { instantOrNull } from '../presenters/words.ts';
import type { Handlers } from './handler.ts';

/** Bearer tokens of the person who asks. */
export function tokenHandlers({ db }: AppDeps): Pick<Handlers, 'listTokens' | 'createToken' | 'revokeToken'> {
  return {
    listTokens: async ({ person }) => ({
      items: (await listTokens(db, person.id)).map(({ id, title, scope, expiresAt, revokedAt, lastUsedAt }) => ({
        id,
        title,
        scope,
        lastUsedAt: instantOrNull(lastUsedAt),
        expiresAt: rfc3339(expiresAt),
        revokedAt: instantOrNull(revokedAt),
      })),
    }),
    createToken: async ({ person, body, receivedAt, audit }) => {
      const expiresAt = receivedAt + body.days * dayMs;
      const { title, scope = 'full' } = body;
      return inTransaction(db, async (client) => {
        const { id, token } = await createToken(client, { userId: person.id, title, scope, expiresAt });
        await audit({ kind: 'tokenMade', subject: id, details: { title, scope } }, client);
        return { id, token, title, scope, expiresAt: rfc3339(expiresAt) };
      });
    },
    revokeToken: async ({ person, params: { tokenId }, receivedAt, audit }) =>
      inTransaction(db, async (client) => {
        const found = await revokeToken(client, { userId: person.id, id: tokenId, at: receivedAt });
        if (!found) return problem('not-found', 'expected a token of this person, but found none');
        await audit({ kind: 'tokenRevoked', subject: tokenId }, client);
        return null;
      }),
  };
}
