import type { FactBody, FactOf, FactType } from './facts/index.ts';
import type { Digest } from './marks.ts';

/** Facts that say how a step came out. */
type OutcomeFact = { [T in FactType]: FactOf<T> extends { readonly outcome: string } ? T : never }[FactType];

/**
 * Where the words of an opinion (意见) stand in a fact with an outcome; null: it is none of somebody who looks on the case before it is
 * decided. The compiler asks for every such fact, so that neither the 审批表 nor who has to approve misses one.
 */
const opinions: { readonly [T in OutcomeFact]: ((body: FactOf<T>) => Digest) | null } = {
  Reviewed: ({ opinion }) => opinion,
  ExpertReviewFinished: ({ opinion }) => opinion,
  InspectionFinished: ({ findings }) => findings,
  HearingFinished: ({ record }) => record,
  DecisionMade: null,
  AfterCheckFinished: null,
  StepFinished: null,
};

/** An opinion on a case: of which step, its outcome and its words. */
export interface Opinion {
  readonly stepId: string;
  readonly outcome: string;
  readonly words: Digest;
}

/** Each is asked with a fact of its own type only. */
const wordsIn = opinions as unknown as Partial<Record<FactType, ((body: FactBody) => Digest) | null>>;

/** The opinion in a fact; null: it holds none. */
export function opinionIn(body: FactBody): Opinion | null {
  const words = wordsIn[body.type]?.(body);
  return words !== undefined && 'stepId' in body && 'outcome' in body && body.stepId !== null && body.outcome !== null
    ? { stepId: body.stepId, outcome: body.outcome, words }
    : null;
}

/** The fact types that hold an opinion. */
export const opinionFacts: readonly string[] = Object.entries(opinions).flatMap(([type, words]) =>
  words === null ? [] : [type],
);
