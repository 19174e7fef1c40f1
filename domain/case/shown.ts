import { startOfDay } from '../clock/civil-date.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import type { CaseState } from './state.ts';

/** Since when a permit is revoked, by the agency or the one above; null: it holds, or there is none. */
export function revokedOn({ revocation }: Pick<CaseState, 'revocation'>): CivilDate | null {
  return revocation?.state === 'revoked' || revocation?.state === 'revokedAbove' ? revocation.on : null;
}

/**
 * A case as people are shown it. Once its permit is revoked nobody checks what it rested on: the step that is still open (only 事后核查 can
 * be, after the service) and its clock are over. In the machine both run on: what it recorded may not change.
 */
export function shownOf(state: CaseState): CaseState {
  const on = revokedOn(state);
  if (on === null || state.status === 'closed') return state;
  return {
    ...state,
    clocks: state.clocks.map((clock) => (clock.endedOn === null ? { ...clock, endedOn: on } : clock)),
    steps: state.steps.map((step) =>
      step.outcome === null ? { ...step, outcome: 'ended', finishedAt: startOfDay(on) } : step,
    ),
  };
}
