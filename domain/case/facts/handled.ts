import type { CaseState } from '../state.ts';

/** People who reviewed or decided: they do not preside a hearing of the case (XKF 48). */
export function handledBy(state: CaseState, ids: readonly (string | null)[]): CaseState {
  const fresh = ids.filter((id): id is string => id !== null && !state.handledBy.includes(id));
  return fresh.length === 0 ? state : { ...state, handledBy: [...state.handledBy, ...new Set(fresh)] };
}

/** From these rules on who checked the facts on site counts as having reviewed. */
const checkersReview = 3;

/** Who checked the facts of the case (XKF 34). */
export function checkedFacts(state: CaseState, ids: readonly string[]): CaseState {
  return state.rules >= checkersReview ? handledBy(state, ids) : state;
}
