import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import type { OkOf } from '../../contract/routes.ts';
import { listDepartments, listRegions, upsertDepartments, upsertRegions } from '../../db/people/departments.ts';
import { deleteSessions } from '../../db/people/sessions.ts';
import { createUser, listUsers, setDisabled, setPassword, setPosts } from '../../db/people/users.ts';
import type { UserRow } from '../../db/people/users.ts';
import { roleNames } from '../../domain/people/roles.ts';
import type { AppDeps } from '../deps.ts';
import { hashPassword, isStrong } from '../passwords.ts';
import { postsWithNames } from '../presenters/people.ts';
import { roleTitle } from '../presenters/words.ts';
import type { Handlers } from './handler.ts';

type Names =
  | 'listRoles'
  | 'listRegions'
  | 'createRegion'
  | 'listDepartments'
  | 'createDepartment'
  | 'colleagues'
  | 'listUsers'
  | 'createUser'
  | 'changeUser'
  | 'setPosts';

type PersonView = OkOf<'createUser'>;

/** No installation of one region has more people than this; the list has no pages yet. */
const allUsers = 5_000;

/** Regions, departments, people and their posts. */
export function peopleHandlers({ db }: AppDeps): Pick<Handlers, Names> {
  const everybody = async (): Promise<PersonView[]> => {
    const departments = await listDepartments(db);
    return (await listUsers(db, { limit: allUsers })).map((user) => view(user, departments));
  };
  const onePerson = async (id: string): Promise<PersonView | Problem> =>
    (await everybody()).find((user) => user.id === id) ?? problem('not-found', 'expected a person, but found none');
  return {
    listRoles: async () => ({ items: roleNames.map((role) => ({ role, title: roleTitle(role) })) }),
    listRegions: async () => ({ items: await listRegions(db) }),
    createRegion: async ({ body }) => {
      if ((await listRegions(db)).some(({ code }) => code === body.code)) return taken(`region ${body.code}`);
      await upsertRegions(db, [body]);
      return body;
    },
    listDepartments: async () => ({ items: await listDepartments(db) }),
    createDepartment: async ({ body }) => {
      const departments = await listDepartments(db);
      if (departments.some(({ id, uscc }) => id === body.id || uscc === body.uscc))
        return taken(`department ${body.id}`);
      if (!(await listRegions(db)).some(({ code }) => code === body.regionCode)) {
        return problem('not-found', `expected a region ${body.regionCode}, but there is none`);
      }
      await upsertDepartments(db, [body]);
      return body;
    },
    colleagues: async ({ person }) => {
      const own = new Set(person.posts.map(({ departmentId }) => departmentId));
      const near = (await everybody()).filter(
        (user) => !user.disabled && user.posts.some(({ departmentId }) => own.has(departmentId)),
      );
      return { items: near.map(({ id, name, posts }) => ({ id, name, posts })) };
    },
    listUsers: async () => ({ items: await everybody() }),
    createUser: async ({ body }) => {
      const { login, name, password, posts } = body;
      if (!isStrong(password, { login })) return weak();
      const made = await createUser(db, { login, name, passwordHash: await hashPassword(password), posts });
      return 'refused' in made ? made : onePerson(made.id);
    },
    changeUser: async ({ params: { userId }, body, receivedAt }) => {
      const user = await onePerson(userId);
      if (isProblem(user)) return user;
      if (body.password !== undefined) {
        if (!isStrong(body.password, { login: user.login })) return weak();
        await setPassword(db, { userId, passwordHash: await hashPassword(body.password) });
        await deleteSessions(db, userId);
      }
      if (body.disabled !== undefined) await setDisabled(db, { userId, disabled: body.disabled, at: receivedAt });
      return onePerson(userId);
    },
    setPosts: async ({ params, body, person }) => {
      if (params.userId === person.id) {
        return problem('four-eyes', 'expected another administrator to change these posts, but they are your own');
      }
      const done = await setPosts(db, params.userId, body.posts);
      return 'refused' in done ? done : onePerson(params.userId);
    },
  };
}

function view(
  { id, login, name, disabled, posts }: UserRow,
  departments: Parameters<typeof postsWithNames>[1],
): PersonView {
  return { id, login, name, disabled, posts: postsWithNames(posts, departments) };
}

function taken(what: string) {
  return problem('already-exists', `expected something new, but ${what} is there already`);
}

function weak() {
  return problem('weak-password', 'expected a longer password unlike the login, but got a weak one');
}
