import type { OkOf, QueryOf } from '../../contract/routes.ts';
import type { Problem } from '../../contract/problem.ts';
import { ledger } from '../../db/views/ledger.ts';
import type { LedgerFilters } from '../../db/views/ledger.ts';
import { warnings } from '../../db/views/warnings.ts';
import type { Refusal } from '../../db/refusal.ts';
import { compileCalendar, nationalCalendar } from '../../domain/clock/calendar.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { AppDeps } from '../deps.ts';
import type { Language } from '../../domain/words/said.ts';
import { languageOf } from '../problem-reply.ts';
import { namedFile, narrowedBy } from '../presenters/csv.ts';
import { ledgerCsv, presentLedger } from '../presenters/ledger.ts';
import { presentWarning } from '../presenters/lists.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';
import { limitOf } from './lists.ts';

type Names = 'listWarnings' | 'ledger' | 'ledgerCsv';

/** A file of the 台账 holds at most so many rows. */
const csvRows = 10_000;

/** Warnings and the 督办清理台账. Acknowledging and reminding are orders. */
export function supervisionHandlers({ db }: AppDeps, tools: CaseTools): Pick<Handlers, Names> {
  const calendar = compileCalendar(nationalCalendar());
  const page = async (o: {
    actor: Actor;
    limit: number;
    cursor: string | undefined;
    language: Language;
    filters: LedgerFilters;
  }): Promise<OkOf<'ledger'> | Refusal<'bad-cursor'>> => {
    const { today } = await tools.time.read();
    const found = await ledger(db, { ...o, today });
    if ('refused' in found) return found;
    const items: OkOf<'ledger'>['items'] = [];
    for (const row of found.items) {
      items.push(
        presentLedger({
          row,
          definition: await tools.definitions(row.definition, o.language),
          calendar,
          today,
          viewer: o.actor,
        }),
      );
    }
    return { items, nextCursor: found.nextCursor };
  };
  return {
    listWarnings: async ({ query: { limit, to, ...asked }, person, request }) => {
      const found = await warnings(db, { ...asked, actor: person, to: to ?? 'scope', limit: limitOf(limit) });
      if ('refused' in found) return found;
      const items: OkOf<'listWarnings'>['items'] = [];
      for (const row of found.items) {
        items.push(presentWarning(row, await tools.definitions(row.definition, languageOf(request))));
      }
      return { items, nextCursor: found.nextCursor };
    },
    ledger: async ({ query: { limit, cursor, ...narrow }, person, request }) =>
      page({
        actor: person,
        limit: limitOf(limit),
        cursor,
        language: languageOf(request),
        filters: filtersOf(narrow),
      }),
    ledgerCsv: async ({ query, person, reply, audit }): Promise<string | Problem | Refusal<string>> => {
      const items: OkOf<'ledger'>['items'] = [];
      let cursor: string | undefined;
      do {
        const found = await page({ actor: person, limit: 200, cursor, language: 'zh', filters: filtersOf(query) });
        if ('refused' in found) return found;
        items.push(...found.items);
        cursor = found.nextCursor ?? undefined;
      } while (cursor !== undefined && items.length < csvRows);
      await audit({ kind: 'listExported', details: { list: 'ledger', rows: items.length, ...narrowedBy(query) } });
      const { now } = await tools.time.read();
      reply.header('content-disposition', namedFile({ title: '督办清理台账', plain: 'ledger', at: now }));
      return ledgerCsv(items);
    },
  };
}

function filtersOf({ overdue, ...others }: NonNullable<QueryOf<'ledgerCsv'>>): LedgerFilters {
  return { ...others, isOverdue: overdue === 'true' };
}
