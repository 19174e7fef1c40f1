import type { Shares } from '../case/passed.ts';
import type { Said } from './said.ts';
import { en, zh } from './sentence.ts';

/** Whose days they were, as a clause; null where nobody shares them. */
export function sayShares(shares: Shares | undefined): Said | null {
  if (shares === undefined) return null;
  const { window, department } = shares;
  return {
    zh: zh`窗口用 ${window} 个工作日，部门用 ${department} 个工作日`,
    en: en`the window used ${counted(window)}, the department ${counted(department)}`,
  };
}

function counted(days: number): string {
  return days === 1 ? '1 working day' : `${days} working days`;
}
