import { problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import type { OkOf } from '../../contract/routes.ts';
import { counters } from '../../db/views/counters.ts';
import { closedCases } from '../../db/views/finished.ts';
import { worklist } from '../../db/views/worklist.ts';
import { compileCalendar, nationalCalendar } from '../../domain/clock/calendar.ts';
import { parseCivilDate } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { AppDeps } from '../deps.ts';
import { languageOf } from '../problem-reply.ts';
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
    worklist: async ({ params: { list }, query, person, request }) => {
      const { today } = await tools.time.read();
      const { limit, cursor, sort, ...narrow } = query;
      const reversed = reversedDays(narrow, 'receivedFrom', 'receivedTo');
      if (reversed !== undefined) return reversed;
      const filters = { ...narrow, receivedFrom: dayIn(narrow.receivedFrom), receivedTo: dayIn(narrow.receivedTo) };
      const asked = { actor: person, limit: limitOf(limit), cursor, filters, sort };
      if (list === 'closed') {
        const page = await closedCases(db, { ...asked, sort: sort === 'oldest' ? sort : undefined });
        if ('refused' in page) return page;
        return { items: page.items.map((row) => presentClosed(row, person)), nextCursor: page.nextCursor };
      }
      const page = await worklist(db, { ...asked, list, today });
      if ('refused' in page) return page;
      const items: OkOf<'worklist'>['items'] = [];
      for (const row of page.items)
        items.push(
          presentWork(row, {
            definition: await tools.definitions(row.definition, languageOf(request)),
            calendar,
            today,
            viewer: person,
          }),
        );
      return { items, nextCursor: page.nextCursor };
    },
  };
}

/** A day of a query, which the contract has checked. */
function dayIn(text: string | undefined): CivilDate | undefined {
  return text === undefined ? undefined : parseCivilDate(text);
}

/** Why two days of a query are no span: days that end before they begin would find nothing, and nobody would know why. */
export function reversedDays<N extends string>(
  query: Readonly<Partial<Record<N, unknown>>>,
  first: N,
  last: N,
): Problem | undefined {
  const [from, to] = [String(query[first] ?? ''), String(query[last] ?? '')];
  if (from === '' || to === '' || from <= to) return undefined;
  const errors = [{ pointer: `/query/${last}`, code: 'days-reversed', message: '结束日期不得早于开始日期' }];
  return problem('bad-request', `expected ${last} on or after ${first}, but ${to} is before ${from}`, { errors });
}

/** The page size asked for: 20 when none, at most 200. */
export function limitOf(limit: string | undefined): number {
  return Math.min(Math.max(Number(limit ?? '20'), 1), 200);
}
