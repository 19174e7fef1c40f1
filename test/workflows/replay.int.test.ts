import { beforeAll, describe, expect, test } from 'vitest';
import { orderTypes } from '../../domain/case/acts/index.ts';
import { stepKindTitles } from '../../domain/steps/index.ts';
import type { CaseInput } from '../../workflows/messages.ts';
import { loadHistories, submissionsIn, toldIn } from '../support/histories.ts';
import type { SavedHistory } from '../support/histories.ts';
import { replayAll } from '../support/replay.ts';

const corpus = loadHistories();
let replayed: Awaited<ReturnType<typeof replayAll>>;

beforeAll(async () => {
  replayed = await replayAll(corpus);
});

describe('the corpus of recorded runs', () => {
  test('holds every order, every step kind, a timer that fired and a continue-as-new', () => {
    const orders = new Set(corpus.flatMap(submissionsIn).map(({ order }) => order.type));
    expect([...orders].toSorted()).toEqual([...orderTypes].toSorted());
    expect([...new Set(corpus.flatMap(kindsIn))].toSorted()).toEqual(Object.keys(stepKindTitles).toSorted());
    const events = corpus.flatMap(({ history }) => history.events ?? []);
    expect(events.some(({ timerFiredEventAttributes }) => timerFiredEventAttributes)).toBe(true);
    expect(corpus.flatMap((saved) => toldIn(saved).next).length).toBeGreaterThan(0);
    expect(corpus.flatMap((saved) => toldIn(saved).projects).length).toBeGreaterThan(2);
  });

  test.each(corpus)('$name: today’s code tells the world the same bytes', (saved) => {
    const result = replayed.get(saved.name);
    expect(result?.error).toBeNull();
    expect(result?.told).toEqual(toldIn(saved));
  });
});

describe('a planted change is found', () => {
  test('in a recorded outcome of an order', async () => {
    const planted = plant((event) => event.workflowExecutionUpdateCompletedEventAttributes?.outcome?.success);
    const result = (await replayAll([planted])).get(planted.name);
    expect(result?.told.updates).not.toEqual(toldIn(planted).updates);
  });

  test('in a recorded input of project', async () => {
    const planted = plant((event) => event.activityTaskScheduledEventAttributes?.input);
    const result = (await replayAll([planted])).get(planted.name);
    expect(result?.told.projects).not.toEqual(toldIn(planted).projects);
  });
});

type Event = NonNullable<SavedHistory['history']['events']>[number];
type Payloads = { payloads?: { data?: Uint8Array | null }[] | null } | null | undefined;

/** The first recorded run in which `find` answers something, with one digit of a seq changed in its bytes. */
function plant(find: (event: Event) => Payloads): SavedHistory {
  for (const saved of loadHistories()) {
    for (const event of saved.history.events ?? []) {
      const payload = find(event)?.payloads?.[0];
      if (!payload) continue;
      const text = Buffer.from(payload.data ?? []).toString('utf8');
      payload.data = Buffer.from(text.replace(/"seq":(\d+)/, (_, seq: string) => `"seq":${Number(seq) + 1}`));
      return saved;
    }
  }
  throw new Error('expected something to plant a change in, but there is nothing');
}

/** The kinds of the steps that were finished in a run, by its plan and its updates. */
function kindsIn(saved: SavedHistory): string[] {
  const input = saved.history.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
  const { plan }: CaseInput = JSON.parse(Buffer.from(input?.data ?? []).toString('utf8'));
  const all = Object.values(toldIn(saved).updates).join('\n');
  return plan.steps.filter(({ id }) => all.includes(`"type":"StepFinished","stepId":"${id}"`)).map(({ kind }) => kind);
}
