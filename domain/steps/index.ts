import { acceptance } from './acceptance.ts';
import { afterCheck } from './after-check.ts';
import { certificate } from './certificate.ts';
import { decision } from './decision.ts';
import { delivery } from './delivery.ts';
import { expertReview } from './expert-review.ts';
import { hearing } from './hearing.ts';
import { intake } from './intake.ts';
import { passing } from './passing.ts';
import type { ParamSchema, StepKindName, StepParams } from './params.ts';
import { review } from './review.ts';
import { siteInspection } from './site-inspection.ts';
import type { StepKind } from './step-kind.ts';
import type { Said } from '../words/said.ts';

/** The registry of step kinds: a forgotten kind does not compile. */
export const kinds = {
  intake,
  passing,
  acceptance,
  review,
  expertReview,
  siteInspection,
  hearing,
  decision,
  certificate,
  delivery,
  afterCheck,
} as const satisfies { [K in StepKindName]: StepKind<K> };

/** The kind of a step by its name. */
export function kindOf(name: StepKindName): StepKind {
  return kinds[name];
}

/** The outcomes with which a drawn step can end, in the order in which they are drawn; what its kind leaves undrawn comes last. */
export function outcomesLeft({
  kind,
  outcomes,
}: {
  readonly kind: StepKindName;
  readonly outcomes: readonly { readonly id: string }[];
}): readonly string[] {
  const drawn = outcomes.map(({ id }) => id);
  // An unknown kind has a finding of its own.
  if (!Object.hasOwn(kinds, kind)) return drawn;
  const { leaves } = kindOf(kind);
  const left = drawn.filter((id) => leaves.drawn === 'any' || leaves.drawn.includes(id) || leaves.always.includes(id));
  return [...left, ...leaves.always.filter((id) => !left.includes(id))];
}

/** The names of all kinds, for schemas and tables. */
export const kindNames = Object.keys(kinds) as readonly StepKindName[];

/** The Chinese word of each kind. */
export const stepKindTitles: Readonly<Record<StepKindName, string>> = byName((kind) => kind.title.zh);

/** The parameters of a step as the plan has them: what the department set, else the least that is allowed. */
export function readParams<K extends StepKindName>(name: K, set: Partial<StepParams[K]> = {}): StepParams[K] {
  const schemas: Readonly<Record<string, ParamSchema>> = paramsOf(name);
  const least = Object.entries(schemas).map(([key, schema]) => [key, schema.least]);
  // Each kind's schema has every parameter of the kind.
  return { ...Object.fromEntries(least), ...set } as StepParams[K];
}

/** The schemas of a kind's parameters by their names. */
export function paramsOf(name: StepKindName): Readonly<Record<string, ParamSchema>> {
  return kinds[name].params;
}

/** The parameters of a drawn step with their titles, as the plan will have them. */
export function paramsIn<K extends StepKindName>(step: {
  readonly kind: K;
  readonly params?: Partial<StepParams[K]>;
}): { readonly name: string; readonly title: Said; readonly value: number }[] {
  const values = new Map<string, number>(Object.entries(readParams(step.kind, step.params)));
  return Object.entries(paramsOf(step.kind)).map(([name, { title, least }]) => ({
    name,
    title,
    value: values.get(name) ?? least,
  }));
}

function byName<V>(of: (kind: { readonly title: Said }) => V): Readonly<Record<StepKindName, V>> {
  return Object.fromEntries(kindNames.map((name) => [name, of(kinds[name])])) as Record<StepKindName, V>;
}
