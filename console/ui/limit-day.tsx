import type { TFunction } from 'i18next';
import type { OkOf } from '../../contract/routes.ts';
import { clockKinds } from '../../domain/flow/definition.ts';
import { bracketed, inLanguage, joined, saidClock } from '../i18n/said.ts';

type Row = OkOf<'worklist'>['items'][number];

/** A due date and what must be said with it: of which limit it is, and whether it may still move. */
interface Dated {
  readonly day: string;
  readonly notes: readonly string[];
}

/** 应办结日期 of a case, the same wherever a case is shown: the date told to the applicant, and whether it is promised or the law's. */
export function toldDay(t: TFunction, { dueOn, dueClock, provisional }: Row['told']): Dated | null {
  if (dueOn === null) return null;
  return { day: dueOn, notes: notesOf(t, dueClock === null ? null : inLanguage(clockKinds[dueClock]), provisional) };
}

/** 最紧时限 of a step or a case: the date of its gravest clock, and which clock that is. */
export function gravestDay(
  t: TFunction,
  row: Pick<Row, 'dueOn' | 'clock' | 'clockTitle' | 'provisional'>,
): Dated | null {
  if (row.dueOn === null) return null;
  return { day: row.dueOn, notes: notesOf(t, saidClock(row.clock, row.clockTitle), row.provisional) };
}

function notesOf(t: TFunction, limit: string | null, provisional: boolean): readonly string[] {
  return [...(limit === null ? [] : [limit]), ...(provisional ? [t('clerk.provisional')] : [])];
}

/** It in one line of text: 2026-05-06（承诺时限，暂定）. */
export function dayText(dated: Dated | null): string | null {
  if (dated === null) return null;
  return dated.notes.length === 0 ? dated.day : `${dated.day}${bracketed(joined(dated.notes, '，'))}`;
}

/** It on a page; in a narrow column the limit stands below the day. */
export function LimitDay({ dated }: { dated: Dated | null }) {
  if (dated === null) return '—';
  return (
    <>
      <span className="number">{dated.day}</span>{' '}
      <span className="why" style={{ display: 'inline-block' }}>
        {joined(dated.notes, '，')}
      </span>
    </>
  );
}
