import type { Fact, FactOf } from '../../domain/case/facts/index.ts';
import { digestsIn } from '../words.ts';
import { idOf } from './checker.ts';
import type { Evidence } from './evidence.ts';

/** Facts of one case that a corruption begins at. */
export interface Victim {
  readonly caseId: string;
  readonly own: readonly Fact[];
}

/** A fact that tells a warning. */
export type Warning = Fact & { readonly body: FactOf<'WarningRaised'> };

/**
 * Chooses what a corruption befalls: only where the checker's rule can see it, so that a miss is always the checker's. Each throws when
 * there is nothing of its kind among the cases that are not yet `taken`.
 */
export interface Victims {
  /** An acknowledged order whose facts are the last of their case. */
  readonly lastOperation: () => Victim;
  /** A refused order with an intent or without, and the last fact of its case that time alone did not make. */
  readonly refusedOperation: () => Victim & { readonly opId: string };
  /** An operation that was answered for good and whose answer is stored. */
  readonly storedAnswer: () => { readonly caseId: string; readonly opId: string };
  /** A warning of an open case that nothing but time came after, told well after its hour: the timer of one told at once may be spread beyond now. */
  readonly lastWarning: () => { readonly caseId: string; readonly warning: Warning };
  /** A fact with others before and after it. */
  readonly middleFact: () => { readonly caseId: string; readonly seq: number };
  /** A case whose facts have words under them. */
  readonly wordedCase: () => string;
  /** Cases of the journal that are not taken, in order. */
  readonly free: () => readonly string[];
}

/** The victims in this evidence; `taken` grows while they are chosen. */
export function victimsIn(clean: Evidence, taken: ReadonlySet<string>): Victims {
  const isFree = (caseId: string | null): caseId is string =>
    caseId !== null && !taken.has(caseId) && clean.facts.has(caseId);
  const factsOf = (caseId: string): readonly Fact[] => clean.facts.get(caseId) ?? [];
  const free = (): readonly string[] => [...clean.facts.keys()].filter(isFree);
  return {
    free,
    lastOperation: () => {
      for (const operation of clean.operations) {
        const { caseId, finals } = operation;
        if (!isFree(caseId) || finals[0]?.event !== 'ack') continue;
        const own = factsOf(caseId).filter(({ requestId }) => requestId === idOf(operation));
        if (own.length > 0 && own.at(-1) === factsOf(caseId).at(-1)) return { caseId, own };
      }
      throw missing('an acknowledged order at the end of a case');
    },
    refusedOperation: () => {
      for (const operation of clean.operations) {
        const { caseId, finals } = operation;
        if (!isFree(caseId) || finals[0]?.event !== 'refused') continue;
        const last = factsOf(caseId).findLast(({ requestId }) => requestId !== 'tick');
        if (last !== undefined) return { caseId, own: [last], opId: idOf(operation) };
      }
      throw missing('a refused operation');
    },
    storedAnswer: () => {
      // Not any intent of the case: the clock that the API brings to it by itself was answered to nobody.
      for (const operation of clean.operations) {
        const { caseId, finals } = operation;
        const opId = idOf(operation);
        const state = clean.intents.get(opId)?.state;
        if (isFree(caseId) && finals.length > 0 && (state === 'applied' || state === 'refused'))
          return { caseId, opId };
      }
      throw missing('an operation whose answer is stored');
    },
    lastWarning: () => {
      for (const caseId of free()) {
        if (clean.heads.get(caseId)?.status !== 'open') continue;
        const at = factsOf(caseId).findLastIndex(({ requestId }) => requestId !== 'tick') + 1;
        const warning = factsOf(caseId).slice(at).find(isWarning);
        if (warning !== undefined && warning.recordedAt - warning.at > spreadMs) return { caseId, warning };
      }
      throw missing('a warning at the end of an open case');
    },
    middleFact: () => {
      const caseId = free().find((id) => factsOf(id).length >= 6);
      if (caseId === undefined) throw missing('a case of six facts');
      return { caseId, seq: Math.ceil(factsOf(caseId).length / 2) };
    },
    wordedCase: () => {
      const caseId = free().find((id) => factsOf(id).some(({ body }) => digestsIn(body).length > 0));
      if (caseId === undefined) throw missing('a case whose facts have words');
      return caseId;
    },
  };
}

/** More than the timers of midnight are spread over. */
const spreadMs = 3_600_000;

function isWarning(fact: Fact): fact is Warning {
  return fact.body.type === 'WarningRaised';
}

function missing(what: string): Error {
  return new Error(`expected ${what} to corrupt, but there is none`);
}
