import { Flex, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api.ts';
import { paths } from '../../paths.ts';
import { useRoute } from '../../queries.ts';
import { AnswerChosen, AnswerResults } from '../../supervision/answer-chosen.tsx';
import { useAnswering } from '../../supervision/use-answering.ts';
import type { WarningRow } from '../../supervision/new-red.tsx';
import { OrderDialog } from '../../supervision/order-dialog.tsx';
import type { Asked } from '../../supervision/order-dialog.tsx';
import { WarningActs } from '../../supervision/red-list.tsx';
import { CaseNumber } from '../../ui/case-number.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/column.ts';
import { Light } from '../../ui/light.tsx';
import { useLive } from '../../ui/live.ts';
import { instantText } from '../../ui/words.ts';
import { said, saidClock, bracketed, joined } from '../../i18n/said.ts';

interface Query {
  readonly to: 'me' | 'scope';
  readonly level?: 'notice' | 'yellow' | 'red';
  readonly departmentId?: string;
  readonly itemCode?: string;
}

/** Clocks with warnings, those that wait for the reader first; a supervisor answers them here, one by one or many at once. */
export function Component() {
  const { t } = useTranslation();
  useLive();
  const [query, setQuery] = useState<Query>({ to: 'scope' });
  const [asked, setAsked] = useState<Asked | null>(null);
  const answering = useAnswering();
  return (
    <>
      <AnswerResults answering={answering} />
      <DataTable<WarningRow>
        key={JSON.stringify(query)}
        id="warnings"
        title={t('supervision.warnings')}
        queryKey={['listWarnings', 'list', query]}
        load={(page, signal) =>
          call('listWarnings', { query: { ...query, by: 'clock', ...page }, ...(signal && { signal }) })
        }
        rowKey={({ warningId }) => warningId}
        query={<QueryBar query={query} onChange={setQuery} />}
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

function QueryBar({ query, onChange }: { query: Query; onChange: (query: Query) => void }) {
  const { t } = useTranslation();
  const items = useRoute('listItems', {}, { staleMs: 300_000 }).data?.items ?? [];
  const departments = new Map(items.map(({ departmentId, departmentName }) => [departmentId, departmentName]));
  const ofDepartment = items.filter(({ departmentId }) => departmentId === (query.departmentId ?? departmentId));
  const change = (
    { departmentId: _department, itemCode: _item, ...rest }: Query,
    more: { departmentId?: string | undefined; itemCode?: string | undefined },
  ) =>
    onChange({
      ...rest,
      ...(more.departmentId && { departmentId: more.departmentId }),
      ...(more.itemCode && { itemCode: more.itemCode }),
    });
  return (
    <Flex wrap gap={12} style={{ marginBottom: 12 }} className="no-print">
      <Choice
        label={t('supervision.department')}
        any={t('public.allDepartments')}
        value={query.departmentId}
        width={200}
        onChange={(departmentId) => change(query, { departmentId })}
        options={[...departments].map(([value, label]) => ({ value, label }))}
      />
      <Choice
        label={t('supervision.item')}
        any={t('clerk.allItems')}
        value={query.itemCode}
        width={240}
        onChange={(itemCode) => change(query, { ...query, itemCode })}
        options={ofDepartment.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select<NonNullable<Query['level']> | 'all'>
        aria-label={t('supervision.level')}
        value={query.level ?? 'all'}
        style={{ width: 140 }}
        onChange={(chosen) => {
          const { level: _level, ...rest } = query;
          onChange(chosen === 'all' ? rest : { ...rest, level: chosen });
        }}
        options={[
          { value: 'all', label: t('supervision.allLevels') },
          { value: 'red', label: t('supervision.redCard') },
          { value: 'yellow', label: t('supervision.yellowCard') },
          { value: 'notice', label: t('supervision.notice') },
        ]}
      />
      <Select<Query['to']>
        aria-label={t('supervision.whose')}
        value={query.to}
        style={{ width: 180 }}
        onChange={(to) => onChange({ ...query, to })}
        options={[
          { value: 'scope', label: t('supervision.toScope') },
          { value: 'me', label: t('supervision.toMe') },
        ]}
      />
    </Flex>
  );
}

function columnsOf(t: TFunction, onAsk: (asked: Asked) => void): readonly Column<WarningRow>[] {
  return [
    {
      key: 'level',
      title: t('supervision.level'),
      text: ({ level, levelTitle }) => said('level', level, levelTitle),
      render: ({ level, levelTitle }) => (
        <Light colour={level === 'red' ? 'red' : 'yellow'}>{said('level', level, levelTitle)}</Light>
      ),
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
