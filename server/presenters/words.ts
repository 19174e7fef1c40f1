import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { caseResults } from '../../domain/case/filing.ts';
import type { CaseResult } from '../../domain/case/filing.ts';
import { clockKinds, levels } from '../../domain/flow/definition.ts';
import type { ClockKind, FlowDefinition, Level, Step } from '../../domain/flow/definition.ts';
import { stepsOf } from '../../domain/flow/blocks.ts';
import { roles } from '../../domain/people/roles.ts';
import type { Role } from '../../domain/people/roles.ts';

/** As rfc3339, null for null. */
export function instantOrNull(ms: number | null): string | null {
  return ms === null ? null : rfc3339(ms);
}

/** Finds the steps of a definition by id. */
export function stepBook(definition: FlowDefinition): ReadonlyMap<string, Step> {
  return new Map(stepsOf(definition).map((step) => [step.id, step]));
}

/** The title of a step, or its id when the definition does not know it. */
export function stepTitle(book: ReadonlyMap<string, Step>, stepId: string): string {
  return book.get(stepId)?.title ?? stepId;
}

/** The title of a clock: its kind, and for the clock of a step the step's title: 不计时环节承诺时限（专家评审）. */
export function clockTitle(o: { kind: ClockKind; stepId: string | null; book: ReadonlyMap<string, Step> }): string {
  const kind = clockKinds[o.kind];
  return o.stepId === null ? kind : `${kind}（${stepTitle(o.book, o.stepId)}）`;
}

/** Splits the id of a clock: `promise:expert` is the promise of the step expert. */
export function clockOf(id: string): { kind: ClockKind; stepId: string | null } | null {
  const at = id.indexOf(':');
  const kind = at < 0 ? id : id.slice(0, at);
  return isClockKind(kind) ? { kind, stepId: at < 0 ? null : id.slice(at + 1) } : null;
}

function isClockKind(kind: string): kind is ClockKind {
  return Object.hasOwn(clockKinds, kind);
}

/** The title of a clock by its id; the id itself when its kind is not known. */
export function clockTitleOf(id: string, book: ReadonlyMap<string, Step>): string {
  const clock = clockOf(id);
  return clock === null ? id : clockTitle({ ...clock, book });
}

export const roleTitle = (role: Role): string => roles[role];
export const levelTitle = (level: Level): string => levels[level];
export const resultTitle = (result: CaseResult | null): string | null => (result === null ? null : caseResults[result]);
