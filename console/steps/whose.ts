import { said, bracketed } from '../i18n/said.ts';
import type { StepData } from './case-data.ts';

type Whose = NonNullable<StepData['next']>;

/** 承办人（江承文、江承武）; the post alone where many hold it. */
export function whoseText({ role, roleTitle, name }: Whose): string {
  const post = said('role', role, roleTitle);
  return name === null ? post : `${post}${bracketed(name)}`;
}

/** Whether the next act on a step is its own post's, not that of who approves, confirms or signs first. */
export function isOwn({ next, by }: Pick<StepData, 'next' | 'by'>): boolean {
  return next === null || next.role === by;
}
