import type pg from 'pg';
import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import type { BodyOf, OkOf } from '../../contract/routes.ts';
import { inTransaction } from '../../db/client.ts';
import { unlock } from '../../db/people/attempts.ts';
import { createUser, findUser, listUsers, setDisabled, setHome, setPosts } from '../../db/people/users.ts';
import type { PostOf, UserRow } from '../../db/people/users.ts';
import {
  accountToChange,
  beyond,
  lastProblem,
  noSuchPerson,
  reachOfPerson,
  replacePassword,
  togetherProblem,
} from '../administration.ts';
import type { AppDeps } from '../deps.ts';
import { subjectOf } from '../guesses.ts';
import { hashPassword, weakPassword } from '../passwords.ts';
import { presentPosts } from '../presenters/people.ts';
import type { Call, Handlers } from './handler.ts';

type Names = 'listUsers' | 'createUser' | 'changeUser' | 'setPosts';
type PersonView = OkOf<'createUser'>;

/** No installation of one region has more people than this; the list has no pages yet. */
const allUsers = 5_000;

/**
 * Accounts within reach. The system administrator makes, disables and resets them, the security administrator gives their posts: no one
 * person makes somebody who can do something.
 */
export function accountHandlers({ db }: AppDeps): Pick<Handlers, Names> {
  return {
    listUsers: async ({ person }) => {
      const reach = await reachOfPerson(db, person, ['systemAdmin', 'securityAdmin']);
      return { items: (await listUsers(db, { reach, limit: allUsers })).map(view) };
    },
    createUser: async ({ body, person, audit }) => {
      const { login, name, password, departmentId } = body;
      const weak = weakPassword('password', password, { login });
      if (weak !== null) return weak;
      const far = await beyond(db, await reachOfPerson(db, person, ['systemAdmin']), [departmentId]);
      if (far !== null) return far;
      const passwordHash = await hashPassword(password);
      return inTransaction(db, async (client) => {
        const account = { login, name, passwordHash, mustChange: true, departmentId, posts: [] };
        const made = await createUser(client, account);
        if ('refused' in made) return made;
        const details = { name, login, homes: [null, departmentId] };
        await audit({ kind: 'accountMade', account: made.id, details }, client);
        return onePerson(client, made.id);
      });
    },
    changeUser: async (call) => {
      const { params, body } = call;
      const known = body.password === undefined ? null : await findUser(db, params.userId);
      const weak =
        body.password === undefined || known === null ? null : weakPassword('password', body.password, known);
      if (weak !== null) return weak;
      const passwordHash = body.password === undefined ? null : await hashPassword(body.password);
      return inTransaction(db, async (client) => changeAccount(client, call, passwordHash));
    },
    setPosts: async ({ params: { userId }, body: { posts }, person, audit }) => {
      if (userId === person.id) return own('/posts', '不能设置本人的岗位，请由另一名安全管理员办理');
      const together = togetherProblem(posts);
      if (together !== null) return together;
      return inTransaction(db, async (client) => {
        const user = await accountToChange(client, { person, by: 'securityAdmin', userId });
        if (isProblem(user)) return user;
        const reach = await reachOfPerson(client, person, ['securityAdmin']);
        const far = await beyond(client, reach, posts.map(departmentOf));
        const refusal = far ?? (await lastProblem(client, user, posts));
        if (refusal !== null) return refusal;
        const done = await setPosts(client, userId, posts);
        if ('refused' in done) return done;
        const details = { before: user.posts.map(bare), after: posts.map(bare) };
        await audit({ kind: 'postsSet', account: userId, details }, client);
        return onePerson(client, userId);
      });
    },
  };
}

/** All that was asked of one account, or nothing of it. */
async function changeAccount(
  client: pg.PoolClient,
  { params: { userId }, body, person, receivedAt, audit }: Call<'changeUser'>,
  passwordHash: string | null,
): Promise<PersonView | Problem> {
  const user = await accountToChange(client, { person, by: 'systemAdmin', userId });
  if (isProblem(user)) return user;
  const refusal = await whyNot(client, { user, body, person });
  if (refusal !== null) return refusal;
  if (passwordHash !== null) {
    await replacePassword(client, { account: user, passwordHash, at: receivedAt });
    await audit({ kind: 'passwordReset', account: userId }, client);
  }
  if (body.unlock === true) {
    await unlock(client, subjectOf(user.login));
    await audit({ kind: 'unlocked', account: userId }, client);
  }
  if (body.departmentId !== undefined) {
    await setHome(client, userId, body.departmentId);
    const homes = [user.home?.departmentId ?? null, body.departmentId];
    await audit({ kind: 'accountMoved', account: userId, details: { homes } }, client);
  }
  if (body.disabled !== undefined) {
    await setDisabled(client, { userId, disabled: body.disabled, at: receivedAt });
    await audit({ kind: body.disabled ? 'disabled' : 'enabled', account: userId }, client);
  }
  return onePerson(client, userId);
}

/** What stands against a change of an account that is within reach. */
async function whyNot(
  client: pg.PoolClient,
  { user, body, person }: { user: UserRow; body: BodyOf<'changeUser'>; person: Call<'changeUser'>['person'] },
): Promise<Problem | null> {
  // Not the password either: whoever finds a session open must not set one without knowing the old.
  if (user.id === person.id) {
    return own(`/${Object.keys(body)[0] ?? ''}`, '本人的账号由另一名系统管理员办理；本人的密码在“账号”页修改');
  }
  const others = user.posts.find(({ role }) => role === 'securityAdmin' || role === 'auditAdmin');
  if (body.password !== undefined && others !== undefined) {
    return problem(
      'other-administrator',
      `expected no ${others.role}, whose password would give two kinds to one hand`,
    );
  }
  if (body.departmentId !== undefined) {
    const reach = await reachOfPerson(client, person, ['systemAdmin']);
    const far = await beyond(client, reach, [body.departmentId]);
    if (far !== null) return far;
  }
  return body.disabled === true ? lastProblem(client, user, []) : null;
}

async function onePerson(client: pg.PoolClient, id: string): Promise<PersonView | Problem> {
  const user = await findUser(client, id);
  return user === null ? noSuchPerson() : view(user);
}

function view({ posts, ...user }: UserRow): PersonView {
  return { ...user, posts: presentPosts(posts) };
}

const departmentOf = ({ departmentId }: PostOf): string => departmentId;
const bare = ({ role, departmentId }: PostOf): PostOf => ({ role, departmentId });

function own(pointer: string, message: string): Problem {
  return problem('four-eyes', 'expected another administrator to do this, but the account is your own', {
    errors: [{ pointer, code: 'four-eyes', message }],
  });
}
