import type { OkOf } from '../../contract/routes.ts';
import type { FlowVersion } from '../../db/catalogue/flows.ts';
import type { Item, ItemRow } from '../../db/catalogue/items.ts';
import { instantOrNull } from './words.ts';

/** A service item in a list. */
export function summaryOf(row: ItemRow): OkOf<'listItems'>['items'][number] {
  const { code, name, type, departmentId, departmentName } = row;
  return { code, name, type, departmentId, departmentName };
}

/** A service item with its guide and the flow that new cases pin: limits, materials, form and picture come from it. */
export function presentItem(found: Item, flow: FlowVersion | null): OkOf<'oneItem'> {
  const { basicCode, revision, guide } = found;
  const current =
    flow === null ? null : { id: flow.id, version: flow.version, sha256: flow.sha256, definition: flow.definition };
  return { ...summaryOf(found), basicCode, revision, guide: { ...guide }, flow: current };
}

/** A version of a flow with its definition and what the gate found in it. */
export function presentFlow(flow: FlowVersion): OkOf<'oneFlow'> {
  return { ...summarizeFlow(flow), definition: flow.definition, findings: [...flow.findings] };
}

/** A version of a flow in the list of its item. */
export function summarizeFlow(flow: Omit<FlowVersion, 'definition' | 'findings'>): OkOf<'listFlows'>['items'][number] {
  const { id, itemCode, version, status, sha256, revision, draftedBy, publishedBy, publishedAt } = flow;
  return {
    id,
    itemCode,
    version,
    status,
    sha256,
    revision,
    draftedBy,
    publishedBy,
    publishedAt: instantOrNull(publishedAt),
  };
}
