import type { OkOf } from '../../contract/routes.ts';
import type { Department } from '../../db/people/departments.ts';
import type { Post } from '../../domain/people/roles.ts';
import { roleTitle } from './words.ts';

type PostView = OkOf<'me'>['posts'][number];

/** Posts with the names of their roles and departments. */
export function postsWithNames(posts: readonly Post[], departments: readonly Department[]): PostView[] {
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  return posts.map(({ role, departmentId, regionCode }) => ({
    role,
    roleTitle: roleTitle(role),
    departmentId,
    departmentName: names.get(departmentId) ?? departmentId,
    regionCode,
  }));
}
