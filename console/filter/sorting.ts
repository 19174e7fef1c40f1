import { without } from './filters.ts';
import type { Asked, Filter } from './filters.ts';

/** The sorts that the head of a column asks for, by the direction of its arrow, under the names of the API. */
export interface ColumnSorts {
  readonly ascend: string;
  readonly descend: string;
}

type Direction = keyof ColumnSorts;

/** The field of a list that sorts it; a list that has none has one order. */
function orderIn(fields: readonly Filter[]) {
  return fields.find((field) => field.is === 'choice' && field.order !== undefined);
}

/** Where the arrow of a column stands, null: in another column; undefined: the list is not sorted by the column at all. */
export function arrowOf(
  sorts: ColumnSorts | undefined,
  fields: readonly Filter[],
  asked: Asked,
): Direction | null | undefined {
  const field = orderIn(fields);
  if (sorts === undefined || field?.is !== 'choice') return undefined;
  const known = [field.order, ...field.options.map(({ value }) => value)];
  if (!known.includes(sorts.ascend) || !known.includes(sorts.descend)) return undefined;
  const now = asked[field.name] ?? field.order;
  if (now === sorts.ascend) return 'ascend';
  return now === sorts.descend ? 'descend' : null;
}

/** What the address asks for once the head of a column is pressed; without a direction the list has its own order again. */
export function sortedBy(
  sorts: ColumnSorts | undefined,
  o: { readonly direction: Direction | null; readonly fields: readonly Filter[]; readonly asked: Asked },
): Asked {
  const field = orderIn(o.fields);
  if (field?.is !== 'choice') return o.asked;
  const others = without(o.asked, [field.name]);
  const value = o.direction === null ? undefined : sorts?.[o.direction];
  return value === undefined || value === field.order ? others : { ...others, [field.name]: value };
}

/** How the arrow of a column turns: where the column has the list's own order it turns about, elsewhere the third press gives that order back. */
export function turnsOf(sorts: ColumnSorts | undefined, fields: readonly Filter[]): Direction[] {
  const field = orderIn(fields);
  const own = field?.is === 'choice' ? field.order : undefined;
  const isOwn = sorts !== undefined && (sorts.ascend === own || sorts.descend === own);
  return isOwn ? ['ascend', 'descend', 'ascend'] : ['ascend', 'descend'];
}

/** Of a column with the instant of what happened. */
export const inTime: ColumnSorts = { ascend: 'oldest', descend: 'newest' };
