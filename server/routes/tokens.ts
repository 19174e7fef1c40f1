import { problem } from '../../contract/problem.ts';
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
    createToken: async ({ person, body, receivedAt }) => {
      const expiresAt = receivedAt + body.days * dayMs;
      const { title, scope = 'full' } = body;
      const { id, token } = await createToken(db, { userId: person.id, title, scope, expiresAt });
      return { id, token, title, scope, expiresAt: rfc3339(expiresAt) };
    },
    revokeToken: async ({ person, params, receivedAt }) => {
      const found = await revokeToken(db, { userId: person.id, id: params.tokenId, at: receivedAt });
      return found ? null : problem('not-found', 'expected a token of this person, but found none');
    },
  };
}
