import { reject } from '../rejection.ts';
import type { Rejection, RejectionCode } from '../rejection.ts';
import { planBinds } from './planned.ts';
import { acceptedBySilence } from './silent.ts';
import type { CaseState, World } from './state.ts';
import { isUntrue } from './undertaking.ts';

/**
 * The materials without which nothing is granted and that are not there yet: those let in to come later (容缺后补), those for which an
 * undertaking stood that was untrue, and after an acceptance by silence the necessary ones as well, for it does not wait for them.
 */
export function outstanding({ plan }: World, state: CaseState): readonly string[] {
  const isDue = ({ id, necessary, deferrable }: (typeof plan.materials)[number]) =>
    (deferrable === true && planBinds(state)) || (necessary && acceptedBySilence(state)) || isUntrue(state, id);
  return plan.materials.filter((one) => isDue(one) && !state.received.includes(one.id)).map(({ id }) => id);
}

/** Nothing is taken in, asked for or corrected that the item does not list. Refusal `unknown-material`, about the first of them. */
export function unlisted({ plan }: World, ids: readonly string[]): Rejection | null {
  const odd = ids.find((id) => !plan.materials.some((material) => material.id === id));
  if (odd === undefined) return null;
  return reject('unknown-material', `expected materials of the item's list, but ${odd} is not on it`, {
    materials: [odd],
  });
}

/** An order names something, and only of what is open to it. `what` says of what, the refusal is the act's own; it tells what is open. */
export function notOpen(
  named: readonly string[],
  open: readonly string[],
  { code, what }: { readonly code: RejectionCode; readonly what: string },
): Rejection | null {
  const odd = named.find((id) => !open.includes(id));
  if (odd === undefined && named.length > 0) return null;
  return reject(code, `expected ${what} (${open.join(', ')}), but got ${odd ?? 'nothing'}`, { materials: open });
}
