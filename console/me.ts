import type { OkOf, RouteName } from '../contract/routes.ts';
import type { Role } from '../domain/people/roles.ts';
import { policyOf } from './api.ts';

/** The person signed in, as the API tells it. */
export type Me = OkOf<'me'>;

/** Whether the contract lets one of the person's posts call a route: for menu entries and buttons, the API decides. */
export function mayCall(me: Me, name: RouteName): boolean {
  const policy = policyOf(name);
  return typeof policy === 'string' || holdsOne(me, policy);
}

/** The same, in a post at this department. */
export function mayCallAt(me: Me, name: RouteName, departmentId: string): boolean {
  return mayCall({ ...me, posts: me.posts.filter((post) => post.departmentId === departmentId) }, name);
}

/** Whether the person holds one of these roles somewhere. */
export function holdsOne(me: Me, roles: readonly Role[]): boolean {
  return me.posts.some(({ role }) => roles.some((name) => name === role));
}
