import type { OkOf } from '../../contract/routes.ts';
import type { NumberPattern } from '../../db/numbers/patterns.ts';
import type { NumberReason } from '../../db/schema/numbers.ts';
import type { NumberRow } from '../../db/views/numbers.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { documentNames } from '../../domain/documents/kind-names.ts';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import { numberBy } from '../../domain/numbers/pattern.ts';
import { say } from '../../domain/words/said.ts';
import type { Language, Said } from '../../domain/words/said.ts';
import { csvOf } from './csv.ts';
import type { CsvColumn } from './csv.ts';
import { instantOrNull } from './words.ts';

type PatternRow = OkOf<'numberPatterns'>['items'][number]['kinds'][number];
type Row = OkOf<'documentNumbers'>['items'][number];

const whyNot = {
  'not-allowed': {
    zh: '由本部门负责人员或者部门管理员办理',
    en: 'For who answers for the department or administers it',
  },
  'template-not-proposed': { zh: '没有待启用的文书模板', en: 'No template is proposed' },
  'template-same-person': { zh: '由拟定人以外的人员核对后启用', en: 'For a second person' },
  'pattern-not-proposed': { zh: '没有待启用的编号规则', en: 'No pattern is proposed' },
  'pattern-same-person': { zh: '由拟定人以外的人员核对后启用', en: 'For a second person' },
} as const satisfies Readonly<Record<string, Said>>;
export type WhyNot = keyof typeof whyNot;

/** Why the viewer may not, in words; null: may. */
export function presentWhyNot(code: WhyNot | null, language: Language): string | null {
  return code === null ? null : say(whyNot[code], language);
}

/** How a kind is numbered in a civil year, with the next number by what is in force and by what is proposed. */
export function presentPattern(
  kind: DocumentKind,
  found: NumberPattern | undefined,
  o: { year: number; enforce: string | null },
): PatternRow {
  const next = (pattern: string | null = null) =>
    pattern === null ? null : numberBy(pattern, o.year, (found?.last ?? 0) + 1);
  return {
    kind,
    title: documentNames[kind].title,
    pattern: found?.pattern ?? null,
    since: instantOrNull(found?.since ?? null),
    inForceBy: found?.inForceByName ?? null,
    next: next(found?.pattern),
    proposed: found?.proposed ?? null,
    proposedBy: found?.proposedByName ?? null,
    proposedNext: next(found?.proposed),
    enforce: o.enforce,
  };
}

const states = {
  reserved: { zh: '占用', en: 'Reserved' },
  used: { zh: '已使用', en: 'Used' },
  void: { zh: '作废', en: 'Void' },
} as const satisfies Readonly<Record<NumberRow['state'], Said>>;

const reasons = {
  refused: {
    zh: '办理未成功，该编号没有文书，不再使用。',
    en: 'The act was refused: no document bears the number, and none will.',
  },
  dropped: {
    zh: '办件恢复时未保留该操作；文书可能已经发出，该编号不再使用。',
    en: 'The case was restored without the act: its document may have gone out, and no other will bear the number.',
  },
  lost: {
    zh: '数据库从备份恢复，恢复前占用该编号的操作没有结果，该编号不再使用。',
    en: 'The database came back from an earlier moment: the act that drew the number came to nothing, and none will bear it.',
  },
  before: {
    zh: '登记簿启用之前重复使用的编号。',
    en: 'The number stood twice before the register was kept.',
  },
} as const satisfies Readonly<Record<NumberReason, Said>>;

const typedAgain: Said = {
  zh: '办理未成功，该编号没有文书，可以重新填写。',
  en: 'The act was refused: no document bears the number, and it may be typed again.',
};

function whyOf({ state, reason, serial }: NumberRow): Said {
  if (reason !== null) return reason === 'refused' && serial === null ? typedAgain : reasons[reason];
  if (state === 'reserved') return { zh: '操作正在办理。', en: 'The act is under way.' };
  return serial === null ? { zh: '手工填写。', en: 'Typed.' } : { zh: '系统编号。', en: 'Given by the register.' };
}

/** One number of the register with its state in a sentence. */
export function presentNumber(row: NumberRow): Row {
  const { id, text, kind, departmentName, caseId, caseNo, state, serial, by, at } = row;
  const words = { title: documentNames[kind].title, stateTitle: states[state], why: whyOf(row) };
  return {
    id,
    text,
    kind,
    departmentName,
    caseId,
    caseNo,
    state,
    by,
    ...words,
    fromSeries: serial !== null,
    at: rfc3339(at),
  };
}

const columns: readonly CsvColumn<Row>[] = [
  ['文书编号', ({ text }) => text],
  ['文书种类', ({ title }) => title.zh],
  ['部门', ({ departmentName }) => departmentName],
  ['办件编号', ({ caseNo }) => caseNo ?? ''],
  ['状态', ({ stateTitle }) => stateTitle.zh],
  ['说明', ({ why }) => why.zh],
  ['编号方式', ({ fromSeries }) => (fromSeries ? '系统编号' : '手工填写')],
  ['经办人', ({ by }) => by ?? ''],
  ['日期', ({ at }) => at.slice(0, 10)],
];

/** The register as CSV. */
export function numbersCsv(items: readonly Row[]): string {
  return csvOf(items, columns);
}
