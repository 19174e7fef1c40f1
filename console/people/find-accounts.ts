import type { OkOf } from '../../contract/routes.ts';
import { askedIn } from '../ui/address.ts';

/** An account as the administrators see it. */
export type User = OkOf<'listUsers'>['items'][number];

/** What the list may be narrowed by; it stands in the address under these names. */
const asked = ['find', 'department', 'role', 'state'] as const;
export type Sought = { readonly [K in (typeof asked)[number]]?: string | undefined };

/** What the address asks for. */
export function soughtIn(search: URLSearchParams): Sought {
  return askedIn(search, asked);
}

/** How an account stands: `disabled` wins, because nobody can sign in to it, locked or not. */
export function stateOf({ disabled, locked }: Pick<User, 'disabled' | 'locked'>): 'disabled' | 'locked' | 'enabled' {
  if (disabled) return 'disabled';
  return locked ? 'locked' : 'enabled';
}

/** The accounts that are sought: words in name or login, a department they belong to or a post there, of the role where one is sought, and a state. */
export function findAccounts(all: readonly User[], { find = '', department, role, state }: Sought): readonly User[] {
  const words = find.trim().toLowerCase();
  return all.filter(
    (user) =>
      `${user.name} ${user.login}`.toLowerCase().includes(words) &&
      (state === undefined || stateOf(user) === state) &&
      (((department ?? user.home?.departmentId) === user.home?.departmentId && role === undefined) ||
        user.posts.some(
          (post) => post.departmentId === (department ?? post.departmentId) && post.role === (role ?? post.role),
        )),
  );
}
