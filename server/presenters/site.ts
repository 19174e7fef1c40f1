import type { OkOf } from '../../contract/routes.ts';
import { demoPassword, people } from '../../db/seed/people.ts';
import { departments } from '../../db/seed/regions.ts';
import { roles } from '../../domain/people/roles.ts';

/** The departments whose demo people the sign-in page offers: one that decides, and the 营商局 that watches it. */
const shown: readonly string[] = ['sy-water', 'ln-biz'];

/** What the sign-in page shows: in demonstrations the people to try, otherwise nothing. */
export function presentSite(demo: boolean): OkOf<'site'> {
  if (!demo) return { demo: null };
  const users = people
    .filter(({ posts }) => posts.some(({ departmentId }) => shown.includes(departmentId)))
    .map(({ login, name, posts }) => ({
      login,
      name,
      posts: posts.map(({ role, departmentId }) => ({
        role,
        roleTitle: roles[role].zh,
        departmentName: departments.find(({ id }) => id === departmentId)?.name ?? departmentId,
      })),
    }));
  return { demo: { password: demoPassword, users } };
}
