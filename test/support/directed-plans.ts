import type { FactType } from '../../domain/case/facts/index.ts';
import type { Order, OrderType } from '../../domain/case/acts/index.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import type { Actor, Role } from '../../domain/people/roles.ts';
import { systemActor } from '../../domain/people/system.ts';
import { goodOrder } from './good-order.ts';
import { Life } from './life.ts';
import type { Look } from './life.ts';
import { Scene, at, day, person } from './scene.ts';

/** What happens on a day: somebody (or the system) gives an order that must be accepted, or time alone passes until then. */
export interface Turn {
  readonly on: string;
  /** Absent: 10:00. */
  readonly time?: string;
  readonly given: { readonly by: Actor; readonly order: (life: Life) => Order } | null;
}

/** An order with a good payload, and what of it matters to the plan. */
function act<T extends OrderType>(
  on: string,
  by: Role | Actor,
  type: T,
  stepId: string | null = null,
  change: Partial<Extract<Order, { type: T }>> = {},
): Turn {
  const order = ({ scene, today }: Life): Order => ({
    ...goodOrder({ world: scene.world, state: scene.state, today, choose: () => 0 }, type, stepId),
    ...change,
  });
  return { on, given: { by: typeof by === 'string' ? person(by) : by, order } };
}

/** On the day of filing the notice clock of the wide flow has one rung behind it and one on this very day. */
const [receivedOn, filedOn] = [day('2026-02-26'), '2026-03-02'];

const pass = (on: string) => ({ on, given: null });

/** Intake and acceptance, then a review with this outcome. */
function reviewed(outcome: string): Turn[] {
  return [
    act('2026-03-03', 'windowClerk', 'checkIn', 'intake'),
    act('2026-03-03', 'windowClerk', 'accept', 'acceptance'),
    act('2026-03-04', 'caseOfficer', 'finishReview', 'review', { outcome }),
  ];
}

/** Request, approval, notice and start of an untimed step. */
function started(on: string, stepId: string, by: Role, approver: Role): Turn[] {
  return [
    act(on, by, 'requestUntimedStep', stepId),
    act(on, approver, 'approveUntimedStep', stepId),
    act(on, by, 'recordNotice', stepId),
    act(on, by, 'startUntimedStep', stepId),
  ];
}

/** Whose act the end of an unsupplied application is depends on what the item cites. */
const bothAtWindow: Actor = { id: 'both', posts: [...person('windowClerk').posts, ...person('windowLead').posts] };
const plan = { kind: 'material', id: 'plan' } as const;
const use = { kind: 'field', id: 'use' } as const;
const twoThings = {
  asked: [
    { ...plan, defect: 'missing' },
    { ...use, defect: 'wrong' },
  ],
  mends: ['w', 'w'],
} as const;
const stillWrong = { asked: [{ ...plan, defect: 'wrong' }], mends: ['w'] } as const;

/**
 * Lives of a case that reach on purpose what a random walk reaches by luck. They run on every flow of the walks, so
 * they count on nothing but its steps.
 */
export const plans = {
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
  refused: [
    ...reviewed('hearing'),
    ...started('2026-03-05', 'hearing', 'hearingOfficer', 'deputyHead'),
    act('2026-03-20', 'hearingOfficer', 'finishHearing', 'hearing', { outcome: 'held' }),
    act('2026-03-23', 'caseOfficer', 'requestExtension'),
    act('2026-03-23', 'approver', 'makeDecision', 'decision', { outcome: 'refuse' }),
    pass('2026-04-30'),
    act('2026-04-30', 'certificateClerk', 'deliver', 'delivery'),
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
  /** Answered on paper in time, and entered after the limit had passed in silence. */
  onPaper: [
    pass('2026-03-05'),
    act('2026-03-09', 'windowClerk', 'checkIn', 'intake'),
    act('2026-03-09', 'windowClerk', 'accept', 'acceptance'),
    pass('2026-05-20'),
  ],
  refusedOnPaper: [pass('2026-03-05'), act('2026-03-09', 'windowLead', 'refuseAcceptance', 'intake')],
  /** A task goes from hand to hand and comes back to its post. */
  handed: [
    ...reviewed('pass'),
    act('2026-03-05', 'caseOfficer', 'claimTask', 'experts'),
    act('2026-03-05', 'caseOfficer', 'handOverTask', 'experts', { to: 'siteInspector' }),
    act('2026-03-06', 'sectionChief', 'reassignTask', 'experts', { to: 'caseOfficer' }),
    act('2026-03-06', 'caseOfficer', 'releaseTask', 'experts'),
    pass('2026-04-10'),
  ],
  /** A paper that was let in to come later comes before the decision. */
  deferred: [
    act('2026-03-03', 'windowClerk', 'checkIn', 'intake', { received: ['plan'] }),
    act('2026-03-03', 'windowClerk', 'accept', 'acceptance'),
    act('2026-03-04', 'caseOfficer', 'finishReview', 'review', { outcome: 'plain' }),
    act('2026-03-05', 'windowClerk', 'receiveMaterials'),
    act('2026-03-05', 'approver', 'makeDecision', 'decision', { outcome: 'grant' }),
  ],
  /** Nobody answers and it is seen at once: the window takes in what is there and issues its notice late. */
  silent: [
    { ...pass('2026-03-05'), time: '00:20' },
    act('2026-03-06', 'windowClerk', 'checkIn', 'intake', { received: [] }),
    act('2026-03-09', 'windowClerk', 'accept', 'acceptance'),
    act('2026-03-09', 'caseOfficer', 'finishReview', 'review', { outcome: 'plain' }),
    act('2026-03-10', 'windowClerk', 'receiveMaterials'),
    act('2026-03-10', 'approver', 'makeDecision', 'decision', { outcome: 'grant' }),
    pass('2026-05-20'),
  ],
  /** Nobody answers and it is seen only hours later: the window's lead confirms it. */
  confirmed: [
    pass('2026-03-05'),
    act('2026-03-09', 'windowLead', 'confirmSilence'),
    act('2026-03-09', 'windowClerk', 'checkIn', 'intake', { received: [] }),
    act('2026-03-10', 'windowClerk', 'accept', 'acceptance'),
    pass('2026-05-20'),
  ],
  /** Asked for two things and served twice, supplied in parts, accepted from the day of the last one. */
  supplied: [
    act('2026-03-03', 'windowClerk', 'correctOnSpot', 'intake'),
    act('2026-03-03', 'windowClerk', 'askSupplement', 'intake', twoThings),
    act('2026-03-05', 'windowClerk', 'receiveSupplement', 'intake', { arrived: [plan] }),
    act('2026-03-06', 'windowClerk', 'receiveSupplement', 'intake', { arrived: [use] }),
    act('2026-03-09', 'windowClerk', 'declareSupplied', 'intake'),
    act('2026-03-10', 'windowClerk', 'askSupplement', 'intake', stillWrong),
    act('2026-03-12', 'windowClerk', 'receiveSupplement', 'intake'),
    act('2026-03-13', 'windowClerk', 'checkIn', 'intake', { received: [] }),
    act('2026-03-16', 'windowClerk', 'accept', 'acceptance'),
    pass('2026-05-20'),
  ],
  /** What was said to be supplied is not answered: accepted from the day it arrived. */
  unheard: [
    act('2026-03-03', 'windowClerk', 'askSupplement', 'intake', twoThings),
    act('2026-03-05', 'windowClerk', 'receiveSupplement', 'intake'),
    act('2026-03-06', 'windowClerk', 'declareSupplied', 'intake'),
    pass('2026-04-10'),
    act('2026-04-10', 'windowLead', 'confirmSilence'),
  ],
  /** A notice that was given in time and is entered late stands against the silence. */
  defeated: [
    pass('2026-03-05'),
    act('2026-03-09', 'windowClerk', 'askSupplement', 'intake'),
    pass('2026-04-10'),
    act('2026-04-10', bothAtWindow, 'lapseSupplement', 'intake'),
  ],
  withdrawn: [...reviewed('plain'), act('2026-03-05', 'windowClerk', 'withdraw')],
} satisfies Readonly<Record<string, readonly Turn[]>>;

export type PlanName = keyof typeof plans;

/** Which plan reaches a fact on purpose; `carried` by an order (test/domain/case/carried.test.ts). A new fact gets its line here. */
export const reachedBy = {
  AcceptanceDeemed: 'silent',
  AcceptanceNoticeIssued: 'silent',
  AcceptanceRefused: 'notCompetent',
  AcceptedAfterSupplement: 'supplied',
  BusinessClockAdopted: 'carried',
  CalendarAdopted: 'granted',
  CaseAccepted: 'granted',
  CaseClosed: 'granted',
  CaseFiled: 'granted',
  CaseWithdrawn: 'withdrawn',
  CertificateIssued: 'granted',
  CheckedIn: 'granted',
  ClockEnded: 'granted',
  ClockExtended: 'granted',
  ClockLapsed: 'overdue',
  ClockResumed: 'refused',
  ClockStarted: 'granted',
  ClockStopped: 'granted',
  ContactChanged: 'granted',
  CorrectedOnSpot: 'supplied',
  DeadlineSet: 'granted',
  DecisionMade: 'granted',
  Delivered: 'granted',
  ExpertReviewFinished: 'granted',
  ExtensionApproved: 'granted',
  ExtensionDeclined: 'granted',
  ExtensionFell: 'refused',
  ExtensionRequested: 'granted',
  FindingRecorded: 'overdue',
  HearingFinished: 'refused',
  HearingWaived: 'waived',
  InspectionFinished: 'granted',
  MaterialsReceived: 'deferred',
  NoticeRecorded: 'granted',
  PermitNotNeeded: 'notNeeded',
  Reminded: 'granted',
  Reviewed: 'granted',
  RulesAdopted: 'carried',
  SilenceConfirmed: 'confirmed',
  SilenceReached: 'confirmed',
  StepFinished: 'granted',
  StepOpened: 'granted',
  SupplementAsked: 'supplied',
  SupplementLapsed: 'defeated',
  SupplementReceived: 'supplied',
  SupplyDeclared: 'supplied',
  TaskClaimed: 'handed',
  TaskHandedOver: 'handed',
  TaskReassigned: 'handed',
  TaskReleased: 'handed',
  UntimedStepApproved: 'granted',
  UntimedStepDeclined: 'granted',
  UntimedStepRequested: 'granted',
  UntimedStepStarted: 'granted',
  WarningAcknowledged: 'granted',
  WarningAnnulled: 'entered',
  WarningRaised: 'overdue',
} as const satisfies Readonly<Record<FactType, PlanName | 'carried'>>;

/** A life after a plan; `look` sees it after each turn, with the state and the number of facts before. */
export function lived(name: PlanName, flow: FlowDefinition, look: Look = () => undefined): Life {
  const late = name === 'deferred' ? ['plan', 'proof'] : ['plan'];
  const materials = flow.materials.map(({ id }) => ({ id, sha256: null, received: !late.includes(id) }));
  const life = new Life(new Scene(filedOn, { receivedOn, evidence: 'e', materials }, flow), at(filedOn));
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
