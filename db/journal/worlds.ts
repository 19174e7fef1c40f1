import type { CaseState, World } from '../../domain/case/state.ts';
import { compileCalendar } from '../../domain/clock/calendar.ts';
import type { Calendar, CalendarSnapshot } from '../../domain/clock/calendar.ts';
import { readRevision, revisionText } from '../../domain/clock/revision.ts';
import type { CalendarRevision, RecordedRevision } from '../../domain/clock/revision.ts';
import { compilePlan } from '../../domain/flow/compile.ts';
import { readDefinition } from '../../domain/flow/read.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import type { Plan } from '../../domain/flow/plan.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** Finds what cases are judged by: plans and calendars never change under their names, so they are read once. */
export interface Worlds {
  /** The world a case is in now: its pinned flow and branch, and the calendar it last adopted. */
  worldOf(state: CaseState): Promise<World>;
  /** @throws Error when the database has no such definition or calendar */
  worldFor(definitionSha: string, branch: string | null, calendar: RecordedRevision): Promise<World>;
}

const definitionOf = {
  name: 'world-definition',
  text: `SELECT definition FROM flow_version WHERE sha256 = $1 ORDER BY status = 'published' DESC LIMIT 1`,
};
const snapshotOf = {
  name: 'world-calendar',
  text: 'SELECT snapshot FROM calendar_revision WHERE region = $1 AND revision = $2',
};

const cacheLimit = 500;

/** A reader of worlds with a cache of the last few hundred plans. */
export function createWorlds(db: Queryable): Worlds {
  const plans = new Map<string, Plan>();
  const calendars = new Map<string, Calendar>();

  async function planOf(sha256: string, branch: string | null): Promise<Plan> {
    const [row] = await run<{ definition: FlowDefinition }>(db, definitionOf, [sha256]);
    if (row === undefined) throw new Error(`expected the flow ${sha256} in flow_version, but it is not there`);
    return compilePlan(readDefinition(row.definition), branch, sha256);
  }
  async function calendarOf(wanted: CalendarRevision): Promise<Calendar> {
    const [row] = await run<{ snapshot: CalendarSnapshot }>(db, snapshotOf, [wanted.region, wanted.revision]);
    if (row === undefined)
      throw new Error(`expected calendar ${revisionText(wanted)} in calendar_revision, but it is not there`);
    return compileCalendar(row.snapshot);
  }
  async function worldFor(definitionSha: string, branch: string | null, recorded: RecordedRevision): Promise<World> {
    const plan = await cached(plans, `${definitionSha} ${branch ?? ''}`, () => planOf(definitionSha, branch));
    const revision = readRevision(recorded);
    const calendar = await cached(calendars, revisionText(revision), () => calendarOf(revision));
    return { plan, calendar };
  }
  return {
    worldFor,
    worldOf: (state) => worldFor(state.filing.definition, state.filing.branch, state.calendar),
  };
}

async function cached<T>(cache: Map<string, T>, key: string, read: () => Promise<T>): Promise<T> {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = await read();
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(key, value);
  return value;
}
