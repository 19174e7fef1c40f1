import type { OkOf } from '../../contract/routes.ts';
import type { Problem } from '../../contract/problem.ts';
import { wordsOf } from '../../db/views/case-view.ts';
import { ledger } from '../../db/views/ledger.ts';
import { markRead, messages } from '../../db/views/messages.ts';
import { vacancies } from '../../db/views/vacancies.ts';
import { warnings } from '../../db/views/warnings.ts';
import type { Refusal } from '../../db/refusal.ts';
import { compileCalendar, nationalCalendar } from '../../domain/clock/calendar.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { AppDeps } from '../deps.ts';
import { ledgerCsv, presentLedger } from '../presenters/ledger.ts';
import { presentWarning } from '../presenters/lists.ts';
import { presentMessage, wordsIn } from '../presenters/messages.ts';
import { roleTitle } from '../presenters/words.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';
import { limitOf } from './lists.ts';

type Names = 'listWarnings' | 'ledger' | 'ledgerCsv' | 'listMessages' | 'listVacancies' | 'readMessage';

/** A file of the 台账 holds at most so many rows. */
const csvRows = 10_000;

/** Warnings, the 督办清理台账, messages. Acknowledging and reminding are orders. */
export function supervisionHandlers({ db }: AppDeps, tools: CaseTools): Pick<Handlers, Names> {
  const calendar = compileCalendar(nationalCalendar());
  const page = async (o: {
    actor: Actor;
    limit: number;
    cursor: string | undefined;
  }): Promise<OkOf<'ledger'> | Refusal<'bad-cursor'>> => {
    const { today } = await tools.time.read();
    const found = await ledger(db, { ...o, today });
    if ('refused' in found) return found;
    const items: OkOf<'ledger'>['items'] = [];
    for (const row of found.items) {
      items.push(presentLedger({ row, definition: await tools.definitions(row.definition), calendar, today }));
    }
    return { items, nextCursor: found.nextCursor };
  };
  return {
    listWarnings: async ({ query: { limit, cursor, level, to }, person }) => {
      const found = await warnings(db, { actor: person, to: to ?? 'scope', level, limit: limitOf(limit), cursor });
      if ('refused' in found) return found;
      const items: OkOf<'listWarnings'>['items'] = [];
      for (const row of found.items) items.push(presentWarning(row, await tools.definitions(row.definition)));
      return { items, nextCursor: found.nextCursor };
    },
    ledger: async ({ query, person }) => page({ actor: person, limit: limitOf(query.limit), cursor: query.cursor }),
    ledgerCsv: async ({ person, reply }): Promise<string | Problem | Refusal<string>> => {
      const items: OkOf<'ledger'>['items'] = [];
      let cursor: string | undefined;
      do {
        const found = await page({ actor: person, limit: 200, cursor });
        if ('refused' in found) return found;
        items.push(...found.items);
        cursor = found.nextCursor ?? undefined;
      } while (cursor !== undefined && items.length < csvRows);
      const name = encodeURIComponent('督办清理台账.csv');
      reply.header('content-disposition', `attachment; filename="ledger.csv"; filename*=UTF-8''${name}`);
      return ledgerCsv(items);
    },
    listMessages: async ({ query: { limit, cursor, unread }, person }) => {
      const { now } = await tools.time.read();
      const asked = { actor: person, now, limit: limitOf(limit), cursor, unreadOnly: unread === 'true' };
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
    readMessage: async ({ params, person, receivedAt }) => {
      await markRead(db, { actor: person, messageIds: [params.messageId], at: receivedAt });
      return null;
    },
  };
}
