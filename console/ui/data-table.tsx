import { DownloadOutlined, ReloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Button, Flex, Select } from 'antd';
import type { ReactNode } from 'react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../filter/filter-bar.tsx';
import { NoRows } from '../filter/no-rows.tsx';
import type { ListKey, LoadPage } from './column.ts';
import { useShownColumns } from './shown-columns.ts';
import type { ShownColumns } from './shown-columns.ts';
import { DataRows } from './data-rows.tsx';
import type { RowParts } from './data-rows.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface Props<R> extends RowParts<R> {
  /** Names the remembered column settings. */
  readonly id: string;
  readonly title: string;
  /** Key of the query without paging: the route and its filters, which an export tells the audit. With another one paging starts anew. */
  readonly queryKey: ListKey;
  readonly load: LoadPage<R>;
  readonly total?: number | undefined;
  readonly actions?: ReactNode;
  readonly refetchMs?: number;
  /** What is said when there are no rows, and what to do. */
  readonly empty?: string;
  /** Shown in place of the title, which is then read only aloud. */
  readonly heading?: ReactNode;
  /** What is true of every row, said once above them. */
  readonly note?: string | undefined;
}

// Its popover is not of the first load.
const ColumnSettings = lazy(() => import('./column-settings.tsx').then((file) => ({ default: file.ColumnSettings })));

const sizes = [20, 50, 100];

/** A list: query bar, table with remembered columns, keyset paging, Excel export of all its pages. */
export function DataTable<R extends object>(props: Props<R>) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(20);
  const key = JSON.stringify(props.queryKey);
  const [cursors, setCursors] = useStateOf<readonly (string | undefined)[]>(key, [undefined]);
  const shown = useShownColumns(props.id, props.columns);
  const cursor = cursors.at(-1);
  const page = useQuery({
    queryKey: [...props.queryKey, limit, cursor],
    queryFn: ({ signal }) => props.load({ limit: String(limit), ...(cursor === undefined ? {} : { cursor }) }, signal),
    // The rows before stay, as waiting ones: a table without rows hides its head for a moment, and the keyboard loses its place there.
    placeholderData: keepPreviousData,
    refetchInterval: props.refetchMs ?? 60_000,
  });
  const next = page.data?.nextCursor ?? null;
  const items = page.data?.items ?? [];
  const { choice } = props;
  const [chosen, setChosen] = useStateOf<readonly string[]>(key, []);
  const ticked = items.filter((row) => chosen.includes(props.rowKey(row)));
  return (
    <div className="sheet">
      <Flex wrap align="center" justify="space-between" gap={8} style={{ marginBottom: 8 }}>
        <Heading {...props} />
        <Flex wrap gap={8}>
          {choice && (
            <ChooseAll keys={items.map(props.rowKey)} chosen={ticked.length} onChoose={setChosen}>
              {choice.render(ticked, () => setChosen([]))}
            </ChooseAll>
          )}
          {props.actions}
          <Button icon={<ReloadOutlined />} aria-label={t('frame.refresh')} onClick={() => void page.refetch()} />
          <ChosenColumns shown={shown} />
          <ExportButton {...props} columns={shown.columns} />
        </Flex>
      </Flex>
      {props.note !== undefined && <p className="why">{props.note}</p>}
      {props.filters && <FilterBar filters={props.filters} />}
      <ProblemAlert error={page.error} onRetry={() => void page.refetch()} />
      {page.data !== undefined && items.length === 0 ? (
        <NoRows filters={props.filters} empty={props.empty} />
      ) : (
        <DataRows
          {...props}
          items={items}
          columns={shown.columns}
          waits={page.isPending || page.isPlaceholderData}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      <Pager
        limit={limit}
        page={cursors.length}
        hasNext={next !== null && !page.isPlaceholderData}
        onLimit={(size) => {
          setLimit(size);
          setCursors([undefined]);
        }}
        onPrevious={() => setCursors(cursors.slice(0, -1))}
        onNext={() => next !== null && setCursors([...cursors, next])}
      />
    </div>
  );
}

/** A state that begins anew with another key. Were the table itself begun anew, the keyboard would lose its place in it. */
function useStateOf<T>(key: string, first: T): readonly [T, (next: T) => void] {
  const [state, setState] = useState({ key, value: first });
  return [state.key === key ? state.value : first, (value) => setState({ key, value })];
}

function Heading<R>({ title, total, heading, filters }: Pick<Props<R>, 'title' | 'total' | 'heading' | 'filters'>) {
  const { t } = useTranslation();
  const part = filters?.isNarrowed === true ? t('frame.filtered') : null;
  const count = total === undefined ? part : t('frame.total', { count: total });
  if (heading !== undefined) {
    return (
      <>
        <h1 className="hidden-text">
          {title} <span data-total={total}>{count}</span>
        </h1>
        {heading}
      </>
    );
  }
  return (
    <h1 className="page-title">
      {title}
      {count !== null && (
        <span style={{ marginInlineStart: 8, fontSize: 14, fontWeight: 400 }} data-total={total}>
          {count}
        </span>
      )}
    </h1>
  );
}

/** The button that opens the column settings; until its picture is there, one without stands in its place. */
function ChosenColumns({ shown }: { shown: ShownColumns }) {
  const { t } = useTranslation();
  return (
    <Suspense fallback={<Button disabled aria-label={t('frame.columns')} style={{ width: 32 }} />}>
      <ColumnSettings shown={shown} />
    </Suspense>
  );
}

interface ChooseAllProps {
  readonly keys: readonly string[];
  readonly chosen: number;
  readonly onChoose: (keys: readonly string[]) => void;
  readonly children: ReactNode;
}

/** Ticks all rows of the page, or none, beside what is done with them. */
function ChooseAll({ keys, chosen, onChoose, children }: ChooseAllProps) {
  const { t } = useTranslation();
  const isAll = chosen === keys.length;
  return (
    <>
      <Button disabled={keys.length === 0} onClick={() => onChoose(isAll ? [] : keys)}>
        {t(isAll && keys.length > 0 ? 'frame.chooseNone' : 'frame.chooseAll')}
      </Button>
      {children}
    </>
  );
}

interface PagerProps {
  readonly limit: number;
  readonly page: number;
  readonly hasNext: boolean;
  readonly onLimit: (limit: number) => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}

function Pager({ limit, page, hasNext, onLimit, onPrevious, onNext }: PagerProps) {
  const { t } = useTranslation();
  return (
    <Flex wrap justify="flex-end" align="center" gap={8} style={{ marginTop: 12 }} className="no-print">
      <Select
        aria-label={t('frame.pageSize')}
        value={limit}
        onChange={onLimit}
        options={sizes.map((count) => ({ value: count, label: t('frame.perPage', { count }) }))}
      />
      <Button disabled={page === 1} onClick={onPrevious}>
        {t('frame.previous')}
      </Button>
      <span aria-live="polite">{t('frame.pageNo', { page })}</span>
      <Button disabled={!hasNext} onClick={onNext}>
        {t('frame.next')}
      </Button>
    </Flex>
  );
}

/** Exports a list to Excel: same columns, every page of `load`. */
export function ExportButton<R extends object>({
  title,
  columns,
  load,
  queryKey,
}: Pick<Props<R>, 'title' | 'columns' | 'load' | 'queryKey'>) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      const { exportSheet } = await import('./export-sheet.ts');
      await exportSheet({ title, columns, load, queryKey });
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<DownloadOutlined />} loading={busy} onClick={() => void run()}>
      {t(busy ? 'frame.exporting' : 'frame.export')}
    </Button>
  );
}
