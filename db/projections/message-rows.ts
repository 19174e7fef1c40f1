import { facts as records } from '../../domain/case/facts/index.ts';
import type { Fact, FactOf, FactType } from '../../domain/case/facts/index.ts';
import type { Telling } from '../../domain/case/facts/fact-record.ts';
import type { CaseState, World } from '../../domain/case/state.ts';
import { inOfficeHours } from '../../domain/case/office-hours.ts';
import { toldOf } from '../../domain/case/tasks.ts';
import type { message } from '../schema/read.ts';

export type MessageRow = typeof message.$inferSelect;

/**
 * The messages that facts cause: one for each fact and recipient. `at` is when it is told: at once what a person did, in the next office
 * hours of the case's calendar what time alone caused (the fact itself stays dated at its instant). `refId` is the warning, the step, or
 * (extension) the case. Written once with the facts, never by a rebuild.
 */
export function messageRowsOf(facts: readonly Fact[], world: World, state: CaseState): MessageRow[] {
  const { caseId } = state;
  const { departmentId, regionCode } = state.filing;
  return facts.flatMap(({ seq, recordedAt, requestId, body }) => {
    const telling = tellingOf(body, world, state);
    if (telling === null) return [];
    const at = new Date(requestId === 'tick' ? inOfficeHours(world.calendar, recordedAt) : recordedAt);
    return toldOf(world, state, telling).map((told) => ({
      messageId: `${caseId}:${seq}:${typeof told === 'string' ? told : told.person}`,
      caseId,
      seq,
      role: typeof told === 'string' ? told : null,
      personId: typeof told === 'string' ? null : told.person,
      departmentId,
      regionCode,
      kind: body.type,
      level: telling.level,
      refId: telling.refId,
      at,
    }));
  });
}

function tellingOf<T extends FactType>(body: FactOf<T>, world: World, state: CaseState): Telling | null {
  const { tells } = records[body.type as T];
  return tells === 'nobody' ? null : tells.whom(body, world, state);
}
