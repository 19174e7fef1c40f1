import type { StepKindName } from '../flow/definition.ts';
import { acceptance } from './acceptance.ts';
import { certificate } from './certificate.ts';
import { decision } from './decision.ts';
import { delivery } from './delivery.ts';
import { expertReview } from './expert-review.ts';
import { hearing } from './hearing.ts';
import { intake } from './intake.ts';
import { review } from './review.ts';
import { siteInspection } from './site-inspection.ts';
import type { StepKind } from './step-kind.ts';

/** The registry of step kinds: a forgotten kind does not compile. */
export const kinds = {
  intake,
  acceptance,
  review,
  expertReview,
  siteInspection,
  hearing,
  decision,
  certificate,
  delivery,
} as const satisfies { [K in StepKindName]: StepKind };

/** The kind of a step by its name. */
export function kindOf(name: StepKindName): StepKind {
  return kinds[name];
}
