import { holderOn } from '../case/acts/holder.ts';
import type { Holder } from '../case/acts/holder.ts';
import type { CaseState, StepState, World } from '../case/state.ts';
import { windowAnswers } from '../case/passing.ts';
import { plannedStep } from '../case/planned.ts';
import { stepTask } from '../case/tasks.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import { applicantActor } from './applicant.ts';
import { covers, handlesCases, isKeeping, isSupervising, supervising } from './roles.ts';
import type { Actor, Role } from './roles.ts';
import { systemActor } from './system.ts';

/** Who answers for a department and may close a warning or remind beside the supervisors. */
const answering: readonly Role[] = ['windowLead', 'sectionChief', 'deputyHead', 'agencyHead'];

/** Whether a role answers for its department. */
export function answersFor(role: Role): boolean {
  return answering.includes(role);
}

/** Who keeps the numbering of a department's documents: who answers for it, and who administers it. */
export function keepsNumbers({ posts }: Actor, departmentId: string): boolean {
  return posts.some(
    (post) => post.departmentId === departmentId && (answersFor(post.role) || post.role === 'departmentAdmin'),
  );
}

/** A right as an order asks for it: its holder, and the open step it names. */
export interface AskedRight {
  readonly type: string;
  readonly holder: Holder;
  readonly step: StepState | null;
}

/** A case as far as rights go. */
interface Where {
  readonly world: World;
  readonly state: CaseState;
}

/** Why this person may not give this order to this case; null: may. Default: may not. Refusals `not-allowed`, `task-of-another`. */
export function can(actor: Actor, asked: AskedRight, where: Where): Rejection | null {
  const holder = holderOn(asked.holder, where);
  if (holder === 'handler') return canHandle(actor, asked, where);
  if (holder === 'applicant') return actor.id === applicantActor.id ? null : notHeld(asked, []);
  if (holder === 'system') return actor.id === systemActor.id ? null : notHeld(asked, []);
  const { filing } = where.state;
  const held = actor.posts.some((post) => {
    if ((holder === 'watcher' || holder === 'told') && isSupervising(post.role)) {
      return covers(post.regionCode, filing.regionCode);
    }
    const isHere = post.departmentId === filing.departmentId || (typeof holder === 'object' && 'anywhere' in holder);
    return isHere && rolesOf(asked, where).includes(post.role);
  });
  if (held || (holder === 'told' && isNamed(actor, where.state))) return null;
  const also = holder === 'watcher' || holder === 'told' ? supervising : [];
  return notHeld(asked, [...also, ...rolesOf(asked, where)]);
}

function canHandle(actor: Actor, asked: AskedRight, { world, state }: Where): Rejection | null {
  if (asked.step === null) return notHeld(asked, []);
  const { role, departmentId, assignee } = stepTask(world, state, asked.step);
  const isHolder = actor.posts.some((post) => post.role === role && post.departmentId === departmentId);
  if (!isHolder) return windowAnswers(actor, asked.step, { world, state }) ?? notHeld(asked, [role]);
  if (assignee === null || assignee === actor.id) return null;
  const about = { steps: [asked.step.id], people: [assignee] };
  return reject('task-of-another', `expected a task that is free or yours, but ${assignee} holds it`, about);
}

function notHeld({ type }: AskedRight, roles: readonly Role[]): Rejection {
  const detail = `expected a post as ${roles.join(' or ') || 'nobody'} for ${type}, but it is not held`;
  return reject('not-allowed', detail, { roles: [...new Set(roles)] });
}

/** Told by name, as who held a task is. */
function isNamed(actor: Actor, { warnings }: CaseState): boolean {
  return warnings.some(({ to = [] }) => to.some((told) => typeof told !== 'string' && told.person === actor.id));
}

/** Whose right an act is, by post; of watchers those who answer for the department. */
export function rolesOf(
  { holder: right, step }: Pick<AskedRight, 'holder' | 'step'>,
  { world, state }: Where,
): readonly Role[] {
  const holder = holderOn(right, { world, state });
  switch (holder) {
    case 'handler':
      return step === null ? [] : [stepTask(world, state, step).role];
    case 'untimedApprover': {
      const untimed = step === null ? null : plannedStep(world, step.id).untimed;
      return untimed === null ? [] : [untimed.approvedBy];
    }
    case 'extensionApprover':
      return world.plan.limits.extension === null ? [] : [world.plan.limits.extension.approver];
    case 'watcher':
      return answering;
    case 'told':
      return [...answering, ...state.warnings.flatMap(({ to = [] }) => to.filter((told) => typeof told === 'string'))];
    case 'applicant':
    case 'system':
      return [];
    default:
      return 'anywhere' in holder ? holder.anywhere : holder;
  }
}

/** Where a case is, and who was let in to it: departments with a task, people who hold or held one. */
export interface Seen {
  readonly regionCode: string;
  readonly departments: readonly string[];
  readonly people: readonly string[];
}

/** Whether this person sees a case at all: not visible is not existing. Who only keeps the system sees no cases. */
export function canSee(actor: Actor, { regionCode, departments, people }: Seen): boolean {
  const posts = actor.posts.filter(({ role }) => !isKeeping(role));
  if (posts.length > 0 && people.includes(actor.id)) return true;
  return posts.some((post) =>
    isSupervising(post.role) ? covers(post.regionCode, regionCode) : departments.includes(post.departmentId),
  );
}

/**
 * Who handles cases of a department sees their personal data and words; who only watches, keeps the system or draws up flows sees
 * masks.
 */
export function worksFor(person: Actor, departmentId: string): boolean {
  return person.posts.some((post) => post.departmentId === departmentId && handlesCases(post.role));
}

/**
 * Whether somebody may bring, see and withdraw the files of a case: who handles cases in a department that was let in. Files show personal
 * data that nothing can mask, so who only watches sees none.
 */
export function handlesFiles(person: Actor, { departments }: Pick<Seen, 'departments'>): boolean {
  return departments.some((departmentId) => worksFor(person, departmentId));
}
