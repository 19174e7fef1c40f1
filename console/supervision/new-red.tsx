import { Alert } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { Link } from 'react-router';
import { paths } from '../paths.ts';
import { useRoute } from '../queries.ts';
import { useLive } from '../ui/live.ts';
import { saidClock, joined } from '../i18n/said.ts';

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
  return (rows ?? []).filter(({ warningId, open }) => open && fresh.has(warningId));
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
  const words = rows.slice(0, mostNamed).map(redWords);
  const named = joined(words, '；');
  return t('supervision.newRed', { count: rows.length, items: rows.length > mostNamed ? `${named}…` : named });
}

/**
 * Says new red warnings on any page, to eyes and to screen readers; the region stands from the beginning, or nothing would be read.
 * It stays in sight until it is closed or the warnings are acknowledged.
 */
export function RedAlarm() {
  const { t } = useTranslation();
  useLive();
  const fresh = useNewRed(useRedWarnings().data?.items);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = fresh.filter(({ warningId }) => !closed.has(warningId));
  const text = useNewRedText(rows);
  return (
    <div role="status" aria-live="polite" aria-atomic="true" className="no-print" style={inSight}>
      {rows.length > 0 && (
        <Alert
          showIcon
          type="error"
          style={{ marginBottom: 12 }}
          title={text}
          action={<Link to={paths.warnings}>{t('supervision.allWarnings')}</Link>}
          closable={{ 'aria-label': t('frame.close') }}
          onClose={() => setClosed(new Set(fresh.map(({ warningId }) => warningId)))}
        />
      )}
    </div>
  );
}

const inSight = { position: 'sticky', top: 0, zIndex: 20 } as const;
