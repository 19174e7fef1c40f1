import { Table } from 'antd';
import type { SorterResult } from 'antd/es/table/interface';
import type { Key, MouseEvent, ReactNode, TdHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { NavigateFunction } from 'react-router';
import { arrowOf, sortedBy, turnsOf } from '../filter/sorting.ts';
import type { Filters } from '../filter/use-filters.ts';
import type { Column } from './column.ts';
import { useNarrow } from './use-narrow.ts';

/** The widest window, in px, on which rows stand as cards: two columns of a table and one that stays in place fit no phone. */
const cardsUpTo = 767;

/** What the rows of a list are made of. */
export interface RowParts<R> {
  readonly rowKey: (row: R) => string;
  readonly columns: readonly Column<R>[];
  /** What narrows and sorts the list: its form, what is chosen in words, and what is said where nothing fits. */
  readonly filters?: Filters;
  /** Where a click on a row leads; for the keyboard a link stands in it. */
  readonly open?: (row: R) => string;
  readonly expand?: (row: R) => ReactNode;
  /** Rows can be ticked; what is done with the chosen ones stands among the actions. */
  readonly choice?: {
    readonly labelOf: (row: R) => string;
    readonly render: (chosen: readonly R[], clear: () => void) => ReactNode;
  };
}

interface RowsProps<R> extends RowParts<R> {
  readonly items: readonly R[];
  /** What is asked for has not been answered yet; the rows are those of before. */
  readonly waits: boolean;
  readonly chosen: readonly string[];
  readonly onChoose: (keys: readonly string[]) => void;
}

/** The rows of a list in a table whose heads sort it, on a narrow screen as cards. */
export function DataRows<R extends object>(o: RowsProps<R>) {
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
      columns={o.columns.map((column) => ({ ...antColumn(column, cards), ...arrow(column, o.filters) }))}
      onChange={(_paging, _filters, sorter) => sort(o, sorter)}
      pagination={false}
      {...(cards ? { className: 'cards', showHeader: false } : { scroll: { x: 'max-content' }, sticky: true })}
      locale={{ emptyText: ' ' }}
      {...(choice && { rowSelection: selection(choice, { title: t('frame.choose'), chosen, setChosen }) })}
      {...(open && { onRow: opening(open, navigate) })}
      {...(expand && { expandable: { expandedRowRender: expand } })}
    />
  );
}

function selection<R>(
  { labelOf }: NonNullable<RowParts<R>['choice']>,
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

/** The arrow in the head of a column that the list can be sorted by. */
function arrow<R>({ sorts }: Column<R>, filters: Filters | undefined) {
  const sortOrder = filters && arrowOf(sorts, filters.fields, filters.asked);
  if (filters === undefined || sortOrder === undefined) return {};
  return { sorter: true, sortOrder, sortDirections: turnsOf(sorts, filters.fields) };
}

/** The head of a column was pressed. */
function sort<R>(
  { columns, filters }: Pick<RowParts<R>, 'columns' | 'filters'>,
  sorter: SorterResult<R> | SorterResult<R>[],
): void {
  const [pressed] = [sorter].flat();
  if (filters === undefined) return;
  // The press that takes the arrow away names no column.
  const column = columns.find(({ key }) => key === pressed?.columnKey);
  filters.choose(sortedBy(column?.sorts, { ...filters, direction: pressed?.order ?? null }));
}
