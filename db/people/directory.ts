import type { Actor } from '../../domain/people/roles.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

const byIds = {
  name: 'directory-people',
  text: `SELECT u.id, (SELECT coalesce(json_agg(json_build_object('role', p.role, 'departmentId', p.department_id,
      'regionCode', d.region_code) ORDER BY p.department_id, p.role), '[]'::json)
    FROM post p JOIN department d ON d.id = p.department_id WHERE p.user_id = u.id) AS posts
    FROM app_user u WHERE u.id = ANY ($1::uuid[]) AND NOT u.disabled ORDER BY u.id`,
};

/** The people of the directory with these ids who exist and are enabled, with all posts they hold; the others are left out. */
export async function findPeople(db: Queryable, ids: readonly string[]): Promise<readonly Actor[]> {
  return ids.length === 0 ? [] : run<Actor>(db, byIds, [[...new Set(ids)]]);
}
