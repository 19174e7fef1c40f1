import type { PersonId } from '../case/marks.ts';
import type { Role } from './roles.ts';

/** Whom a message or a warning is for: a role, a person, or whoever handles the step (its role while nobody does). */
export type Recipient = Role | 'handler' | Person;

/** One named person. */
export interface Person {
  readonly person: PersonId;
}

/** A recipient once it is known who handles the step: what is recorded. */
export type Told = Role | Person;
