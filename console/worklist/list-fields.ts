import { useTranslation } from 'react-i18next';
import type { WorklistName } from '../../contract/worklists.ts';
import { matters } from '../../domain/words/matters.ts';
import { inLanguage } from '../i18n/said.ts';
import type { Filter } from '../filter/filters.ts';
import { usePlaceFields } from '../filter/place-fields.ts';

/** Lists whose name says what shines in them, or of what is over. */
const oneLight: readonly WorklistName[] = ['near', 'overdue', 'outlet', 'finished', 'closed'];
/** Lists whose order is their own. */
const oneOrder: readonly WorklistName[] = ['outlet', 'finished', 'closed'];

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
  const sort: Filter = {
    is: 'choice',
    name: 'sort',
    title: t('clerk.sort'),
    any: t('clerk.sortDue'),
    options: [{ value: 'received', label: t('clerk.sortReceived') }],
    order: true,
  };
  return [
    sought,
    ...places,
    ...(oneLight.includes(list) ? [] : [light]),
    ...(isOver(list) || list === 'outlet' ? [] : [matter]),
    ...(list === 'outlet' ? [] : [days]),
    ...(oneOrder.includes(list) ? [] : [sort]),
  ];
}
