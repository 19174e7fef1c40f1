import { basicCode } from '../../domain/catalogue/codes.ts';
import type { CodeScheme } from '../../domain/catalogue/codes.ts';
import type { EntryFields } from '../../domain/catalogue/read-row.ts';
import type { CatalogueKind } from '../../domain/catalogue/words.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import { readPage } from '../views/list.ts';
import { beginsWith, newQuery } from '../views/query.ts';
import type { BadCursor, Page, Query } from '../views/query.ts';
import { bigrams, foldForFinding, isNumber } from '../views/sought.ts';
import { fieldList } from './entry-sql.ts';

/** An entry of the catalogue. `changedAt` in epoch ms; `isItem`: applications for it are taken here. */
export type CatalogueEntry = Required<EntryFields> & {
  readonly kind: CatalogueKind;
  readonly scheme: CodeScheme;
  readonly code: string;
  readonly revision: number;
  readonly changedAt: number;
  readonly isItem: boolean;
};

/** What a list of entries is narrowed by; `find`: words of name and department, or the begin of a code. */
export interface EntryFilter {
  readonly type?: string | undefined;
  readonly level?: string | undefined;
  readonly state?: string | undefined;
  readonly find?: string | undefined;
  /** Only those that are not as their basic item (`differences` of domain/catalogue). */
  readonly differs?: 'true' | undefined;
}

const columns = `e.kind, e.scheme, e.code, ${fieldList('e')}, e.revision, (extract(epoch FROM e.changed_at) * 1000)::bigint AS "changedAt",
  EXISTS (SELECT FROM item i WHERE i.code = e.code) AS "isItem"`;

/** SQL: folded, as `differences` compares. */
const plain = (column: string) => `fold_for_finding(${column})`;
const differs = `EXISTS (SELECT FROM catalogue_entry b WHERE b.kind = 'basic' AND b.scheme = e.scheme AND b.code = e.basic_code AND (b.type <> e.type
  OR ${plain('b.name')} <> ${plain('e.name')} OR (e.legal_basis <> '' AND ${plain('b.legal_basis')} <> ${plain('e.legal_basis')})))`;

/** A page of one kind of entries in the order of their codes. Code: bad-cursor. */
export async function catalogueEntries(
  db: Queryable,
  o: EntryFilter & { kind: CatalogueKind; limit: number; cursor?: string | undefined },
): Promise<Page<CatalogueEntry> | BadCursor> {
  const q = newQuery();
  const narrowed = [
    ...(o.type === undefined ? [] : [`e.type = ${q.bind(o.type)}`]),
    ...(o.level === undefined ? [] : [`strpos(e.levels, ${q.bind(o.level)}) > 0`]),
    ...(o.state === undefined ? [] : [`e.state = ${q.bind(o.state)}`]),
    ...(o.differs === undefined ? [] : [differs]),
    ...soughtBy(q, o.find ?? ''),
  ];
  return readPage<CatalogueEntry>(
    db,
    q,
    {
      name: `catalogue ${o.kind}`,
      order: 'ASC',
      from: 'catalogue_entry e',
      where: narrowed.length === 0 ? 'true' : narrowed.join(' AND '),
      ways: [{ where: `e.kind = ${q.bind(o.kind)}` }],
      keys: [
        { column: 'e.code', is: 'id' },
        { column: 'e.scheme', is: 'id' },
      ],
      columns,
      joins: `JOIN catalogue_entry e ON e.kind = ${q.bind(o.kind)} AND e.code = page.code AND e.scheme = page.scheme`,
    },
    o,
  );
}

/** SQL: conditions for each word: the begin of a code, or signs of name and department, which the index knows in pairs. */
function soughtBy(q: Query, typed: string): readonly string[] {
  const words = typed.split(/\s+/u).map(foldForFinding);
  const pairs = words.filter((word) => !isCode(word)).flatMap((word) => (word.length < 2 ? [] : bigrams(word)));
  const each = words
    .filter((word) => word !== '')
    .map((word) => (isCode(word) ? byCode(q, word) : `strpos(e.folded, ${q.bind(word)}) > 0`));
  return pairs.length === 0 ? each : [`e.pairs @> ${q.bind(pairs)}::text[]`, ...each];
}

/** SQL: a whole basic code finds the item and who does it, anything else what begins with it: each by its own index. */
function byCode(q: Query, word: string): string {
  if (basicCode(word) === null) return beginsWith(q, 'e.code', word);
  const value = q.bind(word);
  return `(e.basic_code = ${value} OR e.code = ${value})`;
}

/** Fewer digits than these are part of a name, such as 1000人. */
const shortestCode = 4;

function isCode(word: string): boolean {
  return word.length >= shortestCode && isNumber(word);
}

/** One entry; null when there is none. */
export async function catalogueEntry(
  db: Queryable,
  o: { kind: CatalogueKind; scheme: string; code: string },
): Promise<CatalogueEntry | null> {
  const text = `SELECT ${columns} FROM catalogue_entry e WHERE e.kind = $1 AND e.scheme = $2 AND e.code = $3`;
  const [found] = await run<CatalogueEntry>(db, { name: 'entry-one', text }, [o.kind, o.scheme, o.code]);
  return found ?? null;
}

/** How many entries are of a type, a level or a department. */
export interface CatalogueFigures {
  readonly basic: readonly { readonly type: string; readonly count: number }[];
  readonly types: readonly { readonly type: string; readonly count: number }[];
  readonly levels: readonly { readonly levels: string; readonly count: number }[];
  readonly departments: readonly { readonly department: string; readonly region: string; readonly count: number }[];
}

const by = (column: string, kind: CatalogueKind) =>
  `SELECT ${column}, count(*)::int AS count FROM catalogue_entry WHERE kind = '${kind}' AND state <> '3' GROUP BY ${column} ORDER BY ${column}`;

/** What is in force or suspended, counted; of the departments those with the most. */
export async function catalogueFigures(db: Queryable): Promise<CatalogueFigures> {
  const departments = `SELECT department, region, count(*)::int AS count FROM catalogue_entry
    WHERE kind = 'implementing' AND state <> '3' GROUP BY department, region ORDER BY count DESC, department, region LIMIT 50`;
  const rows = (part: string) => `(SELECT coalesce(json_agg(f), '[]') FROM (${part}) f)`;
  const text = `SELECT ${rows(by('type', 'basic'))} AS basic, ${rows(by('type', 'implementing'))} AS types,
    ${rows(by('levels', 'implementing'))} AS levels, ${rows(departments)} AS departments`;
  const [found] = await run<CatalogueFigures>(db, { name: 'entry-figures', text }, []);
  if (found === undefined) throw new Error('expected a row of figures, but got none');
  return found;
}
