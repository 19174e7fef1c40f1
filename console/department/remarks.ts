import './texts.ts';
import type { TFunction } from 'i18next';
import type { OkOf } from '../../contract/routes.ts';
import { ProblemError } from '../problem-error.ts';
import { lineOf, readJson } from '../ui/json-lines.ts';
import type { JsonLines } from '../ui/json-lines.ts';
import { labelled } from '../i18n/said.ts';

type Finding = OkOf<'oneFlow'>['findings'][number];

/** Something said about one line of the text: by the gate, by the schema of the API, or because it is no JSON. */
export interface Remark {
  readonly line: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly fix: string | null;
}

interface Said {
  readonly findings: readonly Finding[];
  readonly error: unknown;
}

/** Remarks on a text by line. Text that is no JSON has one remark only: its first mistake. */
export function remarksOn(t: TFunction, text: string, { findings, error }: Said): readonly Remark[] {
  const read = readJson(text);
  if (read.mistake !== null) {
    const { line, expected } = read.mistake;
    const message = t('department.notJson', { expected: t(`department.expect_${expected}`) });
    return [{ line, severity: 'error', message, fix: null }];
  }
  const shape = misshapen(error, read.lines);
  const said = findings.map(({ severity, at, message, fix }) => ({
    line: lineOf(read.lines, at),
    severity,
    message,
    fix,
  }));
  return (shape.length > 0 ? shape : said).sort((a, b) => a.line - b.line);
}

/** What the API said of the shape: its pointers begin at the body, the text is its `definition`. */
function misshapen(error: unknown, lines: JsonLines): Remark[] {
  if (!(error instanceof ProblemError)) return [];
  return (error.problem.errors ?? []).map(({ pointer, message }) => ({
    line: lineOf(lines, pointer.replace(/^\/definition/, '')),
    severity: 'error',
    message: labelled(pointer.replace(/^\/definition/, ''), message),
    fix: null,
  }));
}
