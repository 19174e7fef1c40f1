import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { Actor, Role } from './roles.ts';

/**
 * What an order asks of a person it names: existing and enabled always; `roles`: one of these posts (`handler`: that of the step),
 * in the department of the case unless `anywhere`. The door resolves the ids, the domain judges.
 */
export interface NamedRule {
  readonly roles: readonly Role[] | 'any' | 'handler';
  readonly anywhere?: true;
}

/** One field of an order that names people. */
export interface Named {
  readonly field: string;
  readonly ids: readonly string[];
  readonly roles: readonly Role[] | 'any';
  readonly anywhere: boolean;
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
    return reject('person-unknown', `expected ${field} to name people with an enabled account, but ${id} has none`);
  }
  const held = person.posts.some(
    (post) => (roles === 'any' || roles.includes(post.role)) && (anywhere || post.departmentId === found.departmentId),
  );
  if (held) return null;
  const wanted = roles === 'any' ? 'a post' : `a post as ${roles.join(' or ')}`;
  const where = anywhere ? '' : ' in the department of the case';
  return reject('person-without-post', `expected ${field} to hold ${wanted}${where}, but ${id} does not`);
}
