import type { Said } from './said.ts';

/** Which round of a step or clock it is. */
export function sayRound(round: number): Said {
  return { zh: `第 ${round} 轮`, en: `round ${round}` };
}
