import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { caseResults } from '../../domain/case/filing.ts';
import type { CaseResult } from '../../domain/case/filing.ts';
import { levels } from '../../domain/flow/definition.ts';
import type { Level } from '../../domain/flow/definition.ts';
import { roles } from '../../domain/people/roles.ts';
import type { Role } from '../../domain/people/roles.ts';

/** As rfc3339, null for null. */
export function instantOrNull(ms: number | null): string | null {
  return ms === null ? null : rfc3339(ms);
}

export const roleTitle = (role: Role): string => roles[role].zh;
export const levelTitle = (level: Level): string => levels[level].zh;
export const resultTitle = (result: CaseResult | null): string | null =>
  result === null ? null : caseResults[result].zh;
