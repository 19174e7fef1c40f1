import type { ViewList } from '../../contract/routes/list-views.ts';
import { useRoute } from '../queries.ts';

/** The saved views of a list. */
export function useViews(list: ViewList) {
  return useRoute('listViews', { query: { list } }, { staleMs: 600_000 }).data?.items ?? [];
}
