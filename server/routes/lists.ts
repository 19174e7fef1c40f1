import type { OkOf } from '../../contract/routes.ts';
import { counters } from '../../db/views/counters.ts';
import { closedCases } from '../../db/views/finished.ts';
import { worklist } from '../../db/views/worklist.ts';
import { compileCalendar, nationalCalendar } from '../../domain/clock/calendar.ts';
import type { AppDeps } from '../deps.ts';
import { presentClosed, presentWork } from '../presenters/lists.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';

/** Worklists and their counters: the same conditions, so that a counter equals its list. */
export function listHandlers({ db }: AppDeps, tools: CaseTools): Pick<Handlers, 'worklist' | 'worklistCounters'> {
  const calendar = compileCalendar(nationalCalendar());
  return {
    worklistCounters: async ({ person }) => {
      const { today } = await tools.time.read();
      return { ...(await counters(db, { actor: person, today })) };
    },
    worklist: async ({ params: { list }, query, person }) => {
      const { today } = await tools.time.read();
      const { limit, cursor, itemCode, caseNo } = query;
      const asked = { actor: person, limit: limitOf(limit), cursor, filters: { itemCode, caseNo } };
      if (list === 'closed') {
        const page = await closedCases(db, asked);
        return 'refused' in page ? page : { items: page.items.map(presentClosed), nextCursor: page.nextCursor };
      }
      const page = await worklist(db, { ...asked, list, today });
      if ('refused' in page) return page;
      const items: OkOf<'worklist'>['items'] = [];
      for (const row of page.items)
        items.push(presentWork(row, { definition: await tools.definitions(row.definition), calendar, today }));
      return { items, nextCursor: page.nextCursor };
    },
  };
}

/** The page size asked for: 20 when none, at most 200. */
export function limitOf(limit: string | undefined): number {
  return Math.min(Math.max(Number(limit ?? '20'), 1), 200);
}
