import Type from 'typebox';
import type { Static } from 'typebox';
import type { OrderOf, OrderType } from '../domain/case/acts/index.ts';
import type { BodyFor } from './orders.ts';
import { LongText, closed } from './shapes.ts';
import type { None, Tied, Untied } from './tie.ts';

const schemas = {
  reportSupplied: closed({ type: Type.Literal('reportSupplied') }),
  askWithdrawal: closed({ type: Type.Literal('askWithdrawal'), statement: LongText }),
} as const;

export const applicantOrderTypes = ['reportSupplied', 'askWithdrawal'] as const satisfies readonly OrderType[];

/** What the applicant of a case may order of it with its query code; words where the machine takes digests. */
export const ApplicantOrder = Type.Union([schemas.reportSupplied, schemas.askWithdrawal]);

type Drifted = Untied<{ [T in keyof typeof schemas]: Tied<(typeof schemas)[T], BodyFor<OrderOf<T>>> }>;
/** Does not compile while an order drifts from the domain's. */
export type ApplicantOrderBody = None<Drifted> | Static<typeof ApplicantOrder>;
