import { describe, expect, it } from 'vitest';
import { itemSeeds } from '../../../../db/seed/items/index.ts';
import { waterAbstraction } from '../../../../db/seed/items/water-abstraction.ts';
import { nationalCalendar } from '../../../../domain/clock/calendar.ts';
import { stepsOf } from '../../../../domain/flow/blocks.ts';
import { compilePlan } from '../../../../domain/flow/compile.ts';
import type { FlowDefinition } from '../../../../domain/flow/definition.ts';
import { choiceOf, usualChoices } from '../../../../domain/flow/simulate/choices.ts';
import type { StepChoice, TrialChoices } from '../../../../domain/flow/simulate/choices.ts';
import { isFailure } from '../../../../domain/flow/simulate/failure.ts';
import type { TrialFailureCode } from '../../../../domain/flow/simulate/failure.ts';
import { tryFlow } from '../../../../domain/flow/simulate/try-flow.ts';
import type { Trial } from '../../../../domain/flow/simulate/try-flow.ts';
import { oracleDueOn } from '../../../support/expected-rungs.ts';
import { testFlow } from '../../../support/flow-fixture.ts';
import { randomTrial } from '../../../support/random-flow.ts';
import { at } from '../../../support/scene.ts';

const calendar = nationalCalendar();
const water = waterAbstraction.definition;
const workdays = (count: number) => ({ count, unit: 'workday' }) as const;

/** A trial filed on 2 March 2026, with what is chosen besides. */
function tried(
  definition: FlowDefinition,
  steps: Record<string, Partial<StepChoice>>,
  more: Partial<TrialChoices> = {},
): Trial {
  const trial = tryFlow(definition, { ...usualChoices(at('2026-03-02', '09:00'), null), steps, ...more }, calendar);
  if (isFailure(trial)) throw new Error(`expected a trial that is played, but ${JSON.stringify(trial)}`);
  return trial;
}

const clock = ({ clocks }: Trial, id: string) => clocks.find((one) => one.id === id);

describe('a trial of 取水许可', () => {
  it('takes its untimed steps out of the clocks that they stop, and says what is left', () => {
    const trial = tried(water, {});
    // Accepted on 3 March; experts 20 working days from 10 March stop both clocks, the inspection from 8 April the promise only.
    expect(clock(trial, 'promised')).toMatchObject({
      startedOn: '2026-03-03',
      stops: [
        { stepId: 'expertReview', from: '2026-03-10', to: '2026-04-08' },
        { stepId: 'siteInspection', from: '2026-04-08', to: '2026-04-15' },
      ],
      dueOn: '2026-05-09',
      endedOn: '2026-04-22',
      used: 10,
      remaining: 10,
      overdue: false,
    });
    expect(clock(trial, 'statutory')).toMatchObject({ dueOn: '2026-06-05', used: 15, remaining: 30 });
    expect(trial.state.result).toBe('granted');
  });

  it('is late where the decision is, and tells whom and when', () => {
    const trial = tried(water, { audit: { lasts: workdays(14) } });
    expect(clock(trial, 'promised')).toMatchObject({ overdue: true, remaining: -1, endedOn: '2026-05-11' });
    const raised = trial.warnings.map(({ clock, rung, on }) => `${clock} ${rung} ${on}`);
    expect(raised).toContain('promised R1 2026-05-10');
    expect(trial.warnings.find(({ rung }) => rung === 'R1')?.to).toContain('deputyHead');
  });
});

describe('the critical path of a trial', () => {
  it('is that of the branch that ends last, from the filing to the decision', () => {
    const slowSite = tried(testFlow, { site: { lasts: workdays(20) } });
    const path = (trial: Trial) => trial.steps.filter(({ critical }) => critical).map(({ id }) => id);
    expect(path(slowSite)).toEqual(['intake', 'acceptance', 'review', 'site', 'decision']);
    expect(path(tried(testFlow, { site: { lasts: workdays(2) } }))).toEqual([
      'intake',
      'acceptance',
      'review',
      'experts',
      'decision',
    ]);
  });

  it('moves the decision with each of its steps, and no other step brings it forward, on flows drawn at random', () => {
    let [seen, others] = [0, 0];
    for (let seed = 1; seed <= 60; seed += 1) {
      const drawn = randomTrial(seed);
      const { flow } = drawn;
      const choices = { ...drawn.choices, deferred: null };
      const trial = tryFlow(flow, choices, calendar);
      if (isFailure(trial) || trial.state.decidedOn === null) continue;
      const { decidedOn } = trial.state;
      for (const { id, planned, critical, endedOn } of trial.steps.filter((step) => step.endedOn < decidedOn)) {
        const { lasts } = choiceOf(planned, choices);
        // Thirty days later: no holiday is so long.
        const other = { lasts: { ...lasts, count: critical ? lasts.count + 30 : 0 } };
        const steps = { ...choices.steps, [id]: { ...choices.steps[id], ...other } };
        const next = tryFlow(flow, { ...choices, steps }, calendar);
        // What is answered too late is another case.
        if (isFailure(next) || next.state.decidedOn === null || next.state.silence !== undefined) continue;
        const order =
          next.state.decidedOn > decidedOn ? 'later' : next.state.decidedOn < decidedOn ? 'earlier' : 'same';
        expect([seed, id, endedOn, order]).toEqual([seed, id, endedOn, critical ? 'later' : 'same']);
        if (critical) seen += 1;
        else others += 1;
      }
    }
    expect([seen > 50, others > 5]).toEqual([true, true]);
  });
});

describe('the clocks of a trial', () => {
  it('are due on the day that the day-by-day oracle counts from their stops', () => {
    let seen = 0;
    for (let seed = 1; seed <= 120; seed += 1) {
      const { flow, choices } = randomTrial(seed);
      const trial = tryFlow(flow, choices, calendar);
      if (isFailure(trial)) continue;
      for (const { id, startedOn, limit, stops, dueOn } of trial.clocks) {
        const ledger = { startedOn, limit, extension: 0, stops: stops.map((stop) => ({ ...stop })) };
        expect([seed, id, dueOn]).toEqual([seed, id, oracleDueOn(ledger)]);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(500);
  });
});

describe('the people of a trial', () => {
  it('are one for each step and what is done there, so that no rule of other hands stands in the way', () => {
    const { acts } = tried(water, { siteInspection: { outcome: 'majorInterest' } });
    const doers = acts.filter(({ order }) => order.type.startsWith('finish') || order.type === 'makeDecision');
    expect(new Set(doers.map(({ by }) => by.id)).size).toBe(doers.length);
    const approvals = acts.filter(({ order }) => order.type === 'approveUntimedStep');
    const requests = acts.filter(({ order }) => order.type === 'requestUntimedStep');
    expect(approvals.length).toBe(3);
    expect(approvals.filter(({ by }) => requests.some((request) => request.by.id === by.id))).toEqual([]);
  });
});

describe('what cannot be played', () => {
  const failed = (definition: FlowDefinition, steps: TrialChoices['steps'], more: Partial<TrialChoices> = {}) => {
    const trial = tryFlow(definition, { ...usualChoices(at('2026-03-02'), null), steps, ...more }, calendar);
    return isFailure(trial) ? trial : null;
  };
  const lasting = (count: number) => ({ decision: { lasts: workdays(count) } });
  const [first] = stepsOf(testFlow);
  const doubled: FlowDefinition = {
    ...testFlow,
    body: { type: 'sequence', blocks: [testFlow.body, testFlow.body] },
  };

  it('is said by a closed code, and where', () => {
    expect({
      'branch-unknown': failed(testFlow, {}, { branch: 'none' }),
      'lasting-invalid': failed(testFlow, lasting(-1)),
      'outcome-unknown': failed(testFlow, { decision: { outcome: 'perhaps' } }),
      'filing-refused': failed(testFlow, {}, { filedAt: at('2036-12-30') }),
      'order-refused': failed(testFlow, { acceptance: { outcome: 'notNeeded', lasts: workdays(9) } }),
      'calendar-not-covered': failed(testFlow, lasting(2_000), { filedAt: at('2031-03-03') }),
      'plan-broken': failed(doubled, {}),
    } satisfies Record<Exclude<TrialFailureCode, 'form-undecided'>, unknown>).toMatchObject({
      'branch-unknown': { failed: 'branch-unknown' },
      'lasting-invalid': { failed: 'lasting-invalid', stepId: 'decision' },
      'outcome-unknown': { failed: 'outcome-unknown', stepId: 'decision' },
      'filing-refused': { failed: 'filing-refused', because: 'calendar-not-covered' },
      'order-refused': {
        failed: 'order-refused',
        stepId: 'acceptance',
        order: 'answerNotNeeded',
        because: 'accepted-by-silence',
      },
      'calendar-not-covered': { failed: 'calendar-not-covered', stepId: 'decision' },
      'plan-broken': { failed: 'plan-broken' },
    });
  });

  it('is never an exception, whatever is chosen', () => {
    const counts = [-1, 0.5, 0, 1, 400, 2_000, Number.NaN, Number.POSITIVE_INFINITY];
    for (let seed = 1; seed <= 300; seed += 1) {
      const { flow, choices } = randomTrial(seed);
      const count = counts[seed % counts.length] ?? 0;
      const odd = { ...choices.steps, [first?.id ?? '']: { lasts: { count, unit: 'calendarDay' as const } } };
      const supplement = { count, unit: 'workday' as const };
      expect(() => tryFlow(flow, { ...choices, steps: odd, supplement }, calendar)).not.toThrow();
    }
  });
});

describe('what is usual', () => {
  it('takes each step of the demo flows as far as its limit or promise goes, by the outcome that is not against the applicant', () => {
    for (const { definition } of itemSeeds) {
      for (const step of compilePlan(definition, null).steps) {
        const { outcome, lasts } = choiceOf(step, { steps: {} });
        expect(step.negative ?? []).not.toContain(outcome);
        expect(lasts.count).toBe((step.untimed?.promise ?? step.limit)?.count ?? 0);
      }
    }
  });
});
