import { problem } from '../../contract/problem.ts';
import { inTransaction } from '../../db/client.ts';
import { addDepartment, addRegion, listDepartments, listRegions } from '../../db/people/departments.ts';
import { listColleagues } from '../../db/people/users.ts';
import { reaches } from '../../domain/people/administration.ts';
import { wrongUscc } from '../../domain/people/papers.ts';
import { roleNames } from '../../domain/people/roles.ts';
import type { Actor } from '../../domain/people/roles.ts';
import { reachOfPerson } from '../administration.ts';
import type { AppDeps } from '../deps.ts';
import { presentPosts } from '../presenters/people.ts';
import { roleTitle } from '../presenters/words.ts';
import { unknownPart } from '../unknown-part.ts';
import type { Handlers } from './handler.ts';

type Names = 'listRoles' | 'listRegions' | 'createRegion' | 'listDepartments' | 'createDepartment' | 'colleagues';

/** Roles, regions, departments, colleagues. */
export function peopleHandlers({ db }: AppDeps): Pick<Handlers, Names> {
  /** Whether a person administers a region, with all that is made in it. */
  const administers = async (person: Actor, regionCode: string): Promise<boolean> =>
    reaches(await reachOfPerson(db, person, ['systemAdmin']), { departmentId: null, regionCode });
  return {
    listRoles: async () => ({ items: roleNames.map((role) => ({ role, title: roleTitle(role) })) }),
    listRegions: async () => ({ items: await listRegions(db) }),
    createRegion: async ({ body, person, audit }) => {
      if (!(await administers(person, body.code))) return unknownPart('code', region, body.code);
      return inTransaction(db, async (client) => {
        const added = await addRegion(client, body);
        if ('refused' in added) return added;
        await audit({ kind: 'regionMade', subject: body.code, details: { name: body.name } }, client);
        return added;
      });
    },
    listDepartments: async () => ({ items: await listDepartments(db) }),
    createDepartment: async ({ body, person, audit }) => {
      const wrong = wrongUscc(body.uscc);
      if (wrong !== null) {
        const errors = [{ pointer: '/uscc', code: 'paper-invalid', message: wrong.zh }];
        return problem('bad-request', `expected a 统一社会信用代码, but ${wrong.en}`, { errors });
      }
      if (!(await administers(person, body.regionCode))) return unknownPart('regionCode', region, body.regionCode);
      return inTransaction(db, async (client) => {
        const added = await addDepartment(client, body);
        if ('refused' in added)
          return added.code === 'not-found' ? unknownPart('regionCode', region, body.regionCode) : added;
        await audit({ kind: 'departmentMade', subject: body.id, details: { name: body.name } }, client);
        return added;
      });
    },
    colleagues: async ({ person }) => {
      const near = await listColleagues(
        db,
        person.posts.map(({ departmentId }) => departmentId),
      );
      return { items: near.map(({ id, name, posts }) => ({ id, name, posts: presentPosts(posts) })) };
    },
  };
}

const region = { zh: '行政区划', en: 'a region' };
