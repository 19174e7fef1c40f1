import type { CaseState, StepState, World } from '../case/state.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { Actor, Role } from './roles.ts';

/**
 * What an order asks of a person it names: existing and enabled always; `roles`: one of these posts (`handler`: that of the step; or as
 * the case's flow says),
 * in the department of the case unless `anywhere`; `recused`: who may not be named all the same, which the act refuses with a word
 * of its own. The door resolves the ids, the domain judges.
 */
export interface NamedRule {
  readonly roles: readonly Role[] | 'any' | 'handler' | ((world: World) => readonly Role[]);
  readonly anywhere?: true;
  readonly recused?: (where: Naming) => readonly string[];
}

/** Where somebody is named: the step of a case, and who gives the order. */
export interface Naming {
  readonly world: World;
  readonly state: CaseState;
  readonly step: StepState;
  readonly actorId: string;
}

/** A rule once it is known who handles the step. */
export interface Sought {
  readonly roles: readonly Role[] | 'any';
  readonly anywhere: boolean;
}

/** One field of an order that names people. */
export interface Named extends Sought {
  readonly field: string;
  readonly ids: readonly string[];
}

/** Whom a rule seeks on a step that people with the post `handler` handle; null: the order names no step. */
export function soughtBy({ roles, anywhere }: NamedRule, handler: Role | null, world: World): Sought {
  const own = handler === null ? [] : [handler];
  const sought = typeof roles === 'function' ? roles(world) : roles;
  return { roles: sought === 'handler' ? own : sought, anywhere: anywhere === true };
}

/** The people that the door found for an order, and the department of its case. */
interface Found {
  readonly people: readonly Actor[];
  readonly departmentId: string;
}

/** Judges all people an order names. Refusals `person-unknown`, `person-without-post`. */
export function judgeNamed(named: readonly Named[], found: Found): Rejection | null {
  for (const one of named) {
    for (const id of one.ids) {
      const refusal = judgeOne(one, id, found);
      if (refusal) return refusal;
    }
  }
  return null;
}

function judgeOne({ field, roles, anywhere }: Named, id: string, found: Found): Rejection | null {
  const person = found.people.find((one) => one.id === id);
  if (person === undefined) {
    const detail = `expected ${field} to name people with an enabled account, but ${id} has none`;
    return reject('person-unknown', detail, { people: [id] });
  }
  const held = person.posts.some(
    (post) => (roles === 'any' || roles.includes(post.role)) && (anywhere || post.departmentId === found.departmentId),
  );
  if (held) return null;
  const wanted = roles === 'any' ? 'a post' : `a post as ${roles.join(' or ')}`;
  const where = anywhere ? '' : ' in the department of the case';
  const about = { people: [id], ...(roles !== 'any' && { roles }) };
  return reject('person-without-post', `expected ${field} to hold ${wanted}${where}, but ${id} does not`, about);
}
