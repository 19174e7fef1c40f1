import { invariant } from '../invariant.ts';
import { facts } from './facts/index.ts';
import type { Fact, FactOf, FactType } from './facts/index.ts';
import type { Envelope } from './facts/fact-record.ts';
import { newCase } from './facts/whole-case.ts';
import type { CaseState } from './state.ts';

/** Folds facts into a state, from nothing or from an earlier state. */
export function fold(caseId: string, journal: readonly Fact[], from: CaseState | null = null): CaseState {
  let state = from;
  for (const fact of journal) state = apply(state, fact, caseId);
  invariant(state !== null, 'a case has at least the fact CaseFiled');
  return state;
}

/** History: folds one fact in. Total: what was decided is never refused here. `caseId` names the case at its first fact. */
export function apply(state: CaseState | null, fact: Fact, caseId: string): CaseState {
  if (fact.body.type === 'CaseFiled') return newCase(caseId, fact.body, fact);
  invariant(state !== null, 'the first fact of a case is CaseFiled');
  const moved = {
    ...state,
    seq: fact.seq,
    hash: fact.hash,
    last: Math.max(state.last, fact.at),
    recordedUntil: fact.recordedAt,
  };
  return foldBody(moved, fact.body, fact);
}

function foldBody<T extends FactType>(state: CaseState, body: FactOf<T>, fact: Envelope): CaseState {
  return facts[body.type as T].fold(state, body, fact);
}
