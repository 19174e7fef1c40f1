import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CaseNumber } from '../ui/case-number.tsx';
import { Light } from '../ui/light.tsx';
import { isUnclaimed, ledgerHandler, nextActionText, promiseText, responsibleText, stuckText } from './ledger-rows.ts';
import type { Department, LedgerRow } from './ledger-rows.ts';
import { overdueText } from '../ui/words.ts';
import type { Asked } from './order-dialog.tsx';

const heads = [
  'number',
  'caseNo',
  'state',
  'stuck',
  'promise',
  'promiseDueOn',
  'overdueDays',
  'handler',
  'nextAction',
  'reminders',
] as const;

/** One department of the 台账 as a table that prints: a heading for each kind of step, overdue rows first. */
export function LedgerTable({ department, onAsk }: { department: Department; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation();
  return (
    <table className="ledger">
      <caption>
        {department.name}
        <span className="why">{groupText(department.rows)}</span>
      </caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className={`of-${head}`}>
              {t(head === 'handler' ? 'clerk.handler' : `supervision.${head}`)}
            </th>
          ))}
          <th scope="col" className="no-print">
            {t('supervision.acts')}
          </th>
        </tr>
      </thead>
      {department.kinds.map(({ title, rows }) => (
        <tbody key={title}>
          <tr>
            <th scope="rowgroup" colSpan={heads.length + 1} className="kind">
              {title}
              <span className="why">{groupText(rows)}</span>
            </th>
          </tr>
          {rows.map((row, index) => (
            <Line key={`${row.caseId} ${row.stepId}`} row={row} number={index + 1} onAsk={onAsk} />
          ))}
        </tbody>
      ))}
    </table>
  );

  function groupText(rows: readonly LedgerRow[]): string {
    return t('supervision.group', { count: rows.length, overdue: rows.filter(({ overdue }) => overdue).length });
  }
}

function Line({ row, number, onAsk }: { row: LedgerRow; number: number; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation();
  const { caseId, caseNo, stepId, overdue } = row;
  return (
    <tr>
      <td className="number">{number}</td>
      <td>
        <CaseNumber caseId={caseId} caseNo={caseNo} />
        <div>
          {row.itemName} · {row.applicant}
        </div>
        <div className="why">
          {row.stepTitle}
          {row.basis !== null && ` · ${row.basis}`}
        </div>
      </td>
      <td>
        <Light colour={overdue ? 'red' : row.startedOn === null ? 'stopped' : 'green'}>
          {t(
            overdue ? 'supervision.overdue' : row.startedOn === null ? 'supervision.notStarted' : 'supervision.inTime',
          )}
        </Light>
      </td>
      <td className="number">
        {stuckText(t, row)}
        <div className="why">
          {row.startedOn === null
            ? `${t('supervision.openedOn')} ${row.openedOn}`
            : `${t('supervision.startedOn')} ${row.startedOn}`}
        </div>
      </td>
      <td className="number">{promiseText(t, row)}</td>
      <td className="number">{row.promiseDueOn ?? '—'}</td>
      <td className="number">{overdue ? <strong className="over">{overdueText(t, row)}</strong> : '—'}</td>
      <td>
        {!isUnclaimed(row) && ledgerHandler(t, row)}
        <div className="why">{responsibleText(t, row)}</div>
      </td>
      <td>{nextActionText(row)}</td>
      <td className="number">{row.reminders}</td>
      <td className="no-print">
        <Button
          size="small"
          aria-label={`${t('supervision.remind')} ${caseNo}`}
          onClick={() => onAsk({ order: 'remind', caseId, caseNo, stepId })}
        >
          {t('supervision.remind')}
        </Button>
      </td>
    </tr>
  );
}
