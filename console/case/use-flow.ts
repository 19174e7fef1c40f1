import { useRoute } from '../queries.ts';
import type { CaseData } from '../steps/case-data.ts';

/** The flow version a case was filed under: found among the item's versions by its SHA-256. Immutable, so asked once. */
export function useFlowOf(view: Pick<CaseData, 'itemCode' | 'definition'>) {
  const forever = { staleMs: Number.POSITIVE_INFINITY };
  const versions = useRoute('listFlows', { params: { itemCode: view.itemCode } }, forever);
  const flowId = versions.data?.items.find(({ sha256 }) => sha256 === view.definition)?.id;
  return useRoute('oneFlow', { params: { flowId: flowId ?? '' } }, { ...forever, enabled: flowId !== undefined });
}
