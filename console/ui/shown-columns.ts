import { useState } from 'react';
import type { Column } from './column.ts';

/** What may be shown of a list, and what is hidden. */
export interface ShownColumns {
  readonly all: readonly Pick<Column<never>, 'key' | 'title' | 'keep'>[];
  readonly hidden: readonly string[];
  readonly hide: (hidden: readonly string[] | null) => void;
}

interface Shown<R> extends ShownColumns {
  readonly columns: readonly Column<R>[];
}

/** Which columns of a list are shown, remembered on this machine. */
export function useShownColumns<R>(id: string, all: readonly Column<R>[]): Shown<R> {
  const storageKey = `shixian.columns.${id}`;
  const [stored, setStored] = useState(() => readList(localStorage.getItem(storageKey)));
  const hidden = stored ?? all.filter((column) => column.hidden).map(({ key }) => key);
  const hide = (next: readonly string[] | null) => {
    if (next === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify(next));
    setStored(next);
  };
  return { all, columns: all.filter(({ key, keep }) => keep || !hidden.includes(key)), hidden, hide };
}

function readList(text: string | null): readonly string[] | null {
  if (text === null) return null;
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.filter((key) => typeof key === 'string') : null;
}
