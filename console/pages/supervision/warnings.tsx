import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueryOf } from '../../../contract/routes.ts';
import { call } from '../../api.ts';
import type { Filter, Option } from '../../filter/filters.ts';
import { usePlaceFields } from '../../filter/place-fields.ts';
import { timeSortField } from '../../filter/sort-field.ts';
import { inTime } from '../../filter/sorting.ts';
import { useFilters } from '../../filter/use-filters.ts';
import { paths } from '../../paths.ts';
import { AnswerChosen, AnswerResults } from '../../supervision/answer-chosen.tsx';
import { useAnswering } from '../../supervision/use-answering.ts';
import type { WarningRow } from '../../supervision/new-red.tsx';
import { OrderDialog } from '../../supervision/order-dialog.tsx';
import type { Asked } from '../../supervision/order-dialog.tsx';
import { WarningActs } from '../../supervision/red-list.tsx';
import { CaseNumber } from '../../ui/case-number.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/column.ts';
import { LevelLight } from '../../ui/level-light.tsx';
import { useLive } from '../../ui/live.ts';
import { instantText } from '../../ui/words.ts';
import { said, saidClock, bracketed, joined } from '../../i18n/said.ts';

/** Clocks with warnings, those that wait for the reader first; a supervisor answers them here, one by one or many at once. */
export function Component() {
  const { t } = useTranslation();
  useLive();
  const filters = useFilters<QueryOf<'listWarnings'>>('warnings', useWarningFields());
  const [asked, setAsked] = useState<Asked | null>(null);
  const answering = useAnswering();
  return (
    <>
      <AnswerResults answering={answering} />
      <DataTable<WarningRow>
        id="warnings"
        title={t('supervision.warnings')}
        queryKey={['listWarnings', 'list', filters.asked]}
        load={(page, signal) =>
          call('listWarnings', { query: { ...filters.query, by: 'clock', ...page }, ...(signal && { signal }) })
        }
        rowKey={({ warningId }) => warningId}
        filters={filters}
        columns={columnsOf(t, setAsked)}
        empty={t('supervision.noWarnings')}
        open={({ caseId }) => paths.oneCase(caseId)}
        choice={{
          labelOf: ({ itemName, caseNo }) => `${itemName} ${caseNo}`,
          render: (chosen, clear) => <AnswerChosen chosen={chosen} answering={answering} onDone={clear} />,
        }}
      />
      <OrderDialog asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

/** Where, how grave, whether they wait for the reader, and for whom they are. */
function useWarningFields(): readonly Filter[] {
  const { t } = useTranslation();
  const places = usePlaceFields();
  const choice = (name: string, title: string, any: string, options: readonly Option[]): Filter => ({
    is: 'choice',
    name,
    title,
    any,
    options,
  });
  return [
    ...places,
    choice('level', t('supervision.level'), t('supervision.allLevels'), [
      { value: 'red', label: t('supervision.redCard') },
      { value: 'yellow', label: t('supervision.yellowCard') },
      { value: 'notice', label: t('supervision.notice') },
    ]),
    choice('answer', t('supervision.acknowledged'), t('supervision.anyAnswer'), [
      { value: 'waits', label: t('supervision.waits') },
      { value: 'given', label: t('supervision.given') },
    ]),
    choice('to', t('supervision.whose'), t('supervision.toScope'), [{ value: 'me', label: t('supervision.toMe') }]),
    timeSortField(t),
  ];
}

function columnsOf(t: TFunction, onAsk: (asked: Asked) => void): readonly Column<WarningRow>[] {
  return [
    {
      key: 'level',
      title: t('supervision.level'),
      text: ({ level, levelTitle }) => said('level', level, levelTitle),
      render: ({ level, levelTitle }) => <LevelLight level={level} title={levelTitle} />,
      width: 84,
      keep: true,
    },
    {
      key: 'caseNo',
      title: t('supervision.caseNo'),
      text: ({ caseNo }) => caseNo,
      render: ({ caseId, caseNo }) => <CaseNumber caseId={caseId} caseNo={caseNo} />,
      width: 116,
      keep: true,
    },
    { key: 'item', title: t('supervision.item'), text: ({ itemName }) => itemName, width: 140 },
    { key: 'department', title: t('supervision.department'), text: (row) => row.departmentName, width: 130 },
    {
      key: 'clock',
      title: t('supervision.clock'),
      text: (row) =>
        `${saidClock(row.clock, row.clockTitle)}${row.shares === null ? '' : bracketed(sharesText(t, row.shares))}`,
      render: ({ clock, clockTitle, shares, others }) => (
        <>
          {saidClock(clock, clockTitle)}
          {shares !== null && <div className="why">{sharesText(t, shares)}</div>}
          {others.length > 0 && <div className="why">{t('supervision.others', { levels: levelsOf(others) })}</div>}
        </>
      ),
      width: 170,
    },
    { key: 'dueOn', title: t('supervision.dueOn'), text: ({ dueOn }) => dueOn, width: 106 },
    {
      key: 'at',
      title: t('supervision.at'),
      text: ({ at, late }) => `${instantText(at)}${late ? bracketed(t('supervision.late')) : ''}`,
      render: ({ at, late }) => (
        <span className="number" title={late ? t('supervision.lateLong') : undefined}>
          {instantText(at)}
          {late && bracketed(t('supervision.late'))}
        </span>
      ),
      width: 120,
      sorts: inTime,
    },
    { key: 'rung', title: t('supervision.rung'), text: ({ rung }) => rung, width: 100, hidden: true },
    { key: 'onDay', title: t('supervision.onDay'), text: ({ onDay }) => onDay, width: 110, hidden: true },
    { key: 'note', title: t('supervision.note'), text: ({ note }) => note, width: 160, hidden: true },
    {
      key: 'acknowledged',
      title: t('supervision.acknowledged'),
      text: (row) => acknowledgedText(t, row),
      render: (row) => (row.open ? <WarningActs row={row} onAsk={onAsk} /> : acknowledgedText(t, row)),
      width: 150,
      fixed: 'right',
      keep: true,
    },
  ];
}

/** Levels of other warnings of the clock, each once. */
function levelsOf(others: WarningRow['others']): string {
  return joined([...new Set(others.map(({ level, levelTitle }) => said('level', level, levelTitle)))]);
}

/** Who held the case while its time to answer passed. */
function sharesText(t: TFunction, shares: NonNullable<WarningRow['shares']>): string {
  return t('supervision.windowShares', shares);
}

function acknowledgedText(t: TFunction, row: WarningRow): string {
  const { acknowledgedAt, acknowledgedBy, seenAt, annulledAt, endedOn } = row;
  if (annulledAt !== null) return t('supervision.annulled', { day: endedOn ?? '' });
  if (acknowledgedAt === null && seenAt !== null) return t('supervision.seenByMe', { at: instantText(seenAt) });
  if (acknowledgedAt === null) return t('supervision.notAcknowledged');
  return t('supervision.acknowledgedBy', { name: acknowledgedBy ?? '', at: instantText(acknowledgedAt) });
}
