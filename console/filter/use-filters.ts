import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ViewList } from '../../contract/routes/list-views.ts';
import { askedIn, chosenOf } from './filters.ts';
import type { Asked, Chosen, Filter } from './filters.ts';

/** How a list is narrowed now. */
export interface Filters<Query = unknown> {
  readonly list: ViewList;
  readonly fields: readonly Filter[];
  /** What is asked of the API: what stands in the address, which the API checks. */
  readonly query: Query;
  readonly asked: Asked;
  readonly chosen: readonly Chosen[];
  /** Whether rows may be missing because of it. */
  readonly isNarrowed: boolean;
  /** Another choice fills in the form anew. */
  readonly key: string;
  readonly choose: (asked: Asked) => void;
}

/** The filters of a list, kept in the address: they outlive a reload, 后退 undoes one, and a link carries them. */
export function useFilters<Query>(list: ViewList, fields: readonly Filter[]): Filters<Query> {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const asked = askedIn(search, fields);
  const span = (from: string, to: string) => {
    if (from === '') return t('frame.upTo', { to });
    return to === '' ? t('frame.since', { from }) : t('frame.between', { from, to });
  };
  const chosen = chosenOf(fields, asked, span);
  return {
    list,
    fields,
    query: asked as Query,
    asked,
    chosen,
    isNarrowed: chosen.some(({ order }) => !order),
    key: JSON.stringify(asked),
    choose: (next) => setSearch({ ...next }),
  };
}
