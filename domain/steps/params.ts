import type { Said } from '../words/said.ts';

/** A kind that asks its department for nothing besides what every step has. */
export type NoParams = Readonly<Record<never, never>>;

/** What a department sets for a step of a kind, besides what every step has: one line a kind, and the closed list of kinds. */
export interface StepParams {
  readonly intake: NoParams;
  readonly passing: NoParams;
  readonly acceptance: NoParams;
  readonly review: NoParams;
  readonly expertReview: { readonly minPeople: number };
  readonly siteInspection: { readonly minPeople: number };
  readonly hearing: NoParams;
  readonly decision: NoParams;
  readonly certificate: NoParams;
  readonly delivery: NoParams;
  readonly afterCheck: NoParams;
}
export type StepKindName = keyof StepParams;

/** Every parameter of any kind, each of them optional. */
export type AllParams = Partial<UnionToAll<StepParams[StepKindName]>>;
type UnionToAll<P> = { [K in P extends unknown ? keyof P : never]: number };

/** The schema of one parameter: a whole number; where a department says nothing, the least. */
export interface ParamSchema {
  readonly title: Said;
  readonly least: number;
  readonly most: number;
  /** Why not less. */
  readonly basis: string;
}

/** The schemas of a kind's parameters. */
export type ParamsSchema<P> = { readonly [K in keyof P]: ParamSchema };
