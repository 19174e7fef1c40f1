import type { Fact, FactBody } from '../../domain/case/facts.ts';
import type { CaseState, World } from '../../domain/case/state.ts';
import type { Level } from '../../domain/flow/definition.ts';
import type { Role } from '../../domain/people/roles.ts';
import type { message } from '../schema/read.ts';
import { plannedStep } from './step-rows.ts';

export type MessageRow = typeof message.$inferSelect;

interface Told {
  readonly to: readonly Role[];
  readonly refId: string;
  readonly level: Level | null;
}

/**
 * The messages that facts cause: one for each fact and role, at the instant it became known. `refId` is the warning, the step,
 * or (extension) the case. Written once with the facts, never by a rebuild.
 */
export function messageRowsOf(facts: readonly Fact[], world: World, state: CaseState): MessageRow[] {
  const { caseId } = state;
  const { departmentId, regionCode } = state.filing;
  return facts.flatMap(({ seq, recordedAt, body }) => {
    const told = toldBy(body, world, caseId);
    if (told === null) return [];
    return [...new Set(told.to)].map((role) => ({
      messageId: `${caseId}:${seq}:${role}`,
      caseId,
      seq,
      role,
      departmentId,
      regionCode,
      kind: body.type,
      level: told.level,
      refId: told.refId,
      at: new Date(recordedAt),
    }));
  });
}

function toldBy(body: FactBody, world: World, caseId: string): Told | null {
  switch (body.type) {
    case 'WarningRaised':
      return { to: body.to, refId: body.warningId, level: body.level };
    case 'StepOpened':
    case 'Reminded':
      return { to: [plannedStep(world, body.stepId).by], refId: body.stepId, level: null };
    case 'UntimedStepRequested': {
      const approver = plannedStep(world, body.stepId).untimed?.approvedBy;
      return { to: approver === undefined ? [] : [approver], refId: body.stepId, level: null };
    }
    case 'ExtensionRequested': {
      const approver = world.plan.limits.extension?.approver;
      return { to: approver === undefined ? [] : [approver], refId: caseId, level: null };
    }
    default:
      return null;
  }
}
