import { problem } from '../contract/problem.ts';
import type { Problem } from '../contract/problem.ts';
import { seatsAt, seatsBeside } from '../db/people/administrators.ts';
import { unlock } from '../db/people/attempts.ts';
import { deleteSessions } from '../db/people/sessions.ts';
import { revokeTokens } from '../db/people/tokens.ts';
import type { Queryable } from '../db/client.ts';
import { findUser, lockUser, setPassword } from '../db/people/users.ts';
import type { PostOf, UserRow } from '../db/people/users.ts';
import { incompatible, lastAt, reachOf, reaches } from '../domain/people/administration.ts';
import type { AdministratorSeat, Place, Reach } from '../domain/people/administration.ts';
import { isAdministrator, roles } from '../domain/people/roles.ts';
import type { Actor, Administrator } from '../domain/people/roles.ts';
import { subjectOf } from './guesses.ts';

/** How far a person administers with posts of these roles. */
export async function reachOfPerson(db: Queryable, person: Actor, by: readonly Administrator[]): Promise<Reach> {
  const held = person.posts.filter(({ role }) => by.some((one) => one === role));
  return reachOf(
    await seatsAt(
      db,
      held.map(({ departmentId }) => departmentId),
    ),
  );
}

/** Where an account belongs and works. */
function placesOf({ home, posts }: UserRow): readonly Place[] {
  return [...(home === null ? [] : [home]), ...posts];
}

/**
 * The account that a person is about to change, kept from others until the transaction of `db` ends. Out of sight is not there; partly
 * out of reach is refused. Codes: not-found, beyond-reach.
 */
export async function accountToChange(
  db: Queryable,
  o: { readonly person: Actor; readonly by: Administrator; readonly userId: string },
): Promise<UserRow | Problem> {
  await lockUser(db, o.userId);
  const [user, reach] = [await findUser(db, o.userId), await reachOfPerson(db, o.person, [o.by])];
  const places = user === null ? [] : placesOf(user);
  if (user === null || !places.some((place) => reaches(reach, place))) return noSuchPerson();
  if (places.every((place) => reaches(reach, place))) return user;
  return problem('beyond-reach', 'expected an account whose departments are all within reach, but one is not');
}

/** The one sentence for an account that is not there and for one out of sight. */
export function noSuchPerson(): Problem {
  return problem('not-found', 'expected a person within reach, but found none');
}

/** Null when all of these departments are there and within reach; out of reach is not there. */
export async function beyond(db: Queryable, reach: Reach, departmentIds: readonly string[]): Promise<Problem | null> {
  const seats = await seatsAt(db, departmentIds);
  const near = new Set(seats.filter((seat) => reaches(reach, seat)).map(({ departmentId }) => departmentId));
  const far = departmentIds.find((id) => !near.has(id));
  return far === undefined ? null : problem('not-found', `expected a department within reach, but ${far} is none`);
}

/** Why one person may not hold these posts together; null: may. */
export function togetherProblem(posts: readonly PostOf[]): Problem | null {
  const pair = incompatible(posts.map(({ role }) => role));
  if (pair === null) return null;
  const [one, other] = pair;
  const message = `${roles[one].zh}不能同时担任${roles[other].zh}`;
  return problem('posts-incompatible', `expected ${one} to hold no other role, but ${other} is to be held too`, {
    errors: [{ pointer: '/posts', code: 'posts-incompatible', message }],
  });
}

/**
 * Why an account may not lose all but the `kept` posts, or be disabled: somewhere nobody would be left as such an administrator. Until the
 * transaction of `db` ends nobody else takes such a post away.
 */
export async function lastProblem(db: Queryable, user: UserRow, kept: readonly PostOf[]): Promise<Problem | null> {
  const held = user.posts.flatMap((post) => (isAdministrator(post.role) ? [{ ...post, role: post.role }] : []));
  const lost = held.filter(
    (post) => !kept.some((one) => one.role === post.role && one.departmentId === post.departmentId),
  );
  if (user.disabled || lost.length === 0) return null;
  const others = await seatsBeside(db, user.id);
  const kinds = await seatsAt(
    db,
    held.map(({ departmentId }) => departmentId),
  );
  const seats = (posts: typeof held): readonly AdministratorSeat[] =>
    posts.flatMap(({ role, departmentId }) =>
      kinds.filter((seat) => seat.departmentId === departmentId).map((seat) => ({ ...seat, role })),
    );
  const remaining = held.filter((post) => !lost.includes(post));
  const bereft = lastAt(seats(lost), [...others, ...seats(remaining)]);
  if (bereft === null) return null;
  const detail = `expected another ${bereft.role} who reaches ${bereft.departmentId}, but there is none`;
  return problem('last-administrator', detail);
}

/** Gives an account a password that its owner must change: whoever is signed in to it is out, its tokens end, nothing counts against it. `at` in ms. */
export async function replacePassword(
  db: Queryable,
  o: {
    readonly account: { readonly id: string; readonly login: string };
    readonly passwordHash: string;
    readonly at: number;
  },
): Promise<void> {
  const { id: userId, login } = o.account;
  await setPassword(db, { userId, passwordHash: o.passwordHash, mustChange: true });
  await deleteSessions(db, userId);
  await revokeTokens(db, { userId, at: o.at });
  await unlock(db, subjectOf(login));
}
