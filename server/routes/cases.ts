import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Person } from '../../db/people/users.ts';
import { caseView } from '../../db/views/case-view.ts';
import type { CaseView } from '../../db/views/case-view.ts';
import { allowed } from '../../domain/case/allowed.ts';
import { isClockError } from '../../domain/clock/clock.ts';
import { canSee, supervising } from '../../domain/people/can.ts';
import type { Actor } from '../../domain/people/roles.ts';
import { stepBook } from '../../domain/words/clock-title.ts';
import type { BusinessTime } from '../business-time.ts';
import type { Definitions } from '../definitions.ts';
import type { AppDeps } from '../deps.ts';
import { presentCase } from '../presenters/case-view.ts';
import { languageOf } from '../problem-reply.ts';
import { explainClock } from '../presenters/explain.ts';
import { presentTimeline } from '../presenters/timeline.ts';
import { noSuchCase } from '../visible-case.ts';
import type { Visibility } from '../visible-case.ts';
import type { Handlers } from './handler.ts';

/** What the routes of cases share beside the dependencies of the process. */
export interface CaseTools {
  readonly time: BusinessTime;
  readonly definitions: Definitions;
  readonly visibility: Visibility;
}

/** One case: its page, its timeline, its clocks explained. */
export function caseHandlers(
  { db, worlds }: AppDeps,
  tools: CaseTools,
): Pick<Handlers, 'oneCase' | 'timeline' | 'explainClock'> {
  const open = async (person: Person, caseId: string): Promise<CaseView | Problem> => {
    const rows = await caseView(db, caseId);
    return rows !== null && canSee(person, rows.row) ? rows : noSuchCase();
  };
  return {
    oneCase: async ({ params, person, request, reply }) => {
      const rows = await open(person, params.caseId);
      if (isProblem(rows)) return rows;
      const [{ today }, world, definition] = await Promise.all([
        tools.time.read(),
        worlds.worldOf(rows.state),
        tools.definitions(rows.state.filing.definition),
      ]);
      const offers = allowed({ world, state: rows.state, actor: person, today });
      reply.header('etag', `"v${rows.state.seq}"`);
      const language = languageOf(request);
      return presentCase({ rows, world, definition, today, handles: handles(person, rows), allowed: offers, language });
    },
    timeline: async ({ params, person }) => {
      const rows = await open(person, params.caseId);
      if (isProblem(rows)) return rows;
      const definition = await tools.definitions(rows.state.filing.definition);
      return { items: presentTimeline({ rows, definition, handles: handles(person, rows) }) };
    },
    explainClock: async ({ params, person }) => {
      const rows = await open(person, params.caseId);
      if (isProblem(rows)) return rows;
      const clock = rows.state.clocks.findLast(({ id }) => id === params.clock);
      if (clock === undefined) return problem('not-found', `expected a clock ${params.clock}, but the case has none`);
      const [{ today }, world, definition] = await Promise.all([
        tools.time.read(),
        worlds.worldOf(rows.state),
        tools.definitions(rows.state.filing.definition),
      ]);
      const explained = explainClock({ clock, world, today, book: stepBook(definition) });
      return isClockError(explained) ? problem(explained.code, explained.detail) : explained;
    },
  };
}

/** Who works for the case's department sees personal data; who only watches sees masks. */
function handles(person: Actor, { row }: CaseView): boolean {
  return person.posts.some(
    ({ role, departmentId }) => departmentId === row.departmentId && !supervising.some((name) => name === role),
  );
}
