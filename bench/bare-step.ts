import { randomBytes, randomUUID } from 'node:crypto';
import { factsPerStep } from './bare-messages.ts';
import type { BareAnswer, BareStep } from './bare-messages.ts';
import type { Subject } from './hot-set.ts';

/** A bare case under load and how far it is. */
export interface BareSubject extends Subject {
  seq: number;
}

/** An order of the product with actor and posts is about this long, with the digest of an opinion and the hash of a fact in it. */
const orderWords = 'o'.repeat(492);
const noise = (): string => randomBytes(64).toString('hex');

/** What the next step of a bare case brings. */
export function newStep({ seq }: BareSubject): BareStep {
  return { opId: randomUUID(), seq, filler: `${noise()}${orderWords}` };
}

/** Counts the step. @throws Error when the answer is not what it must be */
export function checkAnswer(subject: BareSubject, opId: string, { op, facts }: BareAnswer): void {
  const [first, last] = op;
  const isRight =
    first === subject.seq + 1 &&
    last === subject.seq + factsPerStep &&
    facts.length === factsPerStep &&
    facts.every((fact, i) => fact.seq === first + i && fact.opId === opId);
  if (!isRight) throw new Error(`expected facts from ${subject.seq + 1}, but got ${JSON.stringify(op)}`);
  subject.seq = last;
  subject.left -= 1;
}
