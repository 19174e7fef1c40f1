import type { Holder } from './acts/holder.ts';
import type { CaseState } from './state.ts';

/** From these rules on an application is refused acceptance by the window's lead only (domain.md 12.1.6). */
const leadRefuses = 5;

/** Whose 不予受理 is: the lead's of the window; of a case that was filed before these rules, who holds the step's task. */
export const refusedBy = (({ state }: { readonly state: CaseState }) =>
  (state.filedUnder ?? 0) >= leadRefuses ? (['windowLead'] as const) : 'handler') satisfies Holder;

/** The proposal to refuse acceptance that waits for the window's lead: only while the step it was made in is open. */
export function proposedRefusal({ refusal, steps }: CaseState): NonNullable<CaseState['refusal']> | null {
  if (refusal?.state !== 'proposed') return null;
  return steps.some(({ id, outcome }) => id === refusal.stepId && outcome === null) ? refusal : null;
}
