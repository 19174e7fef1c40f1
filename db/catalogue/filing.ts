import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { readDefinition } from '../../domain/flow/read.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** An item as a filing needs it: whose it is, and the flow in force; null while none is published. */
export interface Filable {
  readonly departmentId: string;
  readonly regionCode: string;
  readonly flow: { readonly sha256: string; readonly definition: FlowDefinition } | null;
}

const read = {
  name: 'item-filable',
  text: `SELECT i.department_id AS "departmentId", d.region_code AS "regionCode", f.flow
    FROM item i JOIN department d ON d.id = i.department_id
    LEFT JOIN LATERAL (SELECT json_build_object('sha256', v.sha256, 'definition', v.definition) AS flow FROM flow_version v
      WHERE v.item_code = i.code AND v.status = 'published' ORDER BY v.version DESC LIMIT 1) f ON true
    WHERE i.code = $1`,
};

/** What a filing of an item pins; null when there is no such item. */
export async function filable(db: Queryable, itemCode: string): Promise<Filable | null> {
  const [item] = await run<{ departmentId: string; regionCode: string; flow: Filable['flow'] }>(db, read, [itemCode]);
  if (item === undefined) return null;
  const flow = item.flow && { ...item.flow, definition: readDefinition(item.flow.definition) };
  return { departmentId: item.departmentId, regionCode: item.regionCode, flow };
}
