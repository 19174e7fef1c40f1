import type { OkOf } from '../../contract/routes.ts';
import { wordsOf } from '../../db/views/case-view.ts';
import { markRead, messages } from '../../db/views/messages.ts';
import { vacancies } from '../../db/views/vacancies.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { AppDeps } from '../deps.ts';
import { presentMessage, wordsIn } from '../presenters/messages.ts';
import { roleTitle } from '../presenters/words.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';
import { limitOf } from './lists.ts';

type Names = 'listMessages' | 'listVacancies' | 'readAllMessages' | 'readMessage';

/** What the product has told a person, and the posts of a department that nobody holds. */
export function messageHandlers({ db }: AppDeps, tools: CaseTools): Pick<Handlers, Names> {
  const markThese = async (messageIds: readonly string[] | 'all', actor: Actor, at: number) => {
    const { now } = await tools.time.read();
    await markRead(db, { actor, messageIds, at, now });
    return null;
  };
  return {
    listMessages: async ({ query: { limit, cursor, unread, level, sort }, person }) => {
      const { now } = await tools.time.read();
      const asked = { actor: person, now, limit: limitOf(limit), cursor, unreadOnly: unread === 'true', level, sort };
      const found = await messages(db, asked);
      if ('refused' in found) return found;
      const words = await wordsOf(db, wordsIn(found.items, person));
      const items: OkOf<'listMessages'>['items'] = [];
      for (const row of found.items) {
        items.push(presentMessage(row, { definition: await tools.definitions(row.definition), words, reader: person }));
      }
      return { items, nextCursor: found.nextCursor };
    },
    listVacancies: async ({ person }) => {
      const administered = person.posts
        .filter(({ role }) => role === 'departmentAdmin')
        .map((post) => post.departmentId);
      const items = await vacancies(db, administered);
      return { items: items.map((one) => ({ ...one, does: [...one.does], roleTitle: roleTitle(one.role) })) };
    },
    readAllMessages: async ({ person, receivedAt }) => markThese('all', person, receivedAt),
    readMessage: async ({ params, person, receivedAt }) => markThese([params.messageId], person, receivedAt),
  };
}
