import { afterEach, expect, test } from 'vitest';
import { foodBusiness } from '../../db/seed/items/food-business.ts';
import { presale } from '../../db/seed/items/presale.ts';
import { waterAbstraction } from '../../db/seed/items/water-abstraction.ts';
import { forms } from '../../demo/seed/filings.ts';
import { readFacts } from '../../db/journal/facts.ts';
import { nationalCalendar } from '../../domain/clock/calendar.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { usualChoices } from '../../domain/flow/simulate/choices.ts';
import type { TrialChoices } from '../../domain/flow/simulate/choices.ts';
import { isFailure } from '../../domain/flow/simulate/failure.ts';
import type { TrialAct } from '../../domain/flow/simulate/play.ts';
import { tryFlow } from '../../domain/flow/simulate/try-flow.ts';
import type { Trial } from '../../domain/flow/simulate/try-flow.ts';
import type { Order } from '../../domain/case/acts/index.ts';
import type { FilingRequest } from '../../server/gateway/gateway.ts';
import { headQuery, workflowId } from '../../workflows/messages.ts';
import { filingOf, newNumber, official, writeOf } from '../support/driven-case.ts';
import { bareFact } from '../support/lived-by-days.ts';
import { publishTestFlow, uuidOf } from '../support/played-case.ts';
import { peopleOf } from '../support/scene.ts';
import { openTestProduct } from '../support/temporal.ts';
import type { TestProduct } from '../support/temporal.ts';
import { fastForward } from '../support/time-skipping.ts';
import { until } from '../support/until.ts';

const workdays = (count: number) => ({ count, unit: 'workday' }) as const;
let product: TestProduct | undefined;

// One each: a case that is moved through time takes the clock of the API along.
afterEach(async () => product?.close());

test.each([
  [
    'an expert review past its promise, an inspection, a hearing and a decision that is late',
    waterAbstraction.definition,
    forms.water('surface'),
    {
      steps: {
        expertReview: { waits: workdays(4), lasts: workdays(25) },
        siteInspection: { outcome: 'majorInterest' },
        audit: { lasts: { count: 40, unit: 'calendarDay' } },
      },
    },
  ],
  [
    'a supplement and a material that comes later',
    foodBusiness.definition,
    forms.food(),
    { supplement: workdays(3), deferred: workdays(5), steps: { audit: { lasts: workdays(3) } } },
  ],
  [
    'an application that nobody answers in time, passed on to the department after it counts as accepted',
    presale.definition,
    forms.presale(),
    { steps: { intake: { lasts: workdays(7) }, passing: { lasts: workdays(1) } } },
  ],
] satisfies [string, FlowDefinition, FilingRequest['form'], Partial<TrialChoices>][])(
  'Temporal and PostgreSQL record what the trial told of %s',
  async (_what, definition, form, chosen) => {
    product = await openTestProduct();
    await publishTestFlow(product.admin, definition);
    await product.startWorker();
    const trial = played(definition, { ...usualChoices(product.now()), ...chosen });
    const real = await filedAndDone(product, { definition, form, trial });
    expect(real.map(bareFact)).toEqual(trial.facts.map((fact) => bareFact(named(fact, trial))));
    expect(trial.warnings.length).toBeGreaterThan(1);
  },
  120_000,
);

function played(definition: FlowDefinition, choices: TrialChoices): Trial {
  const trial = tryFlow(definition, choices, nationalCalendar());
  if (isFailure(trial)) throw new Error(`expected a trial that is played, but ${JSON.stringify(trial)}`);
  return trial;
}

interface Lived {
  readonly definition: FlowDefinition;
  /** Where it asks for no other limits and ways than the trial was played with. */
  readonly form: FilingRequest['form'];
  readonly trial: Trial;
}

/** Files a case and gives the orders of the trial through the gateway, each when the time of the case has come to it. */
async function filedAndDone(at: TestProduct, { definition, form, trial }: Lived): Promise<readonly Fact[]> {
  const request = filingOf(at, { form });
  const [first] = trial.facts;
  const materials = first?.body.type === 'CaseFiled' ? first.body.filing.materials : [];
  const { itemCode } = definition;
  const filed = await at.gateway.file({ ...request, itemCode, filing: { ...request.filing, materials } });
  const caseId = String(filed.body.caseId);
  for (const act of trial.acts) {
    if (act.at > at.now()) await fastForward(at, caseId, act.at - at.now());
    const order = realOrder(act, trial);
    const actor = {
      ...official('windowClerk', act.by.id),
      posts: act.by.posts.map((post) => ({ ...post, ...office })),
    };
    const answer = await at.gateway.give({ ...writeOf(actor, at), caseId, order, people: peopleOf(order) });
    expect([order.type, answer.status, answer.body]).toEqual([order.type, 200, expect.anything()]);
  }
  return until('the whole case in the journal', async () => {
    const { seq } = await at.client.workflow.getHandle(workflowId(caseId)).query(headQuery);
    const facts = await readFacts(at.db, caseId, 0);
    return facts.length === seq && facts;
  });
}

const office = { departmentId: 'sy-water', regionCode: '210100' };

/** The order with people who have accounts, and a number of its own for each paper. */
function realOrder({ order }: TrialAct, trial: Trial): Order {
  const known: Order = JSON.parse(renamed(JSON.stringify(order), trial));
  return 'documentNo' in known ? { ...known, documentNo: newNumber('试') } : known;
}

function named(fact: Fact, trial: Trial): Fact {
  return JSON.parse(renamed(JSON.stringify(fact), trial));
}

/** Invented people under the ids of accounts; whoever is told by name is the same. */
function renamed(json: string, { acts }: Trial): string {
  const ids = new Set(acts.flatMap(({ by, people }) => [by, ...people].map(({ id }) => id)));
  return [...ids].reduce((text, id) => text.replaceAll(JSON.stringify(id), JSON.stringify(uuidOf(id))), json);
}
