import type { ReactNode } from 'react';
import type { ColumnSorts } from '../filter/sorting.ts';
import type { ExportedList } from '../../domain/people/audit.ts';

/** A list by its route, and what it is narrowed by. */
export type ListKey = readonly [list: ExportedList, ...filter: unknown[]];

/** One column: `text` is what a sheet holds and what is shown without `render`. `keep`: cannot be hidden. */
export interface Column<R> {
  readonly key: string;
  readonly title: string;
  readonly text: (row: R) => string | number | null;
  readonly render?: (row: R) => ReactNode;
  readonly width?: number;
  readonly fixed?: 'left' | 'right';
  readonly keep?: true;
  readonly hidden?: true;
  /** Its head sorts the list, where the list has these orders. */
  readonly sorts?: ColumnSorts;
}

export interface PageOf<R> {
  readonly items: readonly R[];
  readonly nextCursor: string | null;
}

/** Asks one page; `limit` and `cursor` as the API takes them. */
export type LoadPage<R> = (query: { limit: string; cursor?: string }, signal?: AbortSignal) => Promise<PageOf<R>>;
