import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import { layouts, layoutsOf } from '../../domain/documents/layout.ts';
import type { Layout } from '../../domain/documents/layout.ts';
import { inLanguage } from '../i18n/said.ts';
import './texts.ts';

const storageKey = 'shixian.receiptLayout';
const offered = layoutsOf('receipt');

/** On what this machine prints receipts: chosen once, remembered here, because it hangs on the printer that stands beside it. */
export function useReceiptLayout(): readonly [Layout, (layout: Layout) => void] {
  const [kept, setKept] = useState(() => localStorage.getItem(storageKey));
  const layout = offered.find((one) => one === kept) ?? 'a4';
  const choose = (next: Layout) => {
    localStorage.setItem(storageKey, next);
    setKept(next);
  };
  return [layout, choose];
}

/** What is asked of the API to print a kind: only the receipt has a choice. */
export function onPaper(kind: DocumentKind, layout: Layout): { layout?: Layout } {
  return layoutsOf(kind).includes(layout) && layout !== 'a4' ? { layout } : {};
}

/** The choice of the paper for receipts. */
export function LayoutChoice({ layout, onChoose }: { layout: Layout; onChoose: (layout: Layout) => void }) {
  const { t } = useTranslation();
  return (
    <label>
      {t('papers.receiptPaper')}{' '}
      <Select<Layout>
        size="small"
        value={layout}
        onChange={onChoose}
        aria-label={t('papers.receiptPaper')}
        style={{ minWidth: 150 }}
        options={offered.map((value) => ({ value, label: inLanguage(layouts[value]) }))}
      />
    </label>
  );
}
