import { readFact } from '../../../domain/case/facts/index.ts';
import type { Fact, FactType } from '../../../domain/case/facts/index.ts';
import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../../domain/clock/civil-date.ts';
import type { FlowDefinition, Level } from '../../../domain/flow/definition.ts';
import { roleOfInvented } from '../../../domain/flow/simulate/people.ts';
import type { Trial } from '../../../domain/flow/simulate/try-flow.ts';
import { isRole, roles } from '../../../domain/people/roles.ts';
import { caseBook } from '../../../domain/words/case-book.ts';
import { timelineOf } from '../../../domain/words/timeline.ts';
import { inLanguage } from '../../i18n/said.ts';

/** One act of a trial in words; `who`: null where time did it. `grave`: what must not be missed of what came with it. */
export interface ToldAct {
  readonly seq: number;
  readonly who: string | null;
  readonly sentence: string;
  /** Of a warning. */
  readonly level: Level | null;
  /** That it closed the case. */
  readonly end: string | null;
  readonly grave: readonly string[];
  readonly others: readonly string[];
}

/** The acts of one day. */
export interface ToldDay {
  readonly day: CivilDate;
  readonly acts: readonly ToldAct[];
}

const grave: ReadonlySet<FactType> = new Set(['WarningRaised', 'ClockLapsed', 'FindingRecorded']);

/** The facts of a trial day by day, in sentences. */
export function toldDays(definition: FlowDefinition, { facts }: Trial): readonly ToldDay[] {
  const book = caseBook({ definition, facts, texts: {}, people: peopleIn(facts) });
  const read = ({ body }: Fact) => inLanguage(readFact(body, book));
  const days = new Map<CivilDate, ToldAct[]>();
  for (const { lead, under } of timelineOf(facts)) {
    const day = civilDateOf(lead.at);
    const act = {
      seq: lead.seq,
      who: lead.actorId === null ? null : roleText(lead.actorId),
      sentence: read(lead),
      level: lead.body.type === 'WarningRaised' ? lead.body.level : null,
      end: under.filter(({ body }) => body.type === 'CaseClosed').map(read)[0] ?? null,
      grave: under.filter(({ body }) => grave.has(body.type)).map(read),
      others: under.filter(({ body }) => !grave.has(body.type) && body.type !== 'CaseClosed').map(read),
    };
    days.set(day, [...(days.get(day) ?? []), act]);
  }
  return [...days].map(([day, acts]) => ({ day, acts }));
}

/** Nobody has a name yet: everybody is called by the role. */
function peopleIn(facts: readonly Fact[]): Readonly<Record<string, string>> {
  const ids = facts.flatMap(({ actorId, body }) => [actorId, ...peopleOf(body)]);
  return Object.fromEntries(ids.flatMap((id) => (id === null ? [] : [[id, roleText(id)]])));
}

function peopleOf(body: Fact['body']): readonly string[] {
  switch (body.type) {
    case 'InspectionFinished':
      return body.inspectors;
    case 'HearingFinished':
      return [body.presider];
    case 'PassedToDepartment':
      return [body.receiver];
    case 'WarningRaised':
      return body.to.flatMap((told) => (typeof told === 'string' ? [] : [told.person]));
    default:
      return [];
  }
}

function roleText(id: string): string {
  const role = roleOfInvented(id);
  return isRole(role) ? inLanguage(roles[role]) : role;
}
