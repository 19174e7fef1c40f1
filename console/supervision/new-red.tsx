import { Alert } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { useRoute } from '../queries.ts';
import { saidClock } from '../i18n/said.ts';

export type WarningRow = OkOf<'listWarnings'>['items'][number];

/** Red warnings of the scope, those nobody has acknowledged in front; asked again by `useLive` and every minute. */
export function useRedWarnings(limit = 50) {
  return useRoute(
    'listWarnings',
    { query: { level: 'red', to: 'scope', limit: String(limit) } },
    { refetchMs: 60_000 },
  );
}

/** The red warnings that came in since the page was opened and that nobody has acknowledged. */
export function useNewRed(rows: readonly WarningRow[] | undefined): readonly WarningRow[] {
  const known = useRef<ReadonlySet<string> | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (rows === undefined) return;
    const before = known.current;
    known.current = new Set([...(before ?? []), ...rows.map(({ warningId }) => warningId)]);
    const came = before === null ? [] : rows.filter(({ warningId }) => !before.has(warningId));
    if (came.length > 0) setFresh((old) => new Set([...old, ...came.map(({ warningId }) => warningId)]));
  }, [rows]);
  return (rows ?? []).filter(({ warningId, acknowledgedAt }) => acknowledgedAt === null && fresh.has(warningId));
}

/** A red warning in one phrase: item, department, case number. */
function redWords({ itemName, departmentName, clock, clockTitle, caseNo }: WarningRow): string {
  return `${departmentName} ${itemName} ${saidClock(clock, clockTitle)} ${caseNo}`;
}

/** So many are named, the newest first; the rest is counted. */
const mostNamed = 3;

/** What is said of new red warnings. */
export function useNewRedText(rows: readonly WarningRow[]): string {
  const { t } = useTranslation();
  const named = rows.slice(0, mostNamed).map(redWords).join('；');
  return t('supervision.newRed', { count: rows.length, items: rows.length > mostNamed ? `${named}…` : named });
}

/** Says new red warnings, on the page and to screen readers; the region stands from the beginning, or nothing would be read. */
export function NewRed({ rows }: { rows: readonly WarningRow[] }) {
  const text = useNewRedText(rows);
  return (
    <div role="status" aria-live="assertive" aria-atomic="true" className="no-print">
      {rows.length > 0 && <Alert showIcon type="error" style={{ marginBottom: 12 }} title={text} />}
    </div>
  );
}
