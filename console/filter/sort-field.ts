import type { TFunction } from 'i18next';
import { timeSorts } from '../../domain/words/sorts.ts';
import type { Said } from '../../domain/words/said.ts';
import { inLanguage } from '../i18n/said.ts';
import type { Filter } from './filters.ts';

/** What stands first in a list: its own order, or one of the others that it has. */
export function sortField(t: TFunction, sorts: Readonly<Record<string, Said>>, order: string): Filter {
  const words = Object.entries(sorts).map(([value, said]) => ({ value, label: inLanguage(said) }));
  return {
    is: 'choice',
    name: 'sort',
    title: t('clerk.sort'),
    any: words.find(({ value }) => value === order)?.label ?? t('clerk.ownOrder'),
    options: words.filter(({ value }) => value !== order),
    order,
  };
}

/** Of a list of what happened. */
export function timeSortField(t: TFunction): Filter {
  return sortField(t, timeSorts, 'newest');
}
