import { DownloadOutlined, ReloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Button, Flex, Select, Table } from 'antd';
import type { Key, MouseEvent, ReactNode, TdHTMLAttributes } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { NavigateFunction } from 'react-router';
import { FilterBar } from '../filter/filter-bar.tsx';
import type { Filters } from '../filter/use-filters.ts';
import { NoRows } from '../filter/no-rows.tsx';
import type { Column, ListKey, LoadPage } from './column.ts';
import { ColumnSettings, useShownColumns } from './column-settings.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { useNarrow } from './use-narrow.ts';

interface Props<R> {
  /** Names the remembered column settings. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column<R>[];
  /** Key of the query without paging: the route and its filters, which an export tells the audit. Give `DataTable` a `key` of it, so that paging starts anew. */
  readonly queryKey: ListKey;
  readonly load: LoadPage<R>;
  readonly rowKey: (row: R) => string;
  readonly total?: number | undefined;
  /** What narrows the list: its form, what is chosen in words, and what is said where nothing fits. */
  readonly filters?: Filters;
  readonly actions?: ReactNode;
  readonly refetchMs?: number;
  /** What is said when there are no rows, and what to do. */
  readonly empty?: string;
  /** Where a click on a row leads; for the keyboard a link stands in it. */
  readonly open?: (row: R) => string;
  readonly expand?: (row: R) => ReactNode;
  /** Shown in place of the title, which is then read only aloud. */
  readonly heading?: ReactNode;
  /** Rows can be ticked; what is done with the chosen ones stands among the actions. */
  readonly choice?: {
    readonly labelOf: (row: R) => string;
    readonly render: (chosen: readonly R[], clear: () => void) => ReactNode;
  };
}

const sizes = [20, 50, 100];
/** The widest window, in px, on which rows stand as cards: two columns of a table and one that stays in place fit no phone. */
const cardsUpTo = 767;

/** A list: query bar, table with remembered columns, keyset paging, Excel export of all its pages. */
export function DataTable<R extends object>(props: Props<R>) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(20);
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  const shown = useShownColumns(props.id, props.columns);
  const cursor = cursors.at(-1);
  const page = useQuery({
    queryKey: [...props.queryKey, limit, cursor],
    queryFn: ({ signal }) => props.load({ limit: String(limit), ...(cursor === undefined ? {} : { cursor }) }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: props.refetchMs ?? 60_000,
  });
  const next = page.data?.nextCursor ?? null;
  const items = page.data?.items ?? [];
  const { choice } = props;
  const [chosen, setChosen] = useState<readonly string[]>([]);
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
          <ColumnSettings shown={shown} />
          <ExportButton {...props} columns={shown.columns} />
        </Flex>
      </Flex>
      {props.filters && <FilterBar filters={props.filters} />}
      <ProblemAlert error={page.error} onRetry={() => void page.refetch()} />
      {page.data !== undefined && items.length === 0 ? (
        <NoRows filters={props.filters} empty={props.empty} />
      ) : (
        <Rows
          {...props}
          items={items}
          columns={shown.columns}
          waits={page.isPending}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      <Pager
        limit={limit}
        page={cursors.length}
        hasNext={next !== null}
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

interface RowsProps<R> extends Pick<Props<R>, 'rowKey' | 'columns' | 'choice' | 'open' | 'expand'> {
  readonly items: readonly R[];
  /** Nothing has been answered yet. */
  readonly waits: boolean;
  readonly chosen: readonly string[];
  readonly onChoose: (keys: readonly string[]) => void;
}

/** The rows in a table, on a narrow screen as cards. */
function Rows<R extends object>(o: RowsProps<R>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cards = useNarrow(cardsUpTo);
  const { choice, open, expand, chosen, onChoose: setChosen } = o;
  return (
    <Table<R>
      size="middle"
      rowKey={o.rowKey}
      loading={o.waits}
      dataSource={[...o.items]}
      columns={o.columns.map((column) => antColumn(column, cards))}
      pagination={false}
      {...(cards ? { className: 'cards', showHeader: false } : { scroll: { x: 'max-content' }, sticky: true })}
      locale={{ emptyText: ' ' }}
      {...(choice && { rowSelection: selection(choice, { title: t('frame.choose'), chosen, setChosen }) })}
      {...(open && { onRow: opening(open, navigate) })}
      {...(expand && { expandable: { expandedRowRender: expand } })}
    />
  );
}

function Heading<R>({ title, total, heading }: Pick<Props<R>, 'title' | 'total' | 'heading'>) {
  const { t } = useTranslation();
  const count = total === undefined ? null : t('frame.total', { count: total });
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

function selection<R>(
  { labelOf }: NonNullable<Props<R>['choice']>,
  o: { title: string; chosen: readonly string[]; setChosen: (keys: readonly string[]) => void },
) {
  return {
    selectedRowKeys: [...o.chosen],
    // Not antd's box for all: it stands a second time, focusable, in the hidden row that measures the columns.
    columnTitle: <span className="hidden-text">{o.title}</span>,
    onChange: (keys: readonly Key[]) => o.setChosen(keys.map(String)),
    getCheckboxProps: (row: R) => ({ 'aria-label': labelOf(row) }),
  };
}

/** A click on a row that meets nothing else to click, and marks no text. */
function opening<R>(pathOf: (row: R) => string, navigate: NavigateFunction) {
  return (row: R) => ({
    style: { cursor: 'pointer' },
    onClick: ({ target }: MouseEvent<HTMLElement>) => {
      const inner = target instanceof Element && target.closest('a, button, input, label, .ant-table-selection-column');
      if (!inner && window.getSelection()?.isCollapsed !== false) void navigate(pathOf(row));
    },
  });
}

/** A column of a table; on a card its title stands before each value, but not before acts, which have words of their own. */
function antColumn<R>({ key, title, text, render, width, fixed }: Column<R>, onCard: boolean) {
  const titled: TdHTMLAttributes<HTMLElement> & { 'data-title': string } = { 'data-title': title };
  return {
    key,
    title,
    render: (_value: unknown, row: R) => (render === undefined ? (text(row) ?? '—') : render(row)),
    ...(onCard && fixed !== 'right' ? { onCell: () => titled } : {}),
    ...(width === undefined || onCard ? {} : { width }),
    ...(fixed === undefined || onCard ? {} : { fixed }),
  };
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
