import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { WorklistName } from '../../contract/worklists.ts';
import { matters } from '../../domain/words/matters.ts';
import { taskSorts } from '../../domain/words/sorts.ts';
import { inLanguage } from '../i18n/said.ts';
import type { Filter } from '../filter/filters.ts';
import { sortField, timeSortField } from '../filter/sort-field.ts';
import { usePlaceFields } from '../filter/place-fields.ts';

/** Lists whose name says what shines in them, or of what is over. */
const oneLight: readonly WorklistName[] = ['near', 'overdue', 'outlet', 'finished', 'closed'];
/** What is over waits for nobody. */
function isOver(list: WorklistName): boolean {
  return list === 'finished' || list === 'closed';
}

/** What a list of work is narrowed by: whom or what, where, how it shines, when it came in; and what stands first. */
export function useListFields(list: WorklistName): readonly Filter[] {
  const { t } = useTranslation();
  const places = usePlaceFields();
  const sought: Filter = { is: 'words', name: 'find', title: t('clerk.find'), least: 2, most: 60, unkept: true };
  const light: Filter = {
    is: 'choice',
    name: 'light',
    title: t('clerk.light'),
    any: t('clerk.allLights'),
    options: (['red', 'yellow', 'green'] as const).map((value) => ({ value, label: t(`clerk.light_${value}`) })),
  };
  const matter: Filter = {
    is: 'choice',
    name: 'matter',
    title: t('clerk.matter'),
    any: t('clerk.allMatters'),
    options: (['withdrawal', 'identity'] as const).map((value) => ({ value, label: inLanguage(matters[value]) })),
  };
  // The outlet goes by the day since which something waits.
  const days: Filter = { is: 'days', name: 'receivedFrom', to: 'receivedTo', title: t('clerk.receivedOn') };
  const [search] = useSearchParams();
  const isOfDays = search.has('receivedFrom') || search.has('receivedTo');
  return [
    sought,
    ...places,
    ...(oneLight.includes(list) ? [] : [light]),
    ...(isOver(list) || list === 'outlet' ? [] : [matter]),
    ...(list === 'outlet' ? [] : [days]),
    isOver(list) ? timeSortField(t) : taskSortField(t, list, isOfDays),
  ];
}

/** The outlet has what waits longest first, and days of receipt the newest: neither is sorted by a due date. */
function taskSortField(t: TFunction, list: WorklistName, isOfDays: boolean): Filter {
  const { due, dueLast, ...ofCases } = taskSorts;
  if (list === 'outlet') return sortField(t, ofCases, 'waiting');
  return isOfDays ? sortField(t, ofCases, 'received') : sortField(t, { due, dueLast, ...ofCases }, 'due');
}
