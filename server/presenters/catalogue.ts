import type { OkOf } from '../../contract/routes.ts';
import type { FlowVersion, FlowVersionRow } from '../../db/catalogue/flows.ts';
import type { GuideRow, Item, ItemRow } from '../../db/catalogue/items.ts';
import { flowActs } from './flow-acts.ts';
import type { Viewer } from './flow-acts.ts';
import { instantOrNull } from './words.ts';

/** A service item in the public list. */
export function summaryOf(row: GuideRow): OkOf<'listGuides'>['items'][number] {
  const { code, name, type, departmentId, departmentName } = row;
  return { code, name, type, departmentId, departmentName };
}

/** A service item in the list of staff: with its published version and what is being drafted. */
export function presentRow(row: ItemRow): OkOf<'listItems'>['items'][number] {
  return { ...summaryOf(row), publishedVersion: row.published?.version ?? null, drafts: row.drafts };
}

/** A service item with its guide and the flow that new cases pin: limits, materials, form and picture come from it. */
export function presentItem(found: Item, flow: FlowVersion | null): OkOf<'oneItem'> {
  const { basicCode, revision, guide } = found;
  const current =
    flow === null ? null : { id: flow.id, version: flow.version, sha256: flow.sha256, definition: flow.definition };
  return { ...summaryOf(found), basicCode, revision, guide: { ...guide }, flow: current };
}

/** A version of a flow with its definition, what the gate found in it, and what the viewer may do with it. */
export function presentFlow(flow: FlowVersion, of: Item, viewer: Viewer): OkOf<'oneFlow'> {
  return {
    ...summarizeFlow(flow),
    itemName: of.name,
    departmentId: of.departmentId,
    departmentName: of.departmentName,
    definition: flow.definition,
    findings: [...flow.findings],
    acts: flowActs(flow, viewer, of),
  };
}

/** A version in the list of its item, with the open cases that are handled by it. */
export function presentVersion(row: FlowVersionRow): OkOf<'listFlows'>['items'][number] {
  const { errors, warnings, runningCases } = row;
  return { ...summarizeFlow(row), errors, warnings, runningCases };
}

function summarizeFlow(flow: Omit<FlowVersion, 'definition' | 'findings' | 'superseded'>) {
  const { id, itemCode, version, status, sha256, revision, draftedBy, draftedByName, publishedBy, publishedAt } = flow;
  return {
    id,
    itemCode,
    version,
    status,
    sha256,
    revision,
    draftedBy,
    draftedByName,
    publishedBy,
    publishedByName: flow.publishedByName,
    publishedAt: instantOrNull(publishedAt),
  };
}
