import type { Block, CaseLimits, FlowDefinition, LimitRule, Step, StepWithout } from '../../domain/flow/definition.ts';
import type { Lasting, StepChoice, TrialChoices } from '../../domain/flow/simulate/choices.ts';
import { formChoicesOf, stepsOf } from '../../domain/flow/blocks.ts';
import { testFlow } from './flow-fixture.ts';
import { passedOn } from './passing-flow.ts';
import { seededRandom } from './random-clock.ts';
import { wideFlow } from './random-walk.ts';
import { at } from './scene.ts';

type Choose = (n: number) => number;

/** A flow drawn at random with how a case of it goes, the same for the same seed. */
export interface RandomTrial {
  readonly flow: FlowDefinition;
  readonly choices: TrialChoices;
  readonly filedOn: string;
}

const starts = ['2025-01-15', '2026-02-05', '2026-03-02', '2026-04-20', '2026-06-12', '2026-09-10', '2026-12-20'];

/** A frame as the law has it; between acceptance and decision any kinds, in a row, side by side or by choice, timed or not. */
export function randomTrial(seed: number): RandomTrial {
  const random = seededRandom(seed);
  const choose: Choose = (n) => Math.floor(random() * n);
  const flow = randomFlow(choose);
  const filedOn = starts[choose(starts.length)] ?? '';
  const steps = Object.fromEntries(stepsOf(flow).map((step) => [step.id, randomChoice(choose, step)]));
  const branches = [null, ...flow.limitBranches.map(({ id }) => id)];
  const choices: TrialChoices = {
    filedAt: at(filedOn),
    branch: branches[choose(branches.length)] ?? null,
    byForm: Object.fromEntries(formChoicesOf(flow).map(({ id }) => [id, choose(3) > 0 ? 'yes' : null])),
    supplement: choose(4) === 0 ? lasting(choose, 12) : null,
    deferred: choose(3) === 0 ? lasting(choose, 14) : null,
    steps,
  };
  return { flow, choices, filedOn };
}

function lasting(choose: Choose, most: number): Lasting {
  return { count: choose(most + 1), unit: choose(3) === 0 ? 'calendarDay' : 'workday' };
}

/** Most applications are answered in time and accepted: a case that ends before says little. */
function randomChoice(choose: Choose, { kind, outcomes }: Step): StepChoice {
  const isEarly = kind === 'intake' || kind === 'passing' || kind === 'acceptance';
  const listed = isEarly && choose(5) > 0 ? 1 : outcomes.length;
  const most = choose(isEarly ? 12 : 4) === 0 ? 25 : isEarly ? 1 : 4;
  return { outcome: outcomes[choose(listed)]?.id ?? '', waits: lasting(choose, 5), lasts: lasting(choose, most) };
}

function randomFlow(choose: Choose): FlowDefinition {
  const drawn = drawer(choose);
  const middle = Array.from({ length: 1 + choose(3) }, () => drawn.block(2));
  const flow: FlowDefinition = {
    ...testFlow,
    limits: randomLimits(choose),
    limitBranches: [{ id: 'quick', title: 'quick', when: 'true', limits: { promised: days(2 + choose(6)) } }],
    body: withMiddle(testFlow.body, middle),
    ladder: choose(3) === 0 ? wideFlow.ladder : testFlow.ladder,
  };
  return choose(4) === 0 ? passedOn(flow, 1 + choose(3)) : flow;
}

function withMiddle(body: Block, middle: readonly Block[]): Block {
  if (body.type !== 'sequence') throw new Error('expected the flow of the tests to be a sequence');
  return {
    ...body,
    blocks: body.blocks.map((block) =>
      block.type === 'choice' && block.id === 'direct'
        ? { ...block, cases: [{ label: 'accepted', block: { type: 'sequence', blocks: middle } }] }
        : block,
    ),
  };
}

function days(count: number, unit: LimitRule['unit'] = 'workday'): LimitRule {
  return { count, unit, basis: 'b', unitFrom: 'u', assumption: true };
}

function randomLimits(choose: Choose): CaseLimits {
  const { supplement, deferral, promisedNotice: _, ...limits } = testFlow.limits;
  const statutory = 15 + choose(30);
  return {
    ...limits,
    statutory: days(statutory, choose(4) === 0 ? 'calendarDay' : 'workday'),
    promised: days(3 + choose(statutory - 4), choose(5) === 0 ? 'calendarDay' : 'workday'),
    ...(choose(2) === 0 && { promisedNotice: days(1 + choose(4)) }),
    ...(choose(2) === 0 && supplement !== undefined && { supplement }),
    ...(choose(2) === 0 && deferral !== undefined && { deferral }),
    ...(choose(3) === 0 && { countsFrom: 'receipt' as const }),
  };
}

/** Draws blocks whose steps have ids of their own. */
function drawer(choose: Choose) {
  const drawnSteps: string[] = [];
  const step = (): Block => {
    const id = `s${drawnSteps.length}`;
    drawnSteps.push(id);
    return { type: 'step', step: { ...kindOfStep(choose, id), title: id, outcomes: outcomesOf(choose) } };
  };
  const block = (depth: number): Block => {
    if (depth === 0) return step();
    const many = () => Array.from({ length: 1 + choose(3) }, () => block(depth - 1));
    switch (choose(6)) {
      case 0:
        return { type: 'sequence', blocks: many() };
      case 1:
        return { type: 'parallel', id: `p${choose(1_000_000)}`, branches: many() };
      case 2: {
        const outcomeOf = drawnSteps.at(-1);
        // In another branch it may not have ended yet: then nothing is chosen, which the walk bears too.
        const on = outcomeOf === undefined ? ({ limitBranch: true } as const) : { outcomeOf };
        const label = outcomeOf === undefined ? 'quick' : 'pass';
        const otherwise = choose(2) === 0 ? null : block(depth - 1);
        const cases = [{ label, block: block(depth - 1) }];
        return { type: 'choice', id: `c${choose(1_000_000)}`, on, cases, otherwise };
      }
      case 3: {
        const cases = [{ label: 'yes', title: 'yes', when: 'true', block: block(depth - 1) }];
        const otherwise = choose(2) === 0 ? null : block(depth - 1);
        return { type: 'choice', id: `f${choose(1_000_000)}`, on: { form: true }, cases, otherwise };
      }
      default:
        return step();
    }
  };
  return { block };
}

function outcomesOf(choose: Choose) {
  const ids = choose(4) === 0 ? ['pass'] : ['pass', 'fail'];
  return ids.map((id) => ({ id, title: id, ...(id === 'fail' && { negative: true as const }) }));
}

function kindOfStep(choose: Choose, id: string): StepWithout<'title' | 'outcomes'> {
  const untimed =
    choose(2) === 0 ? { untimed: untimedPart(choose) } : choose(3) === 0 ? {} : { limit: days(choose(6)) };
  switch (choose(5)) {
    case 0:
      return { id, kind: 'expertReview', by: 'caseOfficer', params: { minPeople: 3 }, ...untimed };
    case 1:
      return { id, kind: 'siteInspection', by: 'siteInspector', ...untimed };
    case 2:
      return { id, kind: 'hearing', by: 'hearingOfficer', ...untimed };
    default:
      return { id, kind: 'review', by: 'caseOfficer', ...untimed };
  }
}

function untimedPart(choose: Choose) {
  const both = choose(2) === 0;
  return {
    promise: days(choose(12), choose(4) === 0 ? 'calendarDay' : 'workday'),
    stops: both ? (['statutory', 'promised'] as const) : (['promised'] as const),
    ...(both && {
      exclusionBasis: { source: 'xkf45', kind: 'expertReview', cite: '行政许可法第四十五条' } as const,
      requiredBy: 'r',
    }),
    approvedBy: 'sectionChief' as const,
  };
}
