import { planBinds } from './planned.ts';
import { acceptedBySilence } from './silent.ts';
import type { CaseState, World } from './state.ts';

/**
 * The materials without which nothing is granted and that are not there yet: those let in to come later (容缺后补), and after an
 * acceptance by silence the necessary ones as well, for it does not wait for them.
 */
export function outstanding({ plan }: World, state: CaseState): readonly string[] {
  const isDue = ({ necessary, deferrable }: (typeof plan.materials)[number]) =>
    (deferrable === true && planBinds(state)) || (necessary && acceptedBySilence(state));
  return plan.materials.filter((one) => isDue(one) && !state.received.includes(one.id)).map(({ id }) => id);
}

/** The first of some materials that the item does not list. */
export function stranger({ plan }: World, ids: readonly string[]): string | undefined {
  return ids.find((id) => !plan.materials.some((material) => material.id === id));
}
