/** A value that may be chosen, and its word. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One thing that a list is narrowed by, under the name of the API. A choice with `order` only sorts it: the name of its own order. */
export type Filter =
  | {
      readonly is: 'words';
      readonly name: string;
      readonly title: string;
      readonly least?: number;
      readonly most: number;
      /** It may name people: no saved view keeps it. */
      readonly unkept?: true;
    }
  | {
      readonly is: 'choice';
      readonly name: string;
      readonly title: string;
      readonly options: readonly Option[];
      /** What stands there while nothing is chosen. */
      readonly any: string;
      readonly order?: string;
    }
  | {
      readonly is: 'days';
      readonly name: string;
      /** The name of the last day; `name` is that of the first. */
      readonly to: string;
      readonly title: string;
    };

/** What the address asks for. */
export type Asked = Readonly<Record<string, string>>;

/** One filter that is on, in words, with the names that it stands under. */
export interface Chosen {
  readonly names: readonly string[];
  readonly title: string;
  readonly value: string;
  readonly order: boolean;
}

/** A day as it is typed in haste (20261128, 2026/11/28, 2026年11月28日) with the dashes of the API; anything else as it is. */
export function dashed(typed: string): string {
  return typed.trim().replace(/^(\d{4})[年/.-]?(\d\d)[月/.-]?(\d\d)日?$/, '$1-$2-$3');
}

/** A day with its parts written as people do (2026/11/5, 2026年11月5日; 11/5: this year, if that is not still to come) with the dashes of the API; anything else as it is. */
export function dayTyped(typed: string, today: string): string {
  const [whole, year, month = '', day = ''] = /^(?:(\d{4})[年/.-])?(\d\d?)[月/.-](\d\d?)日?$/.exec(typed.trim()) ?? [];
  if (whole === undefined) return dashed(typed);
  const written = `${year ?? today.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year === undefined && written > today ? typed : written;
}

/** What a form of filters asks for, its days written as the API takes them. */
export function withDays(fields: readonly Filter[], given: Asked, today: string): Asked {
  const names = namesOf(fields.filter(({ is }) => is === 'days'));
  const days = names.flatMap((name) => (given[name] ? [[name, dayTyped(given[name], today)] as const] : []));
  return { ...given, ...Object.fromEntries(days) };
}

/** The order in which a list stands because days were asked for, where nobody chose one. */
export function orderOfDays(fields: readonly Filter[], asked: Asked): { title: string; value: string } | null {
  const isOfDays = namesOf(fields.filter(({ is }) => is === 'days')).some((name) => asked[name] !== undefined);
  const field = fields.find((one) => one.is === 'choice' && one.order !== undefined);
  if (!isOfDays || field?.is !== 'choice' || asked[field.name] !== undefined) return null;
  return { title: field.title, value: field.any };
}

/** The names under which filters stand in the address. */
export function namesOf(fields: readonly Filter[]): readonly string[] {
  return fields.flatMap((field) => (field.is === 'days' ? [field.name, field.to] : [field.name]));
}

/** What the address asks for under the names of some filters; empty values ask for nothing. */
export function askedIn(search: URLSearchParams, fields: readonly Filter[]): Asked {
  const given = namesOf(fields).map((name) => [name, search.get(name) ?? ''] as const);
  return inAddress(Object.fromEntries(given));
}

/** Fields as they stand in the address, without what is empty. */
export function inAddress(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const named = Object.entries(fields).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(named.filter(([, value]) => value !== ''));
}

/** The filters that are on, in the order of their fields. `span`: two days in words, one of them may be empty. */
export function chosenOf(
  fields: readonly Filter[],
  asked: Asked,
  span: (from: string, to: string) => string,
): readonly Chosen[] {
  return fields.flatMap((field): readonly Chosen[] => {
    const names = namesOf([field]);
    const [value = '', to = ''] = names.map((name) => asked[name]);
    if (value === '' && to === '') return [];
    const one = { names, title: field.title, order: field.is === 'choice' && field.order !== undefined };
    if (field.is === 'days') return [{ ...one, value: span(value, to) }];
    const option = field.is === 'choice' ? field.options.find((each) => each.value === value) : undefined;
    const own = field.is === 'choice' && field.order === value ? field.any : value;
    return [{ ...one, value: option?.label ?? own }];
  });
}

/** What a saved view keeps of it. */
export function keptOf(fields: readonly Filter[], asked: Asked): Asked {
  return without(asked, namesOf(fields.filter((field) => field.is === 'words' && field.unkept === true)));
}

/** Whether two ask for the same. */
export function isSame(one: Asked, other: Asked): boolean {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.every((name) => one[name] === other[name]);
}

/** What is asked for without some names. */
export function without(asked: Asked, names: readonly string[]): Asked {
  return Object.fromEntries(Object.entries(asked).filter(([name]) => !names.includes(name)));
}
