import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import type { OkOf } from '../../contract/routes.ts';
import { addDepartment, addRegion, listDepartments, listRegions } from '../../db/people/departments.ts';
import { unlock } from '../../db/people/attempts.ts';
import { deleteSessions } from '../../db/people/sessions.ts';
import { revokeTokens } from '../../db/people/tokens.ts';
import {
  createUser,
  findUser,
  listColleagues,
  listUsers,
  setDisabled,
  setPassword,
  setPosts,
} from '../../db/people/users.ts';
import type { UserRow } from '../../db/people/users.ts';
import { wrongUscc } from '../../domain/people/papers.ts';
import { roleNames } from '../../domain/people/roles.ts';
import type { AppDeps } from '../deps.ts';
import { subjectOf } from '../guesses.ts';
import { hashPassword, isStrong } from '../passwords.ts';
import { presentPosts } from '../presenters/people.ts';
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
  const onePerson = async (id: string): Promise<PersonView | Problem> => {
    const user = await findUser(db, id);
    return user === null ? problem('not-found', 'expected a person, but found none') : view(user);
  };
  return {
    listRoles: async () => ({ items: roleNames.map((role) => ({ role, title: roleTitle(role) })) }),
    listRegions: async () => ({ items: await listRegions(db) }),
    createRegion: async ({ body }) => addRegion(db, body),
    listDepartments: async () => ({ items: await listDepartments(db) }),
    createDepartment: async ({ body }) => {
      const wrong = wrongUscc(body.uscc);
      if (wrong === null) return addDepartment(db, body);
      const errors = [{ pointer: '/uscc', code: 'paper-invalid', message: wrong.zh }];
      return problem('bad-request', `expected a 统一社会信用代码, but ${wrong.en}`, { errors });
    },
    colleagues: async ({ person }) => {
      const near = await listColleagues(
        db,
        person.posts.map(({ departmentId }) => departmentId),
      );
      return { items: near.map(({ id, name, posts }) => ({ id, name, posts: presentPosts(posts) })) };
    },
    listUsers: async () => ({ items: (await listUsers(db, { limit: allUsers })).map(view) }),
    createUser: async ({ body }) => {
      const { login, name, password, posts } = body;
      if (!isStrong(password, { login })) return weak();
      const made = await createUser(db, {
        login,
        name,
        passwordHash: await hashPassword(password),
        mustChange: true,
        posts,
      });
      return 'refused' in made ? made : onePerson(made.id);
    },
    changeUser: async ({ params: { userId }, body, receivedAt }) => {
      const user = await onePerson(userId);
      if (isProblem(user)) return user;
      if (body.password !== undefined) {
        if (!isStrong(body.password, { login: user.login })) return weak();
        await setPassword(db, { userId, passwordHash: await hashPassword(body.password), mustChange: true });
        await deleteSessions(db, userId);
        await revokeTokens(db, { userId, at: receivedAt });
      }
      if (body.unlock === true || body.password !== undefined) await unlock(db, subjectOf(user.login));
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

function view({ posts, ...user }: UserRow): PersonView {
  return { ...user, posts: presentPosts(posts) };
}

function weak() {
  return problem('weak-password', 'expected a longer password unlike the login, but got a weak one');
}
