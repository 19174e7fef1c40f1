import type { Digest, PersonId } from '../case/marks.ts';
import type { Said } from './said.ts';

/** Where the reading of a fact looks up the words that the fact itself carries only as ids and digests. */
export interface WordBook {
  /** A step by its instance, in quotation marks, with its round from the second on. */
  step(instance: string): Said;
  /** An outcome of a step; null where neither the flow nor the law has a word for it. */
  outcome(instance: string, outcome: string): Said | null;
  clock(id: string): Said;
  /** A number in the unit of a clock: 10 个工作日. */
  amount(clock: string, count: number): Said;
  /** A warning by its level and clock. */
  warning(id: string): Said;
  material(id: string): string;
  /** A field of the form by its key. */
  field(key: string): Said;
  person(id: PersonId): Said;
  /** The document made of the fact of a number, by its name and number. */
  document(seq: number): Said;
  /** The words behind a digest; null when there are none, or none that this reader may see. */
  words(digest: Digest | null): string | null;
}
