import { said, bracketed } from '../i18n/said.ts';
import type { StepData } from './case-data.ts';

type Whose = NonNullable<StepData['next']>;

/** 承办人（江承文、江承武）; the post alone where many hold it. */
export function whoseText({ role, roleTitle, name }: Whose): string {
  const post = said('role', role, roleTitle);
  return name === null ? post : `${post}${bracketed(name)}`;
}
