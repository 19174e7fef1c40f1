import type { Recipient, Told } from '../people/recipients.ts';
import type { Role } from '../people/roles.ts';
import type { StepKindName } from '../steps/params.ts';
import type { PersonId } from './marks.ts';
import { answerers } from './passing.ts';
import { departmentOf, plannedStep } from './planned.ts';
import { proposedRefusal } from './refused-by.ts';
import { isToServe, revocationHeads, revocationServers } from './revoked.ts';
import type { CaseState, StepState, World } from './state.ts';

/** What a task came from: an open step, the start of an untimed step that waits for approval, a requested extension, silence that is to be confirmed, a refusal of acceptance that is proposed, materials that were passed on, a revocation that is proposed, or one that is to be served. */
export const taskOrigins = [
  'step',
  'start',
  'extension',
  'silence',
  'refusal',
  'passing',
  'revocation',
  'revocationService',
] as const;
export type TaskOrigin = (typeof taskOrigins)[number];

/** Tasks of the case: they hang on a step, but that step has its own task beside them, or is over. */
export const ofWholeCase: readonly TaskOrigin[] = ['extension', 'revocation', 'revocationService'];

/** What one post, or one person who holds it, has to do (design 9.3). */
export interface Task {
  readonly id: string;
  readonly stepId: string;
  readonly role: Role;
  readonly departmentId: string;
  readonly regionCode: string;
  readonly assignee: PersonId | null;
  readonly origin: TaskOrigin;
}

/** The task of a step's own role: one a step, while signing is by one person. */
export function stepTask(world: World, state: CaseState, step: StepState): Task {
  const role = step.drawn?.by ?? plannedStep(world, step.id).by;
  return taskOf({ world, state }, step, { id: step.id, role, assignee: step.assignee ?? null, origin: 'step' });
}

/** Who acts next on an open step: its handler, the approver while its start is requested, or the window's lead while silence waits to be confirmed, or a refusal is proposed, or in the department who is to sign for materials. */
export function nextTask(world: World, state: CaseState, step: StepState): Task {
  if (state.silence?.state === 'reached') {
    const own = { id: `silence:${step.id}`, role: 'windowLead', assignee: null, origin: 'silence' } as const;
    return taskOf({ world, state }, step, own);
  }
  if (proposedRefusal(state)?.stepId === step.id) {
    const own = { id: `refusal:${step.id}`, role: 'windowLead', assignee: null, origin: 'refusal' } as const;
    return taskOf({ world, state }, step, own);
  }
  const [signer] = step.passing?.stage === 'passed' ? answerers(world.plan) : [];
  if (signer !== undefined) {
    const own = {
      id: `passing:${step.id}`,
      role: signer,
      assignee: step.passing?.receiver ?? null,
      origin: 'passing',
    } as const;
    return taskOf({ world, state }, step, own);
  }
  const { untimed } = plannedStep(world, step.id);
  if (step.phase !== 'requested' || untimed === null) return stepTask(world, state, step);
  return taskOf({ world, state }, step, {
    id: `start:${step.id}`,
    role: untimed.approvedBy,
    assignee: null,
    origin: 'start',
  });
}

/** Every open task of a case: one an open step, the extension that waits, and after its end too what a revocation asks for. */
export function openTasks(world: World, state: CaseState): readonly Task[] {
  const ofRevocation = revocationTasks(world, state);
  return state.status === 'closed' ? ofRevocation : [...tasksWithin(world, state), ...ofRevocation];
}

function tasksWithin(world: World, state: CaseState): readonly Task[] {
  const open = state.steps.filter((step) => step.outcome === null);
  const steps = open.map((step) => nextTask(world, state, step));
  const [first] = open;
  const { extension } = world.plan.limits;
  // After the decision nothing is left to extend, also where no fact says that the request fell.
  const isAsked = state.extension?.state === 'requested' && state.decision === null;
  if (!isAsked || extension === null || first === undefined) return steps;
  return [
    ...steps,
    taskOf({ world, state }, first, { id: 'extension', role: extension.approver, assignee: null, origin: 'extension' }),
  ];
}

/** A proposal waits for the post that granted, a decision for the post that served the permit, where they may; else for the first that may. */
function revocationTasks(world: World, state: CaseState): readonly Task[] {
  const { revocation } = state;
  const taskAt = (kind: StepKindName, id: 'revocation' | 'revocationService', roles: readonly Role[]) => {
    const step = state.steps.findLast((one) => plannedStep(world, one.id).kind === kind);
    if (step === undefined) return [];
    const { role: own } = stepTask(world, state, step);
    const role = roles.find((one) => one === own) ?? roles[0] ?? own;
    return [taskOf({ world, state }, step, { id, role, assignee: null, origin: id })];
  };
  if (revocation?.state === 'proposed') return taskAt('decision', 'revocation', revocationHeads);
  return isToServe(revocation) ? taskAt('delivery', 'revocationService', revocationServers) : [];
}

function taskOf(where: Where, step: StepState, own: Pick<Task, 'id' | 'role' | 'assignee' | 'origin'>): Task {
  const { world, state } = where;
  const departmentId = step.drawn?.departmentId ?? departmentOf(plannedStep(world, step.id), state);
  return { ...own, stepId: step.id, departmentId, regionCode: state.filing.regionCode };
}

interface Where {
  readonly world: World;
  readonly state: CaseState;
}

/** Whom recipients come to: the handler is who acts next on the step, by name where somebody holds the task. */
export function toldOf(
  world: World,
  state: CaseState,
  { to, stepId }: { readonly to: readonly Recipient[]; readonly stepId: string | null },
): readonly Told[] {
  const told = to.flatMap((one) => (one === 'handler' ? handlers(world, state, stepId) : [one]));
  const keyOf = (one: Told) => (typeof one === 'string' ? one : one.person);
  return [...new Map(told.map((one) => [keyOf(one), one])).values()];
}

/** A step's handler; of the case, who acts next on its open steps. */
function handlers(world: World, state: CaseState, stepId: string | null): Told[] {
  const steps = state.steps.filter((step) => (stepId === null ? step.outcome === null : step.id === stepId));
  return steps.map((step) => {
    const { assignee, role } = nextTask(world, state, step);
    return assignee === null ? role : { person: assignee };
  });
}
