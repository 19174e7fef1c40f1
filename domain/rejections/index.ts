import { acceptance } from './acceptance.ts';
import { afterTheEnd } from './after-the-end.ts';
import { certificate } from './certificate.ts';
import { clocks } from './clocks.ts';
import { decision } from './decision.ts';
import { deferral } from './deferral.ts';
import { delivery } from './delivery.ts';
import { expertReview } from './expert-review.ts';
import { extension } from './extension.ts';
import { hearing } from './hearing.ts';
import { identity } from './identity.ts';
import { intake } from './intake.ts';
import { passing } from './passing.ts';
import { people } from './people.ts';
import { review } from './review.ts';
import { siteInspection } from './site-inspection.ts';
import { statements } from './statements.ts';
import { steps } from './steps.ts';
import { supplement } from './supplement.ts';
import { tasks } from './tasks.ts';
import { undertaking } from './undertaking.ts';
import { untimed } from './untimed.ts';
import { warnings } from './warnings.ts';
import { wholeCase } from './whole-case.ts';

/** Every reason for which the law or the house refuses an order, by code. Closed. */
export const rejections = {
  ...wholeCase,
  ...steps,
  ...people,
  ...tasks,
  ...intake,
  ...identity,
  ...passing,
  ...acceptance,
  ...supplement,
  ...deferral,
  ...undertaking,
  ...review,
  ...untimed,
  ...expertReview,
  ...siteInspection,
  ...hearing,
  ...decision,
  ...certificate,
  ...delivery,
  ...statements,
  ...extension,
  ...afterTheEnd,
  ...warnings,
  ...clocks,
} as const;

/** The codes as a list, in the order of the procedures. Not in rejection.ts, which the browser loads. */
export const rejectionCodes = Object.keys(rejections).filter(isRejectionCode);

function isRejectionCode(code: string): code is keyof typeof rejections {
  return Object.hasOwn(rejections, code);
}
