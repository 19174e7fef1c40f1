import { v7 as newId } from 'uuid';
import type { Post, Role } from '../../domain/people/roles.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { Reach } from '../../domain/people/administration.ts';
import { regionStem } from '../../domain/people/roles.ts';
import { inTransaction, run } from '../client.ts';
import type { Queryable, Transacting } from '../client.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';

/** A post to give: the region comes from the department. */
export interface PostOf {
  readonly role: Role;
  readonly departmentId: string;
}

/** What sign-in needs of an account. */
export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly disabled: boolean;
}

/** A post as people read it. */
export interface NamedPost extends Post {
  readonly departmentName: string;
}

/** Where an account belongs. */
export interface Home {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly regionCode: string;
}

/** An account as people see it: the administrator, colleagues, its owner. */
export interface UserRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly disabled: boolean;
  /** So many wrong passwords were tried that its owner, or somebody, must wait. */
  readonly locked: boolean;
  /** The department it belongs to, also without a post; null in accounts of an older release. */
  readonly home: Home | null;
  readonly posts: readonly NamedPost[];
}

/** The person behind a request: what the domain needs, and what screens show. */
export interface Person extends Actor {
  readonly name: string;
  readonly login: string;
  /** Has a password that somebody else chose. */
  readonly mustChangePassword: boolean;
}

const postsWhere = (
  condition: string,
  more = '',
) => `(SELECT coalesce(json_agg(json_build_object('role', p.role, 'departmentId', p.department_id, 'regionCode', d.region_code${more})
    ORDER BY p.department_id, p.role), '[]'::json) FROM post p JOIN department d ON d.id = p.department_id
    WHERE p.user_id = u.id AND ${condition}) AS posts`;
const person = 'u.id, u.name, u.login, u.must_change_password AS "mustChangePassword"';
const posts = postsWhere('true');
const postInUse = postsWhere('(p.in_use OR NOT EXISTS (SELECT 1 FROM post q WHERE q.user_id = u.id AND q.in_use))');

const insertUser = {
  name: 'user-insert',
  text: `INSERT INTO app_user (id, login, name, password_hash, must_change_password, department_id) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (login) DO NOTHING RETURNING id`,
};

/**
 * Makes an account, at home in `departmentId` or else where its first post is. `passwordHash` is made by the caller, `mustChange` when somebody
 * else chose the password; `posts` and `id` where they must be there from the beginning (demo people, the first administrators).
 * @returns its id; codes: already-exists (the login is taken), not-found (a department)
 */
export async function createUser(
  db: Transacting,
  o: {
    id?: string;
    login: string;
    name: string;
    passwordHash: string;
    mustChange?: boolean;
    departmentId?: string;
    posts: readonly PostOf[];
  },
): Promise<{ id: string } | Refusal<'already-exists' | 'not-found'>> {
  const home = o.departmentId ?? o.posts[0]?.departmentId ?? null;
  const missing = await missingDepartment(db, [...(home === null ? [] : [home]), ...o.posts.map(departmentOf)]);
  if (missing !== undefined) return missing;
  return inTransaction(db, async (client) => {
    const id = o.id ?? newId();
    const made = await run(client, insertUser, [id, o.login, o.name, o.passwordHash, o.mustChange ?? false, home]);
    if (made.length === 0) return refuse('already-exists', `expected a login that is free, but ${o.login} is taken`);
    await writePosts(client, id, o.posts);
    return { id };
  });
}

/** Replaces all posts of a person, who works in all of them again. Code: not-found (the person or a department). */
export async function setPosts(
  db: Transacting,
  userId: string,
  given: readonly PostOf[],
): Promise<{ id: string } | Refusal<'not-found'>> {
  const missing = await missingDepartment(db, given.map(departmentOf));
  if (missing !== undefined) return missing;
  return inTransaction(db, async (client) => {
    const found = await client.query('SELECT 1 FROM app_user WHERE id = $1 FOR UPDATE', [userId]);
    if (found.rowCount === 0) return refuse('not-found', `expected a person, but no account has the id ${userId}`);
    await client.query('DELETE FROM post WHERE user_id = $1', [userId]);
    await writePosts(client, userId, given);
    return { id: userId };
  });
}

const departmentOf = ({ departmentId }: PostOf): string => departmentId;

async function missingDepartment(db: Queryable, ids: readonly string[]): Promise<Refusal<'not-found'> | undefined> {
  const text = 'SELECT id FROM unnest($1::text[]) AS wanted (id) WHERE id NOT IN (SELECT id FROM department)';
  const [missing] = await run<{ id: string }>(db, { name: 'department-missing', text }, [ids]);
  return missing && refuse('not-found', `expected departments that exist, but ${missing.id} does not`);
}

async function writePosts(db: Queryable, userId: string, given: readonly PostOf[]): Promise<void> {
  await db.query(
    'INSERT INTO post (user_id, role, department_id) SELECT $1, * FROM unnest($2::text[], $3::text[]) ON CONFLICT DO NOTHING',
    [userId, given.map(({ role }) => role), given.map(({ departmentId }) => departmentId)],
  );
}

/** The account of a login, whatever its state; null when there is none. */
export async function findByLogin(db: Queryable, login: string): Promise<Account | null> {
  const text = `SELECT u.id, u.login, u.name, u.password_hash AS "passwordHash", u.disabled
    FROM app_user u WHERE u.login = $1`;
  const [found] = await run<Account>(db, { name: 'user-by-login', text }, [login]);
  return found ?? null;
}

/** The person with the posts held now; null when unknown or disabled. */
export async function actorOf(db: Queryable, userId: string): Promise<Person | null> {
  const text = `SELECT ${person}, ${posts} FROM app_user u WHERE u.id = $1 AND NOT u.disabled`;
  const [found] = await run<Person>(db, { name: 'user-actor', text }, [userId]);
  return found ?? null;
}

/** The person with the post in use, with all posts held when none is; null when unknown or disabled. For the person's own browser. */
export async function actorInPost(db: Queryable, userId: string): Promise<Person | null> {
  const text = `SELECT ${person}, ${postInUse} FROM app_user u WHERE u.id = $1 AND NOT u.disabled`;
  const [found] = await run<Person>(db, { name: 'user-in-post', text }, [userId]);
  return found ?? null;
}

/** Takes one of the posts held into use, or all of them (null). False when the post is not held; then nothing changes. */
export async function choosePost(db: Queryable, userId: string, chosen: PostOf | null): Promise<boolean> {
  const text = `UPDATE post SET in_use = coalesce(role = $2 AND department_id = $3, false) WHERE user_id = $1
    AND ($2::text IS NULL OR EXISTS (SELECT 1 FROM post h WHERE h.user_id = $1 AND h.role = $2 AND h.department_id = $3)) RETURNING role`;
  const values = [userId, chosen?.role ?? null, chosen?.departmentId ?? null];
  return (await run(db, { name: 'post-choose', text }, values)).length > 0 || chosen === null;
}

const users = `SELECT u.id, u.login, u.name, u.disabled, (SELECT json_build_object('departmentId', h.id, 'departmentName', h.name,
    'regionCode', h.region_code) FROM department h WHERE h.id = u.department_id) AS home,
  EXISTS (SELECT 1 FROM attempt a WHERE a.subject = 'login ' || u.login AND a.locked_until > now()) AS locked, ${postsWhere('true', ", 'departmentName', d.name")} FROM app_user u`;

/** The accounts with their home or a post within reach, in the order of their logins; pages of `limit` after a login. */
export async function listUsers(
  db: Queryable,
  o: { reach: Reach; afterLogin?: string; limit: number },
): Promise<UserRow[]> {
  const text = `${users} WHERE u.login > $1 AND EXISTS (SELECT 1 FROM department d
      WHERE (d.id = u.department_id OR d.id IN (SELECT p.department_id FROM post p WHERE p.user_id = u.id))
        AND (d.id = ANY ($3::text[]) OR d.region_code LIKE ANY ($4::text[])))
    ORDER BY u.login LIMIT $2`;
  const below = o.reach.regions.map((region) => `${regionStem(region)}%`);
  return run<UserRow>(db, { name: 'user-list', text }, [o.afterLogin ?? '', o.limit, o.reach.departments, below]);
}

/** The enabled accounts with a post in one of some departments, in the order of their logins. */
export async function listColleagues(db: Queryable, departmentIds: readonly string[]): Promise<UserRow[]> {
  const text = `${users} WHERE NOT u.disabled AND u.id IN (SELECT p.user_id FROM post p WHERE p.department_id = ANY ($1::text[]))
    ORDER BY u.login`;
  return run<UserRow>(db, { name: 'user-colleagues', text }, [departmentIds]);
}

/** One account; null when there is none. */
export async function findUser(db: Queryable, userId: string): Promise<UserRow | null> {
  const [found] = await run<UserRow>(db, { name: 'user-one', text: `${users} WHERE u.id = $1` }, [userId]);
  return found ?? null;
}

/** Keeps others from changing an account until the transaction ends. */
export async function lockUser(db: Queryable, userId: string): Promise<void> {
  await run(db, { name: 'user-lock', text: 'SELECT 1 FROM app_user WHERE id = $1 FOR UPDATE' }, [userId]);
}

/** Gives an account another home. */
export async function setHome(db: Queryable, userId: string, departmentId: string): Promise<void> {
  const text = 'UPDATE app_user SET department_id = $2 WHERE id = $1';
  await run(db, { name: 'user-home', text }, [userId, departmentId]);
}

/** Names and logins of accounts, those that are there. */
export async function namesOfUsers(
  db: Queryable,
  ids: readonly string[],
): Promise<readonly Pick<UserRow, 'id' | 'login' | 'name'>[]> {
  const text = 'SELECT id, login, name FROM app_user WHERE id = ANY ($1::uuid[])';
  return run<Pick<UserRow, 'id' | 'login' | 'name'>>(db, { name: 'user-names', text }, [[...new Set(ids)]]);
}

/** Closes or opens an account; closing signs it out everywhere and revokes its tokens at `at` (epoch ms). False when unknown. */
export async function setDisabled(
  db: Transacting,
  o: { userId: string; disabled: boolean; at: number },
): Promise<boolean> {
  return inTransaction(db, async (client) => {
    const done = await client.query('UPDATE app_user SET disabled = $2 WHERE id = $1', [o.userId, o.disabled]);
    if (o.disabled) {
      await client.query('DELETE FROM session WHERE user_id = $1', [o.userId]);
      await client.query('UPDATE api_token SET revoked_at = $2 WHERE user_id = $1 AND revoked_at IS NULL', [
        o.userId,
        new Date(o.at),
      ]);
    }
    return done.rowCount === 1;
  });
}

/** Sets a new password hash; `mustChange` when its owner has not chosen it. False when the account is unknown. */
export async function setPassword(
  db: Queryable,
  o: { userId: string; passwordHash: string; mustChange: boolean },
): Promise<boolean> {
  const text = 'UPDATE app_user SET password_hash = $2, must_change_password = $3 WHERE id = $1';
  const done = await db.query({ text, values: [o.userId, o.passwordHash, o.mustChange] });
  return done.rowCount === 1;
}
