import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { readDefinition } from '../../domain/flow/read.ts';
import { rolesAsked } from '../../domain/flow/roles-asked.ts';
import type { Role } from '../../domain/people/roles.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import { heldRoles } from '../people/directory.ts';

/** A role that nobody of a department holds, and what stands still without it in its items. */
export interface Vacancy {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly role: Role;
  readonly does: readonly string[];
}

interface InForce {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly itemName: string;
  readonly definition: FlowDefinition;
}

/** The flows by which a department works: those in force, and older ones that open cases are pinned to. */
const inForce = {
  name: 'vacancies-flows',
  text: `SELECT i.department_id AS "departmentId", d.name AS "departmentName", i.name AS "itemName", f.definition
    FROM item i JOIN department d ON d.id = i.department_id JOIN flow_version f ON f.item_code = i.code AND f.status = 'published'
    WHERE i.department_id = ANY ($1::text[]) AND (
      NOT EXISTS (SELECT FROM flow_version n WHERE n.item_code = f.item_code AND n.status = 'published' AND n.version > f.version)
      OR EXISTS (SELECT FROM case_row c WHERE c.item_code = f.item_code AND c.definition = f.sha256 AND c.status = 'open'))
    ORDER BY i.department_id, i.name, f.version DESC`,
};

/** The roles of some departments that their flows ask for and nobody with an enabled account holds: asked of the people as they are now. */
export async function vacancies(db: Queryable, departmentIds: readonly string[]): Promise<Vacancy[]> {
  const flows = await run<InForce>(db, inForce, [departmentIds]);
  const found = new Map<string, Vacancy & { does: string[] }>();
  for (const departmentId of new Set(flows.map((flow) => flow.departmentId))) {
    const held = await heldRoles(db, departmentId);
    for (const { departmentName, itemName, definition } of flows.filter((flow) => flow.departmentId === departmentId)) {
      for (const { role, does } of rolesAsked(readDefinition(definition)).filter((asked) => !held.has(asked.role))) {
        const key = `${departmentId} ${role}`;
        const vacancy = found.get(key) ?? { departmentId, departmentName, role, does: [] };
        const said = `${itemName}：${does}`;
        if (!vacancy.does.includes(said)) vacancy.does.push(said);
        found.set(key, vacancy);
      }
    }
  }
  return [...found.values()];
}
