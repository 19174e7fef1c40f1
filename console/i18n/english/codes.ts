import type { OrderType } from '../../../domain/case/orders.ts';
import type { CaseResult, FactType } from '../../../domain/case/facts.ts';
import { levels } from '../../../domain/flow/definition.ts';
import type { StepKindName } from '../../../domain/flow/definition.ts';
import { roles } from '../../../domain/people/roles.ts';
import type { Said } from '../../../domain/words/said.ts';

/** Closed codes by kind with their English words, for codes that the API sends with a Chinese title. */
export const codes = {
  role: english(roles),
  level: english(levels),
  stepKind: {
    intake: 'Intake',
    acceptance: 'Acceptance',
    review: 'Review',
    expertReview: 'Expert review',
    siteInspection: 'Site inspection',
    hearing: 'Hearing',
    decision: 'Decision',
    certificate: 'Certificate',
    delivery: 'Delivery',
  } satisfies Record<StepKindName, string>,
  order: {
    checkIn: 'Check in',
    accept: 'Accept',
    refuseAcceptance: 'Refuse acceptance',
    finishReview: 'Finish the review',
    requestUntimedStep: 'Request the untimed step',
    approveUntimedStep: 'Approve the untimed step',
    declineUntimedStep: 'Decline the untimed step',
    recordNotice: 'Record the notice of time needed',
    startUntimedStep: 'Start the untimed step',
    finishExpertReview: 'Finish the expert review',
    finishInspection: 'Finish the inspection',
    finishHearing: 'Finish the hearing',
    makeDecision: 'Decide',
    issueCertificate: 'Issue the certificate',
    deliver: 'Deliver',
    withdraw: 'Withdraw',
    requestExtension: 'Request an extension',
    approveExtension: 'Approve the extension',
    declineExtension: 'Decline the extension',
    changeContact: 'Change the contact',
    acknowledge: 'Acknowledge a warning',
    remind: 'Remind',
    advanceClock: 'Advance the business clock',
  } satisfies Record<OrderType, string>,
  result: {
    granted: 'Granted',
    refused: 'Refused',
    notNeeded: 'No permit needed',
    notCompetent: 'Not competent',
    withdrawn: 'Withdrawn',
  } satisfies Record<CaseResult, string>,
  status: { open: 'under way', closed: 'closed' },
  state: { open: 'under way', finished: 'done' },
  phase: {
    waiting: 'start not requested yet',
    requested: 'waits for the approval of its start',
    approved: 'approved; starts when the applicant is told the time needed',
    running: 'under way',
  },
  nextAction: {
    waiting: 'Request the start',
    requested: 'Approve or decline',
    approved: 'Tell the applicant and start',
    running: 'Finish the step',
  },
  delivery: {
    collected: 'Collected at the window',
    posted: 'Posted',
    electronic: 'Sent electronically',
    left: 'Left at the address',
  },
  message: {
    StepOpened: 'New step',
    Reminded: 'Reminder',
    UntimedStepRequested: 'To approve: start of an untimed step',
    ExtensionRequested: 'To approve: extension',
  },
  fact: {
    CaseFiled: 'Case filed',
    StepOpened: 'Step opened',
    StepFinished: 'Step finished',
    CheckedIn: 'Materials checked in',
    CaseAccepted: 'Accepted',
    AcceptanceRefused: 'Acceptance refused',
    Reviewed: 'Review finished',
    UntimedStepRequested: 'Untimed step requested',
    UntimedStepApproved: 'Untimed step approved',
    UntimedStepDeclined: 'Untimed step declined',
    NoticeRecorded: 'Notice of time needed recorded',
    UntimedStepStarted: 'Untimed step started',
    ExpertReviewFinished: 'Expert review finished',
    InspectionFinished: 'Inspection finished',
    HearingFinished: 'Hearing finished',
    DecisionMade: 'Decision made',
    CertificateIssued: 'Certificate issued',
    Delivered: 'Delivered',
    CaseWithdrawn: 'Withdrawn',
    ExtensionRequested: 'Extension requested',
    ExtensionApproved: 'Extension approved',
    ExtensionDeclined: 'Extension declined',
    ContactChanged: 'Contact changed',
    WarningRaised: 'Warning raised',
    WarningAcknowledged: 'Warning acknowledged',
    Reminded: 'Reminded',
    FindingRecorded: 'Finding recorded',
    BusinessClockAdopted: 'Business clock adopted',
    CalendarAdopted: 'New calendar adopted',
    RulesAdopted: 'New rules adopted',
    CaseClosed: 'Closed',
    ClockStarted: 'Clock started',
    ClockStopped: 'Clock stopped',
    ClockResumed: 'Clock resumed',
    ClockExtended: 'Limit extended',
    ClockEnded: 'Clock ended',
    ClockLapsed: 'Limit lapsed',
    DeadlineSet: 'Due date set',
  } satisfies Record<FactType, string>,
} as const;
export type CodeKind = keyof typeof codes;

/** The English of a table whose words stand in the domain. */
function english<K extends string>(table: Readonly<Record<K, Said>>): Readonly<Record<K, string>> {
  const words = Object.entries<Said>(table).map(([code, { en }]) => [code, en]);
  return Object.fromEntries(words) as Readonly<Record<K, string>>;
}
