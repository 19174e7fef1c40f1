import type { Filing } from '../../domain/case/filing.ts';
import type { FactType } from '../../domain/case/facts/index.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import type { Role } from '../../domain/people/roles.ts';
import { systemActor } from '../../domain/people/system.ts';
import { Life } from './life.ts';
import type { Look } from './life.ts';
import { act, pass, reviewed } from './plan-turns.ts';
import type { Turn } from './plan-turns.ts';
import { passedOn } from './passing-flow.ts';
import { plansAtWindow } from './plans-at-window.ts';
import { Scene, at, day } from './scene.ts';

/** On the day of filing the notice clock of the wide flow has one rung behind it and one on this very day. */
const [receivedOn, filedOn] = [day('2026-02-26'), '2026-03-02'];

/** Request, approval, notice and start of an untimed step. */
function started(on: string, stepId: string, by: Role, approver: Role): Turn[] {
  return [
    act(on, by, 'requestUntimedStep', stepId),
    act(on, approver, 'approveUntimedStep', stepId),
    act(on, by, 'recordNotice', stepId),
    act(on, by, 'startUntimedStep', stepId),
  ];
}

/** Refused at once, with nothing left but to serve it. */
const decided: readonly Turn[] = [
  ...reviewed('plain'),
  act('2026-03-05', 'approver', 'makeDecision', 'decision', { outcome: 'refuse' }),
];

/** Granted and served without an untimed step. */
const granted: readonly Turn[] = [
  ...reviewed('plain'),
  act('2026-03-05', 'approver', 'makeDecision', 'decision', { outcome: 'grant' }),
  act('2026-03-06', 'certificateClerk', 'issueCertificate', 'certificate'),
  act('2026-03-06', 'certificateClerk', 'deliver', 'delivery'),
];

/**
 * Lives of a case that reach on purpose what a random walk reaches by luck. They run on every flow of the walks, so
 * they count on nothing but its steps.
 */
export const plans = {
  ...plansAtWindow,
  granted: [
    ...reviewed('pass'),
    act('2026-03-04', 'windowClerk', 'changeContact'),
    act('2026-03-05', 'caseOfficer', 'requestUntimedStep', 'experts'),
    act('2026-03-05', 'sectionChief', 'declineUntimedStep', 'experts'),
    ...started('2026-03-05', 'experts', 'caseOfficer', 'sectionChief'),
    pass('2026-04-10'),
    act('2026-04-10', 'supervisor', 'acknowledge'),
    act('2026-04-10', 'supervisor', 'remind', 'experts'),
    act('2026-04-13', 'caseOfficer', 'finishExpertReview', 'experts', { outcome: 'pass', heldOn: day('2026-04-13') }),
    act('2026-04-13', 'caseOfficer', 'requestExtension'),
    act('2026-04-13', 'agencyHead', 'declineExtension'),
    act('2026-04-13', 'caseOfficer', 'requestExtension'),
    act('2026-04-14', 'agencyHead', 'approveExtension'),
    act('2026-04-15', systemActor, 'adoptCalendar'),
    ...started('2026-04-15', 'site', 'siteInspector', 'sectionChief'),
    act('2026-04-16', 'siteInspector', 'finishInspection', 'site', { outcome: 'pass' }),
    act('2026-04-17', 'approver', 'makeDecision', 'decision', { outcome: 'grant' }),
    act('2026-04-20', 'certificateClerk', 'issueCertificate', 'certificate'),
    act('2026-04-20', 'certificateClerk', 'deliver', 'delivery'),
  ],
  /** A hearing told of, called and announced, then waived. */
  called: [
    ...reviewed('hearing'),
    act('2026-03-05', 'hearingOfficer', 'tellHearingRight', 'hearing'),
    act('2026-03-06', 'hearingOfficer', 'callHearing', 'hearing'),
    act('2026-03-06', 'hearingOfficer', 'announceHearing', 'hearing'),
    act('2026-03-09', 'hearingOfficer', 'waiveHearing', 'hearing'),
  ],
  refused: [
    ...reviewed('hearing'),
    ...started('2026-03-05', 'hearing', 'hearingOfficer', 'deputyHead'),
    act('2026-03-20', 'hearingOfficer', 'finishHearing', 'hearing', { outcome: 'held' }),
    act('2026-03-23', 'caseOfficer', 'requestExtension'),
    act('2026-03-23', 'approver', 'makeDecision', 'decision', { outcome: 'refuse' }),
    pass('2026-04-30'),
    act('2026-04-30', 'certificateClerk', 'deliver', 'delivery'),
  ],
  /** The post comes back, a try at the address fails, and it is announced until it counts as served. */
  nowhere: [
    ...decided,
    act('2026-03-06', 'certificateClerk', 'sendByPost', 'delivery'),
    act('2026-03-10', 'certificateClerk', 'postReturned', 'delivery'),
    act('2026-03-11', 'certificateClerk', 'serveFailed', 'delivery'),
    act('2026-03-12', 'certificateClerk', 'announce', 'delivery'),
    pass('2026-05-20'),
    act('2026-05-20', 'certificateClerk', 'deliver', 'delivery'),
  ],
  /** Told twice to collect, and nobody has come. */
  toCollect: [
    ...decided,
    act('2026-03-06', 'certificateClerk', 'tellToCollect', 'delivery'),
    act('2026-03-20', 'certificateClerk', 'tellToCollect', 'delivery'),
    pass('2026-05-20'),
  ],
  waived: [...reviewed('hearing'), act('2026-03-05', 'hearingOfficer', 'waiveHearing', 'hearing')],
  /** Everything lapses, then a stop that comes too late to help. */
  overdue: [
    ...reviewed('pass'),
    pass('2026-05-20'),
    ...started('2026-05-20', 'experts', 'caseOfficer', 'sectionChief'),
    pass('2026-07-20'),
  ],
  /** Late for the promise, then extended as far as it goes: rungs of the new date come again, and one for long limits comes to be. */
  extended: [
    ...reviewed('plain'),
    pass('2026-03-26'),
    act('2026-03-26', 'caseOfficer', 'requestExtension', null, { count: 10 }),
    act('2026-03-26', 'agencyHead', 'approveExtension'),
    pass('2026-05-20'),
  ],
  /** Two steps stop one clock: the end of one does not let it run. */
  sideBySide: [
    ...reviewed('pass'),
    ...started('2026-03-05', 'experts', 'caseOfficer', 'sectionChief'),
    ...started('2026-03-06', 'site', 'siteInspector', 'sectionChief'),
    act('2026-03-09', 'siteInspector', 'finishInspection', 'site', { outcome: 'pass' }),
    pass('2026-03-19'),
    act('2026-03-20', 'caseOfficer', 'finishExpertReview', 'experts', { outcome: 'pass', heldOn: day('2026-03-20') }),
    pass('2026-05-20'),
  ],
  /** An inspection that was held in time and entered after its promise had lapsed. */
  entered: [
    ...reviewed('pass'),
    ...started('2026-03-05', 'site', 'siteInspector', 'sectionChief'),
    pass('2026-03-20'),
    act('2026-03-20', 'siteInspector', 'finishInspection', 'site', { outcome: 'pass', heldOn: day('2026-03-05') }),
  ],
  notNeeded: [act('2026-03-02', 'windowClerk', 'answerNotNeeded', 'intake')],
  notCompetent: [
    act('2026-03-03', 'windowClerk', 'checkIn', 'intake'),
    act('2026-03-04', 'windowLead', 'refuseAcceptance', 'acceptance'),
  ],
  /** A task goes from hand to hand and comes back to its post. */
  handed: [
    ...reviewed('pass'),
    act('2026-03-05', 'caseOfficer', 'claimTask', 'experts'),
    act('2026-03-05', 'caseOfficer', 'handOverTask', 'experts', { to: 'siteInspector' }),
    act('2026-03-06', 'sectionChief', 'reassignTask', 'experts', { to: 'caseOfficer' }),
    act('2026-03-06', 'caseOfficer', 'releaseTask', 'experts'),
    pass('2026-04-10'),
  ],
  /** Two are told that the permit concerns them: one speaks and is answered, the other lets the time pass; the applicant speaks too. */
  stated: [
    ...reviewed('plain'),
    act('2026-03-05', 'caseOfficer', 'tellInterested'),
    act('2026-03-05', 'caseOfficer', 'tellInterested'),
    act('2026-03-06', 'windowClerk', 'receiveStatement'),
    act('2026-03-09', 'caseOfficer', 'answerStatement'),
    act('2026-03-10', 'caseOfficer', 'receiveStatement', null, { toldNo: 1 }),
    act('2026-03-10', 'caseOfficer', 'answerStatement'),
    act('2026-03-11', 'approver', 'makeDecision', 'decision', { outcome: 'grant' }),
  ],
  /** Granted, served, a slip of the pen corrected; a revocation declined, proposed again, given and served. */
  revoked: [
    ...granted,
    act('2026-03-10', 'windowLead', 'correctDocument'),
    act('2026-03-10', 'caseOfficer', 'proposeRevocation'),
    act('2026-03-11', 'approver', 'declineRevocation'),
    act('2026-03-12', 'caseOfficer', 'proposeRevocation'),
    act('2026-03-13', 'deputyHead', 'revokeGrant'),
    act('2026-03-16', 'windowClerk', 'serveRevocation'),
  ],
  revokedAbove: [...granted, act('2026-03-10', 'agencyHead', 'recordSuperiorRevocation')],
  withdrawn: [...reviewed('plain'), act('2026-03-05', 'windowClerk', 'withdraw')],
} satisfies Readonly<Record<string, readonly Turn[]>>;

export type PlanName = keyof typeof plans;

/** Which plan reaches a fact on purpose; `carried` by an order (test/domain/case/carried.test.ts). A new fact gets its line here. */
export const reachedBy = {
  AcceptanceDeemed: 'silent',
  AcceptanceNoticeIssued: 'silent',
  AcceptanceRefused: 'notCompetent',
  AcceptedAfterSupplement: 'supplied',
  AcceptedOnUndertaking: 'undertaken',
  AfterCheckFinished: 'undertaken',
  Announced: 'nowhere',
  BusinessClockAdopted: 'carried',
  CalendarAdopted: 'granted',
  CaseAccepted: 'granted',
  CaseClosed: 'granted',
  CaseFiled: 'granted',
  CaseWithdrawn: 'withdrawn',
  WithdrawalAsked: 'reported',
  CertificateIssued: 'granted',
  CheckedIn: 'granted',
  CertificatesChecked: 'onWord',
  CertificatesReplaced: 'onWord',
  ClockEnded: 'granted',
  ClockExtended: 'granted',
  ClockLapsed: 'overdue',
  ClockResumed: 'refused',
  ClockStarted: 'granted',
  ClockStopped: 'granted',
  ContactChanged: 'granted',
  CorrectedOnSpot: 'supplied',
  DeadlineSet: 'granted',
  DocumentCorrected: 'revoked',
  InterestedTold: 'stated',
  StatementReceived: 'stated',
  StatementAnswered: 'stated',
  RevocationProposed: 'revoked',
  RevocationDeclined: 'revoked',
  GrantRevoked: 'revoked',
  RevocationServed: 'revoked',
  GrantRevokedAbove: 'revokedAbove',
  DeferralLapsed: 'neverCame',
  DecisionMade: 'granted',
  Delivered: 'granted',
  ExpertReviewFinished: 'granted',
  ExtensionApproved: 'granted',
  ExtensionDeclined: 'granted',
  ExtensionFell: 'refused',
  ExtensionRequested: 'granted',
  FindingRecorded: 'overdue',
  HearingAnnounced: 'called',
  HearingCalled: 'called',
  HearingFinished: 'refused',
  HearingRightTold: 'called',
  HearingWaived: 'waived',
  IdentityVerified: 'verified',
  InspectionFinished: 'granted',
  MaterialsDeferred: 'deferred',
  MaterialsReceived: 'deferred',
  MaterialsSignedFor: 'passedOn',
  NoticeRecorded: 'granted',
  PassedToDepartment: 'passedOn',
  PermitNotNeeded: 'notNeeded',
  PostReturned: 'nowhere',
  Posted: 'nowhere',
  ProposalReturned: 'proposed',
  RefusalProposed: 'proposed',
  Reminded: 'granted',
  Reviewed: 'granted',
  ReturnedToWindow: 'passedOn',
  RulesAdopted: 'carried',
  ServeFailed: 'nowhere',
  SilenceConfirmed: 'confirmed',
  SilenceReached: 'confirmed',
  StepFinished: 'granted',
  StepOpened: 'granted',
  SupplementAsked: 'supplied',
  SupplementLapsed: 'defeated',
  SupplementReceived: 'supplied',
  SupplyDeclared: 'supplied',
  SupplyReported: 'reported',
  TaskClaimed: 'handed',
  TaskHandedOver: 'handed',
  TaskReassigned: 'handed',
  TaskReleased: 'handed',
  ToldToCollect: 'toCollect',
  UntimedStepApproved: 'granted',
  UntimedStepDeclined: 'granted',
  UntimedStepRequested: 'granted',
  UntimedStepStarted: 'granted',
  WarningAcknowledged: 'granted',
  WarningAnnulled: 'entered',
  WarningRaised: 'overdue',
} as const satisfies Readonly<Record<FactType, PlanName | 'carried'>>;

/** What a plan's case is filed with differently from others. */
const filedAs: Readonly<Partial<Record<PlanName, Partial<Filing>>>> = {
  verified: { channel: 'online', identity: 'unverified' },
};

/** Plans of an item whose department answers. */
const ofDepartment: readonly PlanName[] = ['passedOn', 'neverPassed'];

/** A life after a plan; `look` sees it after each turn, with the state and the number of facts before. */
export function lived(name: PlanName, flow: FlowDefinition, look: Look = () => undefined): Life {
  const late = name === 'deferred' || name === 'neverCame' ? ['plan', 'proof'] : ['plan'];
  const materials = flow.materials.map(({ id }) => ({ id, sha256: null, received: !late.includes(id) }));
  const life = new Life(
    new Scene(
      filedOn,
      { receivedOn, evidence: 'e', materials, ...filedAs[name] },
      ofDepartment.includes(name) ? passedOn(flow) : flow,
    ),
    at(filedOn),
  );
  const turns: readonly Turn[] = plans[name];
  for (const { on, time, given } of turns) {
    life.now = at(on, time);
    life.turn(look, () => {
      const refusal = given === null ? life.tick() : life.give(given.by, given.order(life));
      if (refusal) throw new Error(`plan ${name}, ${on} ${given?.by.id}: ${refusal.code} ${refusal.detail}`);
    });
  }
  return life;
}
