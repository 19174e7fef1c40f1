import { catalogue, isProblem, problem, problemCodes } from '../../contract/problem.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { OkOf } from '../../contract/routes.ts';
import { mostDays, mostStops } from '../../contract/routes/open.ts';
import { lookup } from '../../db/views/lookup.ts';
import { compileCalendar, nationalCalendar, nationalDays, upToHorizon } from '../../domain/clock/calendar.ts';
import { readFacts } from '../../db/journal/facts.ts';
import { rfc3339, toDayNumber } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { ClockError } from '../../domain/clock/clock.ts';
import { isClockError } from '../../domain/clock/clock.ts';
import { explain } from '../../domain/clock/explain.ts';
import { answerQuestion, readQuestion } from '../../domain/clock/question.ts';
import type { Question } from '../../domain/clock/question.ts';
import type { AppDeps } from '../deps.ts';
import { caseOfCode } from '../code-check.ts';
import type { Guesses } from '../guesses.ts';
import { presentExplanation } from '../presenters/explain.ts';
import { languageOf } from '../problem-reply.ts';
import { presentLookup } from '../presenters/lookup.ts';
import { presentSite } from '../presenters/site.ts';
import { noSuchCase } from '../visible-case.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';

type Names =
  | 'site'
  | 'lookup'
  | 'reckonClock'
  | 'explainAnyClock'
  | 'listProblems'
  | 'oneProblem'
  | 'businessClock'
  | 'advanceBusinessClock';

/** What needs no account, and the business clock of demonstrations. */
export function openHandlers(
  { db, gateway, config }: AppDeps,
  { guesses, ...tools }: CaseTools & { readonly guesses: Guesses },
): Pick<Handlers, Names> {
  const calendar = upToHorizon(compileCalendar(nationalCalendar()));
  const describeDay = nationalDays();
  return {
    site: async () => presentSite(config.demo),
    lookup: async ({ body, request, receivedAt }) => {
      const right = await caseOfCode(
        { db, secret: config.sessionSecret, guesses },
        { ...body, address: request.ip, now: receivedAt },
      );
      if (isProblem(right)) return right;
      const found = await lookup(db, right.caseId);
      if (found === null) return noSuchCase();
      const language = languageOf(request);
      const [{ today }, facts, definition] = await Promise.all([
        tools.time.read(),
        readFacts(db, right.caseId, 0),
        tools.definitions(found.definition, language),
      ]);
      return presentLookup({ found, facts, definition, calendar, today, language });
    },
    reckonClock: async ({ body }) => {
      const question = readBounded(body);
      if (isClockError(question)) return refused(question);
      const answer = answerQuestion(question, calendar);
      return isClockError(answer) ? refused(answer) : answer;
    },
    explainAnyClock: async ({ body }) => {
      const question = readBounded(body);
      if (isClockError(question)) return refused(question);
      const answer = answerQuestion(question, calendar);
      if (isClockError(answer)) return refused(answer);
      if (daysOf(question, answer.dueOn) > mostDays) {
        return problem('bad-request', `expected at most ${mostDays} days to explain, but there are more`);
      }
      const stops = question.clock.stops.map((_stop, index) => ({ step: `第${index + 1}次暂停计时` }));
      const day = question.today === undefined ? {} : { today: question.today };
      const explained = explain(question.clock, calendar, {
        labels: { startedBy: '起算', stops },
        describeDay,
        ...day,
      });
      return isClockError(explained) ? refused(explained) : presentExplanation(explained);
    },
    listProblems: async () => ({ items: problemCodes.map(entryOf) }),
    oneProblem: async ({ params }) => entryOf(params.code),
    businessClock: async () => {
      const { version, offset, now, today } = await tools.time.read();
      return { demo: config.demo, version, offsetMs: offset, now: rfc3339(now), today };
    },
    advanceBusinessClock: async ({ body, person }) => {
      if (!config.demo) return problem('demo-only', 'expected a demonstration, but this is none');
      if ((body.days === undefined) === (body.to === undefined)) {
        return problem('bad-request', 'expected either days or to, but found both or none', {
          errors: [{ pointer: '/days', code: 'required', message: '推进天数和推进到的日期须填且只填一个' }],
        });
      }
      const actor = { id: person.id, posts: person.posts };
      // The schema's format has checked the day.
      const target = body.to === undefined ? { days: body.days ?? 0 } : { to: body.to as CivilDate };
      const stored = await gateway.advance({ ...target, actor });
      tools.time.forget();
      return { stored };
    },
  };
}

function entryOf(code: ProblemCode): OkOf<'oneProblem'> {
  const { status, zh, en, sentence } = catalogue[code];
  return { code, status, title: zh, titleEn: en, sentence };
}

function refused({ code, detail }: ClockError) {
  return problem(code, detail);
}

function readBounded(body: unknown): Question | ClockError {
  const question = readQuestion(withoutId(body));
  if (isClockError(question) || question.clock.stops.length <= mostStops) return question;
  return { code: 'invalid-stops', detail: `expected at most ${mostStops} stops, but there are more` };
}

/** How many days an explanation has: to the due date, or to the day asked about where it is later. */
function daysOf({ clock, today }: Question, dueOn: CivilDate | null): number {
  const ends = [dueOn, today, ...clock.stops.map(({ from }) => from)].map((day) => toDayNumber(day ?? clock.startedOn));
  return Math.max(...ends) - toDayNumber(clock.startedOn) + 1;
}

/** The command line names its questions; over HTTP a name is allowed and not used. */
function withoutId(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body) || !('id' in body)) return body;
  const { id: _id, ...question } = body;
  return question;
}
