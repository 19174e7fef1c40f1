import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { parseCivilDate } from '../../domain/clock/civil-date.ts';
import type { FormField } from '../../domain/flow/definition.ts';
import { papersOf, wrongPaper } from '../../domain/people/papers.ts';
import type { PartyKind } from '../../domain/people/papers.ts';
import { joined } from '../i18n/said.ts';

/** Why a cell cannot be filed; `title` is that of its column, `choices` the words it may be, where they are few. */
export interface Mistake {
  readonly title: string;
  readonly code: 'missing' | 'paper' | 'number' | 'date' | 'choice' | 'yesNo' | 'columns' | 'twice';
  readonly choices: string;
}

/** One applicant of a pasted list. */
export interface PastedRow {
  readonly name: string;
  readonly idNo: string;
  readonly form: Readonly<Record<string, string | number | boolean>>;
  readonly mistakes: readonly Mistake[];
}

/** The columns before those of the form. */
export interface PartyTitles {
  readonly name: string;
  readonly idNo: string;
}

/** The words above the columns of a list for this item, in their order. */
export function columnsOf(titles: PartyTitles, fields: readonly FormField[]): readonly string[] {
  return [titles.name, titles.idNo, ...fields.map(({ title }) => title)];
}

/** Reads a list as it is copied out of a spreadsheet: a line an applicant, cells parted by tabs. Empty lines and the line of titles are passed over. */
export function pastedRows(
  text: string,
  o: { titles: PartyTitles; fields: readonly FormField[]; kind: PartyKind; today: CivilDate },
): readonly PastedRow[] {
  const lines = text.split(/\r?\n/).map((line) => line.split('\t').map((cell) => cell.trim()));
  const rows = lines
    .filter((cells) => cells.some((cell) => cell !== '') && cells[0] !== o.titles.name)
    .map((cells) => rowOf(cells, o));
  return rows.map((row, at) => {
    const before = rows.findIndex((one) => isAlike(one, row));
    if (before === at) return row;
    return { ...row, mistakes: [...row.mistakes, { title: String(before + 1), code: 'twice', choices: '' }] };
  });
}

function isAlike(a: PastedRow, b: PastedRow): boolean {
  return a.idNo === b.idNo && a.name === b.name && JSON.stringify(a.form) === JSON.stringify(b.form);
}

type Reading = Parameters<typeof pastedRows>[1];

function rowOf(cells: readonly string[], { titles, fields, kind, today }: Reading): PastedRow {
  const [name = '', idNo = '', ...rest] = cells;
  const mistakes: Mistake[] = [];
  const wrong = (title: string, code: Mistake['code'], choices = '') => mistakes.push({ title, code, choices });
  if (name === '') wrong(titles.name, 'missing');
  const [idType = 'other'] = papersOf(kind);
  if (idNo === '') wrong(titles.idNo, 'missing');
  else if (wrongPaper({ kind, idType, idNo }, today) !== null) wrong(titles.idNo, 'paper');
  if (rest.length > fields.length) wrong(rest.slice(fields.length).join(' '), 'columns');
  const form: Record<string, string | number | boolean> = {};
  for (const [i, field] of fields.entries()) {
    const read = valueOf(field, rest[i] ?? '');
    if (typeof read !== 'object') form[field.key] = read;
    else if (read !== null) wrong(field.title, read.code, read.choices);
  }
  return { name, idNo, form, mistakes };
}

type Lack = { readonly code: Mistake['code']; readonly choices?: string };

/** A cell as the form keeps it, or why it cannot; null for an empty one that need not be there. */
function valueOf({ type, required, choices = [] }: FormField, cell: string): string | number | boolean | Lack | null {
  if (cell === '') return required ? { code: 'missing' } : null;
  switch (type) {
    case 'text':
      return cell;
    case 'number':
    case 'integer': {
      const value = Number(cell.replaceAll(',', ''));
      return Number.isFinite(value) && (type === 'number' || Number.isInteger(value)) ? value : { code: 'number' };
    }
    case 'date':
      return parseCivilDate(cell) === undefined ? { code: 'date' } : cell;
    case 'boolean':
      return cell === '是' || cell === '否' ? cell === '是' : { code: 'yesNo' };
    case 'choice': {
      const chosen = choices.find(({ id, title }) => title === cell || id === cell);
      return chosen?.id ?? { code: 'choice', choices: joined(choices.map(({ title }) => title)) };
    }
  }
  return type satisfies never;
}
