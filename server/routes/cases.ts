import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Person } from '../../db/people/users.ts';
import { readFacts } from '../../db/journal/facts.ts';
import { postHolders } from '../../db/people/directory.ts';
import { readHead } from '../../db/journal/head.ts';
import type { Head } from '../../db/journal/head.ts';
import { kindsFromSeries } from '../../db/numbers/patterns.ts';
import { caseView, wordsOf } from '../../db/views/case-view.ts';
import { allowed } from '../../domain/case/allowed.ts';
import { shownOf } from '../../domain/case/shown.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { isClockError } from '../../domain/clock/clock.ts';
import { worksFor } from '../../domain/people/can.ts';
import { stepBook } from '../../domain/words/clock-title.ts';
import type { Language } from '../../domain/words/said.ts';
import { createHourly } from '../audit.ts';
import type { WriteAudit } from '../audit.ts';
import type { BusinessTime } from '../business-time.ts';
import type { Definitions } from '../definitions.ts';
import type { AppDeps } from '../deps.ts';
import { digestsIn, peopleIn, presentCase, rolesIn } from '../presenters/case-view.ts';
import { languageOf } from '../problem-reply.ts';
import { explainClock } from '../presenters/explain.ts';
import { digestsOf, peopleOf, presentTimeline } from '../presenters/timeline.ts';
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
  const headOf = async (person: Person, caseId: string): Promise<Head | Problem> => {
    const refusal = await tools.visibility.refusalFor(person, caseId);
    return refusal ?? (await readHead(db, caseId)) ?? noSuchCase();
  };
  const surroundings = async (state: CaseState, language: Language = 'zh') => {
    const { filing } = state;
    const all = [tools.time.read(), worlds.worldOf(state), tools.definitions(filing.definition, language)] as const;
    const [{ today }, world, definition] = await Promise.all(all);
    return { today, world, definition };
  };
  const hourly = createHourly(Date.now);
  /** Who sees a case unmasked is audited once an hour: pages ask again and again. */
  const seen = async (o: { person: Person; state: CaseState; caseId: string; audit: WriteAudit }): Promise<boolean> => {
    const { filing } = o.state;
    const handles = worksFor(o.person, filing.departmentId);
    const write = async () => o.audit({ kind: 'unmaskedViewed', subject: filing.caseNo });
    if (handles) await hourly(`${o.person.id} ${o.caseId}`, write);
    return handles;
  };
  return {
    oneCase: async ({ params: { caseId }, person, request, audit }) => {
      const refusal = await tools.visibility.refusalFor(person, caseId);
      if (refusal !== null) return refusal;
      const rows = await caseView(db, caseId);
      if (rows === null) return noSuchCase();
      const { state } = rows;
      const [around, words, fromSeries] = await Promise.all([
        surroundings(state, languageOf(request)),
        wordsOf(db, { caseIds: [caseId], digests: digestsIn(rows), people: peopleIn(state) }),
        kindsFromSeries(db, state.filing.departmentId),
      ]);
      const { world, today } = around;
      const offers = allowed({ world, state, actor: person, today });
      const holders = await postHolders(db, state.filing.departmentId, rolesIn(world, state, offers));
      const reader = {
        viewer: person,
        handles: await seen({ person, state, caseId, audit }),
        language: languageOf(request),
      };
      return presentCase({ rows, words, ...around, ...reader, allowed: offers, holders, fromSeries });
    },
    timeline: async ({ params: { caseId }, person, audit }) => {
      const head = await headOf(person, caseId);
      if (isProblem(head)) return head;
      const facts = await readFacts(db, caseId, 0);
      const people = [...new Set(facts.flatMap(peopleOf))];
      const handles = await seen({ person, state: head.state, caseId, audit });
      const digests = handles ? facts.flatMap(digestsOf) : [];
      const [words, definition] = await Promise.all([
        wordsOf(db, { caseIds: [caseId], digests, people }),
        tools.definitions(head.state.filing.definition),
      ]);
      return { items: presentTimeline({ facts, words, definition, handles }) };
    },
    explainClock: async ({ params, person }) => {
      const head = await headOf(person, params.caseId);
      if (isProblem(head)) return head;
      const { clocks, steps } = shownOf(head.state);
      const clock = clocks.findLast(({ id }) => id === params.clock);
      if (clock === undefined) return problem('not-found', `expected a clock ${params.clock}, but the case has none`);
      const { world, today, definition } = await surroundings(head.state);
      const explained = explainClock({ clock, world, today, book: stepBook(definition), steps });
      return isClockError(explained) ? problem(explained.code, explained.detail) : explained;
    },
  };
}
