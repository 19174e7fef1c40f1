import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Nothing } from '../ui/states.tsx';
import type { Filters } from './use-filters.ts';

/** What is said where a list has no rows: that none fits what was chosen, or why there is none at all. */
export function NoRows({ filters, empty }: { filters: Filters | undefined; empty: string | undefined }) {
  const { t } = useTranslation();
  if (filters?.isNarrowed !== true) return <Nothing>{empty ?? t('frame.emptyList')}</Nothing>;
  return (
    <Nothing>
      <p>{t('frame.nothingFits')}</p>
      <Button onClick={() => filters.choose({})}>{t('frame.clear')}</Button>
    </Nothing>
  );
}
