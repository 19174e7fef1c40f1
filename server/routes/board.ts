import type { OkOf } from '../../contract/routes.ts';
import { board, boardCases } from '../../db/views/board.ts';
import { ledgerCounts } from '../../db/views/ledger.ts';
import type { AppDeps } from '../deps.ts';
import { languageOf } from '../problem-reply.ts';
import { presentBoardCase } from '../presenters/board.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';
import { limitOf } from './lists.ts';

/** The board of those who watch: counts by light, and the cases behind each count. */
export function boardHandlers({ db }: AppDeps, tools: CaseTools): Pick<Handlers, 'board' | 'boardCases'> {
  return {
    board: async ({ person }) => {
      const { today, now } = await tools.time.read();
      const asked = { actor: person, today };
      const [rows, ledger] = await Promise.all([board(db, asked), ledgerCounts(db, asked)]);
      return { at: rfc3339(now), today, rows, ledger };
    },
    boardCases: async ({ person, request, query: { light, departmentId, itemCode, limit, cursor } }) => {
      const { today } = await tools.time.read();
      const asked = { actor: person, today, light, departmentId, itemCode };
      const page = await boardCases(db, { ...asked, limit: limitOf(limit), cursor });
      if ('refused' in page) return page;
      const items: OkOf<'boardCases'>['items'] = [];
      for (const row of page.items)
        items.push(presentBoardCase(row, await tools.definitions(row.definition, languageOf(request)), person));
      return { items, nextCursor: page.nextCursor };
    },
  };
}
