import { planBinds } from './planned.ts';
import type { CaseState, World } from './state.ts';

/** The materials that were let in to come later (容缺后补) and are not there yet. */
export function outstanding({ plan }: World, state: CaseState): readonly string[] {
  if (!planBinds(state)) return [];
  return plan.materials
    .filter(({ id, deferrable }) => deferrable === true && !state.received.includes(id))
    .map(({ id }) => id);
}

/** The first of some materials that the item does not list. */
export function stranger({ plan }: World, ids: readonly string[]): string | undefined {
  return ids.find((id) => !plan.materials.some((material) => material.id === id));
}
