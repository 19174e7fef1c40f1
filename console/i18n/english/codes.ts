import { acts } from '../../../domain/case/acts/index.ts';
import type { CaseResult } from '../../../domain/case/filing.ts';
import { facts } from '../../../domain/case/facts/index.ts';
import type { ClockKind, Level } from '../../../domain/flow/definition.ts';
import { kindNames, kinds, paramsOf } from '../../../domain/steps/index.ts';
import type { DiffPart } from '../../../domain/flow/diff/compare.ts';
import type { GuideElement } from '../../../domain/flow/guide.ts';
import type { Said } from '../../../domain/words/said.ts';
import type { Role } from '../../../domain/people/roles.ts';

/** The English titles of a registry of the domain, by its names. */
function englishOf(records: Readonly<Record<string, { readonly title: Said }>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(records).map(([name, { title }]) => [name, title.en]));
}

const messages = Object.fromEntries(
  Object.entries(facts).flatMap(([type, { tells }]) => (tells === 'nobody' ? [] : [[type, tells.title.en]])),
);

/** Closed codes by kind with their English words; their Chinese ones are in the domain and come with the API's answers. */
export const codes = {
  role: {
    windowClerk: 'Window clerk',
    caseOfficer: 'Case officer',
    reviewer: 'Reviewer',
    approver: 'Approver',
    certificateClerk: 'Certificate clerk',
    siteInspector: 'Site inspector',
    hearingOfficer: 'Hearing officer',
    windowLead: 'Window lead',
    sectionChief: 'Section chief',
    deputyHead: 'Deputy head',
    agencyHead: 'Head of the agency',
    governmentHead: 'Head of the government',
    departmentAdmin: 'Department administrator',
    supervisor: 'Supervisor',
    supervisionLead: 'Head of supervision',
    catalogueAdmin: 'Catalogue administrator',
    systemAdmin: 'System administrator',
  } satisfies Record<Role, string>,
  level: { notice: 'Notice', yellow: 'Yellow card', red: 'Red card' } satisfies Record<Level, string>,
  stepKind: englishOf(kinds),
  param: englishOf(Object.assign({}, ...kindNames.map(paramsOf))),
  clock: {
    notice: 'Acceptance limit',
    statutory: 'Statutory limit',
    promised: 'Promised limit',
    step: 'Limit of the step',
    promise: 'Promise of the untimed step',
    delivery: 'Delivery limit',
  } satisfies Record<ClockKind, string>,
  order: englishOf(acts),
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
  diffPart: {
    flow: 'Flow',
    limits: 'Limits',
    steps: 'Steps',
    materials: 'Materials',
    form: 'Form',
    ladder: 'Ladder of warnings',
  } satisfies Record<DiffPart, string>,
  delivery: {
    collected: 'Collected at the window',
    posted: 'Posted',
    electronic: 'Sent electronically',
    left: 'Left at the address',
  },
  message: messages,
  fact: englishOf(facts),
  guide: {
    catalogueLevel: 'Level of exercise',
    legalBasis: 'Legal basis',
    implementingBody: 'Competent body',
    implementingBodyNature: 'Nature of the body',
    powerSource: 'Source of the power',
    serviceTargets: 'Who may apply',
    statutoryLimitNote: 'On the statutory limit',
    promisedLimitNote: 'On the promised limit',
    specialProcedures: 'Special procedures',
    caseType: 'Kind of case',
    conditions: 'Conditions',
    channels: 'How to apply',
    place: 'Place',
    officeHours: 'Office hours',
    visits: 'Visits needed',
    visitReason: 'Why a visit is needed',
    online: 'Online',
    scope: 'Where it can be applied for',
    inServiceHall: 'In the service hall',
    booking: 'By appointment',
    courier: 'By courier',
    quantityLimit: 'Limit of quantity',
    fee: 'Fee',
    resultType: 'Kind of result',
    resultName: 'Name of the result',
    enquiries: 'Enquiries',
    complaints: 'Complaints',
    validity: 'Validity of the result',
    source: 'On these data',
  } satisfies Record<GuideElement, string>,
} as const;
export type CodeKind = keyof typeof codes;
