import { problem } from '../../contract/problem.ts';
import { catalogueEntries, catalogueEntry, catalogueFigures } from '../../db/catalogue/entries.ts';
import type { CatalogueEntry } from '../../db/catalogue/entries.ts';
import { catalogueKinds } from '../../domain/catalogue/words.ts';
import type { AppDeps } from '../deps.ts';
import { entriesCsv, presentEntry, presentOneEntry } from '../presenters/catalogue-lists.ts';
import { namedFile, narrowedBy } from '../presenters/csv.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';
import { limitOf } from './lists.ts';

type Names = 'listEntries' | 'oneEntry' | 'entriesCsv' | 'catalogueFigures';

/** A file of the catalogue holds at most so many rows. */
const csvRows = 100_000;

/** 基本目录 and 实施清单: to be found, counted and exported. They are public knowledge: whoever is signed in sees all of them. */
export function catalogueListHandlers({ db }: AppDeps, { time }: Pick<CaseTools, 'time'>): Pick<Handlers, Names> {
  return {
    listEntries: async ({ query: { kind = 'implementing', limit, ...asked } }) => {
      const page = await catalogueEntries(db, { ...asked, kind, limit: limitOf(limit) });
      if ('refused' in page) return page;
      return { items: page.items.map(presentEntry), nextCursor: page.nextCursor };
    },
    oneEntry: async ({ params }) => {
      const entry = await catalogueEntry(db, params);
      if (entry === null) return problem('not-found', `expected an entry, but none has the code ${params.code}`);
      const { kind, scheme, basicCode: code } = entry;
      const basic = kind === 'basic' ? null : await catalogueEntry(db, { kind: 'basic', scheme, code });
      return presentOneEntry(entry, basic);
    },
    entriesCsv: async ({ query: { kind = 'implementing', ...asked }, reply, audit }) => {
      const entries: CatalogueEntry[] = [];
      let cursor: string | undefined;
      do {
        const page = await catalogueEntries(db, { ...asked, kind, limit: 200, cursor });
        if ('refused' in page) return page;
        entries.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined && entries.length < csvRows);
      const details = { list: 'listEntries', rows: entries.length, ...narrowedBy({ kind, ...asked }) } as const;
      await audit({ kind: 'listExported', details });
      const { now } = await time.read();
      reply.header(
        'content-disposition',
        namedFile({ title: catalogueKinds[kind].zh, plain: `catalogue-${kind}`, at: now }),
      );
      return entriesCsv(kind, entries);
    },
    catalogueFigures: async () => {
      const { basic, types, levels, departments } = await catalogueFigures(db);
      return { basic: [...basic], types: [...types], levels: [...levels], departments: [...departments] };
    },
  };
}
