import { handlesCases, roles } from '../../people/roles.ts';
import { rolesAsked } from '../roles-asked.ts';
import type { Finding } from './finding.ts';
import { error } from './finding.ts';
import type { Subject } from './subject.ts';

/** Roles that nobody with an enabled account holds in the item's department: a case would stand still there. One finding a role. */
export function checkPeople({ definition, tools: { held } }: Subject): Finding[] {
  if (held === undefined) return [];
  const asked = new Map(
    rolesAsked(definition)
      .toReversed()
      .map((one) => [one.role, one]),
  );
  return [...asked.values()].toReversed().flatMap(({ at, role, does }) => {
    if (!Object.hasOwn(roles, role) || !handlesCases(role) || held.has(role)) return [];
    const { zh } = roles[role];
    const message = `本部门没有人担任${zh}，不能${does}，办件会停在这里`;
    const fix = `请安全管理员为本部门人员设置${zh}岗位，或者改由别的角色办理`;
    return [error({ at, code: 'role-unheld', message, fix })];
  });
}
