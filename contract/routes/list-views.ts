import Type from 'typebox';
import type { TProperties } from 'typebox';
import { listFilters } from '../list-filters.ts';
import type { RouteContract } from '../route.ts';
import { Id, RoleName, Uuid, aText, closed } from '../shapes.ts';
import { worklistNames } from '../worklists.ts';

const tag = '常用筛选';
const title = Type.String({ ...aText, minLength: 1, maxLength: 20, description: '名称' });

const departmentId = Type.Optional(Id);
const state = Type.Optional(Type.Enum(['locked', 'disabled', 'enabled']));

/** The lists that have saved views, and what each view may hold. Lists that come whole are filtered by their page. */
const items = { departmentId, q: Type.Optional(Type.String({ ...aText, minLength: 1, maxLength: 80 })) };
const people = { role: Type.Optional(RoleName), department: departmentId, state };

export const viewLists = [
  ...worklistNames,
  'warnings',
  'ledger',
  'messages',
  'numbers',
  'audit',
  'items',
  'catalogue',
  'people',
] as const;
export type ViewList = (typeof viewLists)[number];

const list = (names: readonly ViewList[]) => Type.Enum([...names], { description: '清单' });

function viewOf<P extends TProperties>(names: readonly ViewList[], query: P) {
  return closed({ list: list(names), title, query: closed(query, { minProperties: 1 }) });
}

const View = closed({ id: Uuid, title: Type.String(), query: Type.Record(Type.String(), Type.String()) });

/** How a person narrows lists again and again. Whom or what was sought by words in a list of cases is not kept. */
export const listViewRoutes = {
  listViews: {
    method: 'GET',
    url: '/list-views',
    title: '本人对一个清单的常用筛选',
    tag,
    policy: 'signedIn',
    query: closed({ list: list(viewLists) }),
    ok: closed({ items: Type.Array(View) }),
  },
  keepView: {
    method: 'POST',
    url: '/list-views',
    title: '保存为常用筛选',
    tag,
    policy: 'signedIn',
    body: Type.Union([
      viewOf(worklistNames, listFilters.worklist),
      viewOf(['warnings'], listFilters.warnings),
      viewOf(['ledger'], listFilters.ledger),
      viewOf(['messages'], listFilters.messages),
      viewOf(['numbers'], listFilters.numbers),
      viewOf(['audit'], listFilters.audit),
      viewOf(['items'], items),
      viewOf(['catalogue'], listFilters.catalogue),
      viewOf(['people'], people),
    ]),
    ok: View,
    status: 201,
  },
  renameView: {
    method: 'PUT',
    url: '/list-views/:viewId',
    title: '常用筛选改名',
    tag,
    policy: 'signedIn',
    params: closed({ viewId: Uuid }),
    body: closed({ title }),
    ok: Type.Null(),
    status: 204,
  },
  dropView: {
    method: 'DELETE',
    url: '/list-views/:viewId',
    title: '删除常用筛选',
    tag,
    policy: 'signedIn',
    params: closed({ viewId: Uuid }),
    ok: Type.Null(),
    status: 204,
  },
} as const satisfies Record<string, RouteContract>;
