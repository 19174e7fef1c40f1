import type { OkOf } from '../../contract/routes.ts';

/** An account as the administrators see it. */
export type User = OkOf<'listUsers'>['items'][number];

/** What the list may be narrowed by; it stands in the address under these names. */
const asked = ['find', 'department', 'role', 'state'] as const;
export type Sought = { readonly [K in (typeof asked)[number]]?: string | undefined };

/** What the address asks for. */
export function soughtIn(search: URLSearchParams): Sought {
  return Object.fromEntries(asked.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])));
}

/** What is sought as it stands in the address, without what is empty. */
export function inAddress(sought: Sought): Record<string, string> {
  const named = Object.entries(sought).map(([name, value = '']) => [name, value.trim()] as const);
  return Object.fromEntries(named.filter(([, value]) => value !== ''));
}

/** How an account stands: `disabled` wins, because nobody can sign in to it, locked or not. */
export function stateOf({ disabled, locked }: Pick<User, 'disabled' | 'locked'>): 'disabled' | 'locked' | 'enabled' {
  if (disabled) return 'disabled';
  return locked ? 'locked' : 'enabled';
}

/** The accounts that are sought: words in name or login, one post that has both department and role (or its home, where no role is asked), and a state. */
export function findAccounts(all: readonly User[], { find = '', department, role, state }: Sought): readonly User[] {
  const words = find.trim().toLowerCase();
  return all.filter(
    (user) =>
      `${user.name} ${user.login}`.toLowerCase().includes(words) &&
      (state === undefined || stateOf(user) === state) &&
      ((department === undefined && role === undefined) ||
        (role === undefined && user.home?.departmentId === department) ||
        user.posts.some(
          (post) => post.departmentId === (department ?? post.departmentId) && post.role === (role ?? post.role),
        )),
  );
}
