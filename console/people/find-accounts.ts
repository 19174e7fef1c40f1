import type { OkOf } from '../../contract/routes.ts';

/** An account as the administrators see it. */
export type User = OkOf<'listUsers'>['items'][number];

/** A colleague as everybody in the department sees them. */
export type Colleague = OkOf<'colleagues'>['items'][number];

/** What the list may be narrowed by. */
export type Sought = Readonly<Partial<Record<'find' | 'department' | 'role' | 'state', string>>>;

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

/** The colleagues that are sought: words in the name, and a role that they hold. */
export function findColleagues(
  all: readonly Colleague[],
  { find = '', role }: Pick<Sought, 'find' | 'role'>,
): readonly Colleague[] {
  const words = find.trim();
  return all.filter(
    ({ name, posts }) => name.includes(words) && (role === undefined || posts.some((post) => post.role === role)),
  );
}
