import { acceptance } from '../../steps/acceptance.ts';
import type { kinds } from '../../steps/index.ts';
import { afterCheck } from '../../steps/after-check.ts';
import { certificate } from '../../steps/certificate.ts';
import { decision } from '../../steps/decision.ts';
import { delivery } from '../../steps/delivery.ts';
import { expertReview } from '../../steps/expert-review.ts';
import { hearing } from '../../steps/hearing.ts';
import { intake } from '../../steps/intake.ts';
import { passing } from '../../steps/passing.ts';
import { review } from '../../steps/review.ts';
import { siteInspection } from '../../steps/site-inspection.ts';
import type { WordBook } from '../../words/book.ts';
import type { Said } from '../../words/said.ts';
import { supplyReported, withdrawalAsked } from './applicant.ts';
import { businessClockAdopted, calendarAdopted, rulesAdopted } from './adoption.ts';
import {
  clockEnded,
  clockExtended,
  clockLapsed,
  clockResumed,
  clockStarted,
  clockStopped,
  deadlineSet,
} from './clocks.ts';
import { documentCorrected } from './correction.ts';
import { deferralLapsed, materialsDeferred } from './deferral.ts';
import { extensionApproved, extensionDeclined, extensionFell, extensionRequested } from './extension.ts';
import type { AnyFact, Envelope, FactRecord } from './fact-record.ts';
import { hearingAnnounced, hearingCalled, hearingRightTold } from './hearing.ts';
import { identityVerified } from './identity.ts';
import { materialsReceived } from './materials.ts';
import { passedToDepartment, returnedToWindow } from './passing.ts';
import { proposalReturned, refusalProposed } from './refusal.ts';
import {
  grantRevoked,
  grantRevokedAbove,
  revocationDeclined,
  revocationProposed,
  revocationServed,
} from './revocation.ts';
import { announced, postReturned, posted, serveFailed, toldToCollect } from './serving.ts';
import { acceptanceDeemed, silenceConfirmed, silenceReached } from './silence.ts';
import { interestedTold, statementAnswered, statementReceived } from './statements.ts';
import { stepFinished, stepOpened } from './steps.ts';
import {
  correctedOnSpot,
  supplementAsked,
  supplementLapsed,
  supplementReceived,
  supplyDeclared,
} from './supplement.ts';
import { taskClaimed, taskHandedOver, taskReassigned, taskReleased } from './tasks.ts';
import { certificatesChecked, certificatesReplaced } from './undertaking.ts';
import {
  noticeRecorded,
  untimedStepApproved,
  untimedStepDeclined,
  untimedStepRequested,
  untimedStepStarted,
} from './untimed.ts';
import { findingRecorded, reminded, warningAcknowledged, warningAnnulled, warningRaised } from './warnings.ts';
import { caseClosed, caseFiled, caseWithdrawn, contactChanged } from './whole-case.ts';

/** The registry of facts: what is recorded of a case. Add-only: a new meaning is a new name. */
const registry = {
  CaseFiled: caseFiled,
  StepOpened: stepOpened,
  StepFinished: stepFinished,
  ...intake.facts,
  PassedToDepartment: passedToDepartment,
  ReturnedToWindow: returnedToWindow,
  ...passing.facts,
  ...acceptance.facts,
  ...review.facts,
  UntimedStepRequested: untimedStepRequested,
  UntimedStepApproved: untimedStepApproved,
  UntimedStepDeclined: untimedStepDeclined,
  NoticeRecorded: noticeRecorded,
  UntimedStepStarted: untimedStepStarted,
  ...expertReview.facts,
  ...siteInspection.facts,
  HearingRightTold: hearingRightTold,
  HearingCalled: hearingCalled,
  HearingAnnounced: hearingAnnounced,
  ...hearing.facts,
  ...decision.facts,
  ...certificate.facts,
  ...delivery.facts,
  ToldToCollect: toldToCollect,
  Posted: posted,
  PostReturned: postReturned,
  ServeFailed: serveFailed,
  Announced: announced,
  ...afterCheck.facts,
  TaskClaimed: taskClaimed,
  TaskReleased: taskReleased,
  TaskHandedOver: taskHandedOver,
  TaskReassigned: taskReassigned,
  SupplementAsked: supplementAsked,
  SupplementReceived: supplementReceived,
  SupplyDeclared: supplyDeclared,
  SupplyReported: supplyReported,
  CorrectedOnSpot: correctedOnSpot,
  SupplementLapsed: supplementLapsed,
  SilenceReached: silenceReached,
  SilenceConfirmed: silenceConfirmed,
  RefusalProposed: refusalProposed,
  ProposalReturned: proposalReturned,
  AcceptanceDeemed: acceptanceDeemed,
  IdentityVerified: identityVerified,
  MaterialsDeferred: materialsDeferred,
  MaterialsReceived: materialsReceived,
  DeferralLapsed: deferralLapsed,
  CertificatesReplaced: certificatesReplaced,
  CertificatesChecked: certificatesChecked,
  WithdrawalAsked: withdrawalAsked,
  CaseWithdrawn: caseWithdrawn,
  ExtensionRequested: extensionRequested,
  ExtensionApproved: extensionApproved,
  ExtensionDeclined: extensionDeclined,
  ExtensionFell: extensionFell,
  ContactChanged: contactChanged,
  InterestedTold: interestedTold,
  StatementReceived: statementReceived,
  StatementAnswered: statementAnswered,
  DocumentCorrected: documentCorrected,
  RevocationProposed: revocationProposed,
  RevocationDeclined: revocationDeclined,
  GrantRevoked: grantRevoked,
  RevocationServed: revocationServed,
  GrantRevokedAbove: grantRevokedAbove,
  WarningRaised: warningRaised,
  WarningAcknowledged: warningAcknowledged,
  WarningAnnulled: warningAnnulled,
  Reminded: reminded,
  FindingRecorded: findingRecorded,
  BusinessClockAdopted: businessClockAdopted,
  CalendarAdopted: calendarAdopted,
  RulesAdopted: rulesAdopted,
  CaseClosed: caseClosed,
  ClockStarted: clockStarted,
  ClockStopped: clockStopped,
  ClockResumed: clockResumed,
  ClockExtended: clockExtended,
  ClockEnded: clockEnded,
  ClockLapsed: clockLapsed,
  DeadlineSet: deadlineSet,
} as const;

type BodyOf<R> = R extends FactRecord<infer B> ? B : never;

/** The body of every fact, by its record. */
export type FactBody = { [T in keyof typeof registry]: BodyOf<(typeof registry)[T]> }[keyof typeof registry];
export type FactType = keyof typeof registry;
/** As a mapped type, so that a record and a body of one type T fit each other. */
export type FactOf<T extends FactType = FactType> = { [K in T]: Extract<FactBody, { type: K }> }[T];

/** A fact in the journal. */
export type Fact = Envelope & { readonly body: FactBody };

type Facts = { readonly [T in FactType]: FactRecord<FactOf<T>> };
type Misnamed = { [T in FactType]: BodyOf<(typeof registry)[T]>['type'] extends T ? never : T }[FactType];

/** Facts of a step kind that are not spread above. */
type Forgotten = Exclude<NamesOf<(typeof kinds)[keyof typeof kinds]['facts']>, FactType>;
type NamesOf<R> = R extends unknown ? keyof R : never;

/** What nothing is: the compiler names the keys in its complaint. */
type Named<A extends string, B extends string> = { readonly [T in A | B]: never };

/** Each record by the type of its own fact: one under another's name, or a kind's that is left out, does not compile. */
export const facts: [Misnamed, Forgotten] extends [never, never] ? Facts : Named<Misnamed, Forgotten> = registry;
export const factTypes = Object.keys(registry) as readonly FactType[];

/** The record of a fact for readers that take facts of every type. */
export function recordOf(type: FactType): Pick<FactRecord<AnyFact>, 'title' | 'tells' | 'derived' | 'byTime'> {
  return facts[type];
}

/** A fact in one plain sentence. */
export function readFact<T extends FactType>(body: FactOf<T>, book: WordBook): Said {
  return facts[body.type as T].reading(body, book);
}

/** Whether a word names a type of fact. */
export function isFactType(word: string): word is FactType {
  return Object.hasOwn(facts, word);
}
