import type { OkOf } from '../contract/routes.ts';
import type { FlowVersion } from '../db/catalogue/flows.ts';
import type { Item } from '../db/catalogue/items.ts';
import { recordedCases } from '../db/catalogue/recorded-cases.ts';
import { impactOn } from '../domain/case/impact.ts';
import type { Asked, Moved } from '../domain/case/impact.ts';
import type { CivilDate } from '../domain/clock/civil-date.ts';
import { compilePlan } from '../domain/flow/compile.ts';
import type { FlowDefinition } from '../domain/flow/definition.ts';
import type { Plan } from '../domain/flow/plan.ts';
import { readClockTitle, stepBook } from '../domain/words/clock-title.ts';
import { inEnglish } from '../domain/words/in-english.ts';
import type { Language } from '../domain/words/said.ts';
import type { AppDeps } from './deps.ts';

/** So many cases say how a version would have done; states of some kilobytes each are read for it. */
const most = { open: 1_000, closed: 500 };
const shown = 100;

/** What a version would have done to the recorded cases of its item: each of them under its own version, and under this one. */
export async function impactOf(
  { db, worlds }: Pick<AppDeps, 'db' | 'worlds'>,
  {
    flow,
    of,
    today,
    language,
  }: { readonly flow: FlowVersion; readonly of: Item; readonly today: CivilDate; readonly language: Language },
): Promise<OkOf<'flowImpact'>> {
  const planFor = plansOf(flow.definition);
  const states = await recordedCases(db, of, most);
  const asked: Asked[] = [];
  for (const state of states) {
    const own = await worlds.worldOf(state);
    asked.push({ state, own, other: { plan: planFor(state.filing.branch), calendar: own.calendar } });
  }
  const { before, after, moved } = impactOn(asked, today);
  const book = stepBook(language === 'en' ? inEnglish(flow.definition) : flow.definition);
  return {
    before: { ...before, warnings: [...before.warnings] },
    after: { ...after, warnings: [...after.warnings] },
    movedCount: moved.length,
    moved: moved
      .toSorted((a, b) => rank(a) - rank(b))
      .slice(0, shown)
      .map((one) => ({ ...one, clock: readClockTitle(one.clock, book, language) })),
  };
}

/** First what becomes overdue, then what no longer is, then what only moves; open cases before closed ones. */
function rank({ before, after, open }: Moved): number {
  const late = [before, after].map((side) => side?.overdue === true);
  return (late[1] === late[0] ? 4 : late[1] === true ? 0 : 2) + (open ? 0 : 1);
}

/** One plan for each limit branch; a case whose branch this version does not have goes by the limits of all. */
function plansOf(definition: FlowDefinition): (branch: string | null) => Plan {
  const plans = new Map<string | null, Plan>();
  return (wanted) => {
    const branch = definition.limitBranches.some(({ id }) => id === wanted) ? wanted : null;
    const plan = plans.get(branch) ?? compilePlan(definition, branch);
    plans.set(branch, plan);
    return plan;
  };
}
