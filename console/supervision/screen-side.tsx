import { StopOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { saidClock } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { instantText, overdueText } from '../ui/words.ts';
import type { useRedWarnings } from './new-red.tsx';

/** How many rows fit beside the table. */
const mostBeside = 4;

/** The red warnings that wait for the viewer. */
export function OpenRed({ red }: { red: ReturnType<typeof useRedWarnings> }) {
  const { t } = useTranslation();
  const open = red.data?.items.filter(({ open: waits }) => waits);
  return (
    <Beside
      tone="red"
      title={t('supervision.openRed')}
      icon={<StopOutlined aria-hidden />}
      query={red}
      rows={open?.map((row) => ({
        key: row.warningId,
        head: `${row.departmentName} · ${row.itemName}`,
        mark: <span className="quiet">{instantText(row.at)}</span>,
        foot: `${row.caseNo} · ${saidClock(row.clock, row.clockTitle)}`,
      }))}
      none={t('supervision.noOpenRed')}
    />
  );
}

/** The steps longest past their promise. */
export function OverdueSteps() {
  const { t } = useTranslation();
  const ledger = useRoute('ledger', { query: { limit: '20' } }, { refetchMs: 60_000 });
  const overdue = ledger.data?.items.filter((row) => row.overdue);
  return (
    <Beside
      title={t('supervision.ledger')}
      query={ledger}
      rows={overdue?.map((row) => ({
        key: `${row.caseId} ${row.stepId}`,
        head: `${row.departmentName} · ${row.stepTitle}`,
        mark: (
          <span className="red">
            {row.overdueDays > 0 && t('supervision.overdue')} {overdueText(t, row)}
          </span>
        ),
        foot: `${row.caseNo} · ${t(row.startedOn === null ? 'supervision.startDueOn' : 'supervision.promiseDueOn')} ${row.dueOn ?? '—'}`,
      }))}
      none={t('supervision.noneOverdue')}
    />
  );
}

interface BesideProps {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly tone?: string;
  readonly query: { readonly error: unknown; readonly refetch: () => unknown };
  /** Undefined: not answered yet. */
  readonly rows:
    | readonly { readonly key: string; readonly head: string; readonly mark: ReactNode; readonly foot: string }[]
    | undefined;
  readonly none: string;
}

/** A list beside the table: its gravest rows; empty, waiting and failed are told apart. */
function Beside({ title, icon, tone = '', query, rows, none }: BesideProps) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={title}>
      <h2 className={tone}>
        {icon} {title}
      </h2>
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {rows === undefined && !query.error && <p className="quiet">{t('frame.loading')}</p>}
      {rows?.length === 0 && <p className="quiet">{none}</p>}
      <ul>
        {rows?.slice(0, mostBeside).map(({ key, head, mark, foot }) => (
          <li key={key}>
            <div className="row">
              <strong>{head}</strong>
              {mark}
            </div>
            <div className="quiet number">{foot}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
