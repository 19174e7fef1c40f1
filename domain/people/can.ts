import type { OrderType } from '../case/orders.ts';
import type { CaseState, World } from '../case/state.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import { covers } from './roles.ts';
import type { Actor, Role } from './roles.ts';

/** Supervisors of a region: they watch, acknowledge and remind, and never act on a case (domain.md 9.4). */
export const supervising = ['supervisor', 'supervisionLead'] as const satisfies readonly Role[];

/** Who answers for a department and may acknowledge a warning or remind beside the supervisors. */
const answering: readonly Role[] = ['windowLead', 'sectionChief', 'deputyHead', 'agencyHead'];

/** Whose right an order asks for: a role named here, or one that the flow names. */
type Holder = 'step' | 'untimedApprover' | 'extensionApprover' | 'watcher' | readonly Role[];

const holders: { readonly [T in OrderType]: Holder } = {
  checkIn: 'step',
  accept: 'step',
  refuseAcceptance: 'step',
  finishReview: 'step',
  requestUntimedStep: 'step',
  approveUntimedStep: 'untimedApprover',
  declineUntimedStep: 'untimedApprover',
  recordNotice: 'step',
  startUntimedStep: 'step',
  finishExpertReview: 'step',
  finishInspection: 'step',
  finishHearing: 'step',
  makeDecision: 'step',
  issueCertificate: 'step',
  deliver: 'step',
  withdraw: ['windowClerk'],
  requestExtension: ['caseOfficer', 'reviewer'],
  approveExtension: 'extensionApprover',
  declineExtension: 'extensionApprover',
  changeContact: ['windowClerk'],
  acknowledge: 'watcher',
  remind: 'watcher',
  advanceClock: ['systemAdmin'],
};

/** An order as far as rights go: its type and the step it names. */
export interface Asked {
  readonly type: OrderType;
  readonly stepId?: string | null;
}

/** Whether this person may give this order to this case. Default: no. Refusal `not-allowed`. */
export function can(actor: Actor, order: Asked, world: World, state: CaseState): true | Rejection {
  const holder = holders[order.type];
  const wanted = rolesOf(holder, order, world);
  const { departmentId, regionCode } = state.filing;
  const everywhere = order.type === 'advanceClock';
  const held = actor.posts.some((post) => {
    if (holder === 'watcher' && isSupervising(post.role)) return covers(post.regionCode, regionCode);
    return wanted.includes(post.role) && (everywhere || post.departmentId === departmentId);
  });
  if (held) return true;
  const names = holder === 'watcher' ? [...supervising, ...wanted] : wanted;
  return reject(
    'not-allowed',
    `expected a post as ${names.join(' or ') || 'nobody'} for ${order.type}, but it is not held`,
  );
}

function rolesOf(holder: Holder, order: Asked, world: World): readonly Role[] {
  const step = world.plan.steps.find((planned) => planned.id === order.stepId);
  switch (holder) {
    case 'step':
      return step ? [step.by] : [];
    case 'untimedApprover':
      return step?.untimed ? [step.untimed.approvedBy] : [];
    case 'extensionApprover':
      return world.plan.limits.extension ? [world.plan.limits.extension.approver] : [];
    case 'watcher':
      return answering;
    default:
      return holder;
  }
}

function isSupervising(role: Role): boolean {
  return (supervising as readonly Role[]).includes(role);
}

/** Whether this person sees a case at all: not visible is not existing. Administrators see no cases. */
export function canSee(actor: Actor, where: { departmentId: string; regionCode: string }): boolean {
  return actor.posts.some((post) => {
    if (post.role === 'systemAdmin' || post.role === 'catalogueAdmin') return false;
    if (isSupervising(post.role)) return covers(post.regionCode, where.regionCode);
    return post.departmentId === where.departmentId;
  });
}
