import type { Role } from '../people/roles.ts';
import { locatedSteps } from './blocks.ts';
import type { FlowDefinition } from './definition.ts';

/** A role without which a case of the flow stands still, and where the flow asks for it. */
export interface RoleAsked {
  readonly at: string;
  readonly role: Role;
  /** What its holder does: a step by its title, the approval of its start, or of an extension. */
  readonly does: string;
}

/** Every role that somebody of the item's department must hold for its cases to go on. Who is only warned is not asked. */
export function rolesAsked(definition: FlowDefinition): RoleAsked[] {
  const steps = locatedSteps(definition).flatMap(({ at, step: { title, by, untimed } }): RoleAsked[] => [
    { at: `${at}/by`, role: by, does: `办理“${title}”` },
    ...(untimed === undefined
      ? []
      : [{ at: `${at}/untimed/approvedBy`, role: untimed.approvedBy, does: `批准启动“${title}”` }]),
  ]);
  const sets = [
    { at: '/limits', limits: definition.limits },
    ...definition.limitBranches.map(({ limits }, i) => ({ at: `/limitBranches/${i}/limits`, limits })),
  ];
  const approvers = sets.flatMap(({ at, limits: { extension } }) =>
    extension === null || extension === undefined
      ? []
      : [{ at: `${at}/extension/approver`, role: extension.approver, does: '批准延长审批' }],
  );
  return [...steps, ...approvers];
}
