import { Button, Flex } from 'antd';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSame, keptOf } from './filters.ts';
import type { Filters } from './use-filters.ts';
import { useViews } from './use-views.ts';
import { labelled } from '../i18n/said.ts';

const KeepDialog = lazy(() => import('./view-dialogs.tsx').then((file) => ({ default: file.KeepDialog })));
const ViewsDialog = lazy(() => import('./view-dialogs.tsx').then((file) => ({ default: file.ViewsDialog })));

/** 常用筛选 of the person: a chip each, pressed while it is what is chosen; what is chosen and not kept yet can be kept. */
export function SavedViews({ filters }: { filters: Filters }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'keep' | 'manage' | null>(null);
  const views = useViews(filters.list);
  const kept = keptOf(filters.fields, filters.asked);
  const isNew = Object.keys(kept).length > 0 && !views.some(({ query }) => isSame(query, kept));
  if (views.length === 0 && !isNew) return null;
  return (
    <Flex wrap align="center" gap={8} role="group" aria-label={t('frame.views')} style={{ marginBottom: 8 }}>
      {views.length > 0 && <span>{labelled(t('frame.views'), '')}</span>}
      {views.map(({ id, title, query }) => {
        const isOn = isSame(query, kept);
        return (
          <Button
            key={id}
            size="small"
            shape="round"
            type={isOn ? 'primary' : 'default'}
            aria-pressed={isOn}
            onClick={() => filters.choose(isOn ? {} : query)}
          >
            {title}
          </Button>
        );
      })}
      {isNew && (
        <Button size="small" type="link" onClick={() => setOpen('keep')}>
          {t('frame.keepView')}
        </Button>
      )}
      {views.length > 0 && (
        <Button size="small" type="link" onClick={() => setOpen('manage')}>
          {t('frame.manageViews')}
        </Button>
      )}
      <Suspense fallback={null}>
        {open === 'keep' && <KeepDialog filters={filters} onClose={() => setOpen(null)} />}
        {open === 'manage' && <ViewsDialog list={filters.list} onClose={() => setOpen(null)} />}
      </Suspense>
    </Flex>
  );
}
