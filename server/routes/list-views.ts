import { dropView, keepView, listViews, renameView } from '../../db/people/list-views.ts';
import type { AppDeps } from '../deps.ts';
import type { Handlers } from './handler.ts';

type Names = 'listViews' | 'keepView' | 'renameView' | 'dropView';

/** Saved views (常用筛选) of the person who asks: nobody else sees them. */
export function listViewHandlers({ db }: AppDeps): Pick<Handlers, Names> {
  return {
    listViews: async ({ person, query: { list } }) => {
      const items = await listViews(db, { userId: person.id, list });
      return { items: items.map(({ id, title, query }) => ({ id, title, query: { ...query } })) };
    },
    keepView: async ({ person, body: { list, title, query } }) => {
      const kept = await keepView(db, { userId: person.id, list, title, query });
      return 'refused' in kept ? kept : { ...kept, query: { ...kept.query } };
    },
    renameView: async ({ person, params: { viewId }, body: { title } }) =>
      renameView(db, { userId: person.id, id: viewId, title }),
    dropView: async ({ person, params: { viewId } }) => dropView(db, { userId: person.id, id: viewId }),
  };
}
