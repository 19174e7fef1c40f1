import type { ClockKind, FlowDefinition, Rung } from './definition.ts';

/**
 * The default ladder of warnings (domain.md 6.3: W1, Y1, Y2, Y3, R1, R2, R3, R4, R5; Y4, R4 and Y7 watch the answer to an application, Y6 and R6 the start of an untimed step). `to`: who handles the step (of the case: who acts next on it), roles of the case's
 * department, supervisors of its region. A department may publish another one with its flow.
 * W1 needs no exception for limits under 5: there 80 % is reached on the due day only, so one day before is always earlier.
 */
export const defaultLadder: readonly Rung[] = [
  {
    id: 'W1',
    clock: 'promised',
    at: { earliest: [{ before: 1 }, { percent: 80 }] },
    level: 'notice',
    to: ['handler'],
  },
  { id: 'Y1-step', clock: 'step', at: { lapsed: true }, level: 'yellow', to: ['handler', 'windowLead'] },
  { id: 'Y1-promised', clock: 'promised', at: { percent: 90 }, level: 'yellow', to: ['handler', 'windowLead'] },
  { id: 'Y2', clock: 'promise', at: { percent: 80 }, level: 'yellow', to: ['handler', 'windowLead'] },
  {
    id: 'Y3',
    clock: 'statutory',
    at: { earliest: [{ percent: 80 }, { before: 1 }] },
    level: 'yellow',
    to: ['handler', 'windowLead', 'supervisor'],
  },
  {
    id: 'R1',
    clock: 'promised',
    at: { lapsed: true },
    level: 'red',
    to: ['handler', 'windowLead', 'deputyHead', 'supervisor'],
  },
  {
    id: 'R2',
    clock: 'statutory',
    at: { lapsed: true },
    level: 'red',
    to: ['handler', 'windowLead', 'deputyHead', 'agencyHead', 'supervisor'],
  },
  // Who acts next is the handler: the officer, or the approver while the start is requested.
  { id: 'Y6', clock: 'start', at: { before: 1 }, level: 'yellow', to: ['handler', 'windowLead'] },
  { id: 'R6', clock: 'start', at: { lapsed: true }, level: 'red', to: ['handler', 'windowLead', 'supervisor'] },
  { id: 'R3', clock: 'promise', at: { lapsed: true }, level: 'red', to: ['handler', 'windowLead', 'supervisor'] },
  // The applicant's own time: the window is told that it is over, and what follows is an act of the window.
  { id: 'N8', clock: 'supplement', at: { lapsed: true }, level: 'notice', to: ['handler'] },
  // Likewise what was let in to come later: the window asks for it before its day, the lead hears that it did not come.
  { id: 'N9', clock: 'deferral', at: { before: 1 }, level: 'notice', to: ['windowClerk', 'handler'] },
  { id: 'Y9', clock: 'deferral', at: { lapsed: true }, level: 'yellow', to: ['windowClerk', 'handler', 'windowLead'] },
  // A promise without the effect of the law: the department is warned, nobody above it.
  { id: 'Y7', clock: 'promisedNotice', at: { lapsed: true }, level: 'yellow', to: ['handler', 'windowLead'] },
  { id: 'Y4', clock: 'notice', at: { before: 1 }, level: 'yellow', to: ['handler', 'windowLead', 'supervisor'] },
  { id: 'R4', clock: 'notice', at: { lapsed: true }, level: 'red', to: ['handler', 'windowLead', 'supervisor'] },
  {
    id: 'R5',
    clock: 'delivery',
    at: { lapsed: true },
    level: 'red',
    to: ['handler', 'windowLead', 'supervisor'],
  },
  // What was granted on an undertaking is looked at in time, also where its certificate is still on the way.
  { id: 'Y10', clock: 'afterCheck', at: { percent: 80 }, level: 'yellow', to: ['caseOfficer', 'sectionChief'] },
  {
    id: 'R10',
    clock: 'afterCheck',
    at: { lapsed: true },
    level: 'red',
    to: ['caseOfficer', 'sectionChief', 'deputyHead', 'supervisor'],
  },
];

const watchedAlways: readonly ClockKind[] = [
  'notice',
  'promisedNotice',
  'supplement',
  'deferral',
  'afterCheck',
  'start',
];

/** Where the department answers, the window is warned of its own time, and it alone: late passing is never the department's. */
export const passingLadder: readonly Rung[] = [
  { id: 'Y11', clock: 'passing', at: { before: 1 }, level: 'yellow', to: ['windowClerk', 'windowLead'] },
  { id: 'R11', clock: 'passing', at: { lapsed: true }, level: 'red', to: ['windowClerk', 'windowLead', 'supervisor'] },
];

/**
 * The ladder of new cases: a flow that says nothing of the answer to an application or of the start of an untimed step, such as one that
 * was published before they were watched, is warned of them as the default ladder has it.
 */
export function fullLadder({ ladder, limits }: Pick<FlowDefinition, 'ladder' | 'limits'>): readonly Rung[] {
  const said = new Set(ladder.map(({ clock }) => clock));
  const always = defaultLadder.filter(({ clock }) => watchedAlways.includes(clock));
  const watched = limits.passing === undefined ? always : [...always, ...passingLadder];
  return [...ladder, ...watched.filter(({ clock }) => !said.has(clock))];
}
