import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Flex, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column.ts';

interface Shown<R> {
  readonly all: readonly Column<R>[];
  readonly columns: readonly Column<R>[];
  readonly hidden: readonly string[];
  readonly hide: (hidden: readonly string[] | null) => void;
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

/** The button that opens the column settings. */
export function ColumnSettings<R>({ shown: { all, hidden, hide } }: { shown: Shown<R> }) {
  const { t } = useTranslation();
  const content = (
    <Flex vertical gap={4}>
      {all.map(({ key, title, keep }) => (
        <Checkbox
          key={key}
          checked={keep === true || !hidden.includes(key)}
          disabled={keep === true}
          onChange={({ target }) => hide(target.checked ? hidden.filter((one) => one !== key) : [...hidden, key])}
        >
          {title}
        </Checkbox>
      ))}
      <Button size="small" onClick={() => hide(null)}>
        {t('frame.columnsReset')}
      </Button>
    </Flex>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={content} title={t('frame.columns')}>
      <Button icon={<SettingOutlined />} aria-label={t('frame.columns')} />
    </Popover>
  );
}
