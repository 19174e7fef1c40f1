import { spreadOf } from './stats.ts';
import type { Spread } from './stats.ts';
import type { Block, HistoryCount, Variant } from './types.ts';

/** One goal with what was measured. */
export interface Verdict {
  readonly goal: string;
  readonly measured: string;
  readonly passed: boolean;
}

/** Everything one run measured: the content of the JSON file. */
export interface Results {
  readonly startedAt: string;
  readonly seconds: number;
  readonly mode: string;
  readonly machine: string;
  readonly clock: readonly { readonly name: string; readonly ns: number }[];
  readonly blocks: readonly Block[];
  readonly histories: Readonly<Record<Variant, HistoryCount>>;
  readonly verdicts: readonly Verdict[];
}

const leastOfBare = 0.8;
const leastOfAwaiting = 1.8;
/** What the product may cost above the least over HTTP (docs/decisions/0008): a run below it has become slower. */
const leastOfFloor = 0.7;
const mostWalSyncs = 5;

/** Steps a second of a variant over another, repeat by repeat: blocks of one repeat are minutes from no other. */
export function ratioOf(blocks: readonly Block[], o: { of: Variant; over: Variant; concurrency: number }): Spread {
  const repeats = [...new Set(blocks.map((block) => block.repeat))];
  const mean = (variant: Variant, repeat: number): number => {
    const those = blocks.filter(
      (block) => block.variant === variant && block.repeat === repeat && block.concurrency === o.concurrency,
    );
    return those.reduce((sum, block) => sum + block.perSecond, 0) / those.length;
  };
  return spreadOf(repeats.map((repeat) => mean(o.of, repeat) / mean(o.over, repeat)));
}

/** Concurrencies of a run at which a variant was measured, rising. */
export function concurrenciesOf(blocks: readonly Block[], variant: Variant): number[] {
  const those = blocks.filter((block) => block.variant === variant).map((block) => block.concurrency);
  return [...new Set(those)].toSorted((a, b) => a - b);
}

/** Holds a run against the goals: ratios at 8 and 32 callers, exact counts, WAL syncs, no error. */
export function judge(blocks: readonly Block[], histories: Readonly<Record<Variant, HistoryCount>>): Verdict[] {
  const loaded = concurrenciesOf(blocks, 'ours').filter((concurrency) => concurrency > 1);
  return [
    noErrors(blocks),
    ...loaded.map((concurrency) => atLeast(blocks, { over: 'bare', concurrency, least: leastOfBare })),
    ...loaded.map((concurrency) => atLeast(blocks, { over: 'awaiting', concurrency, least: leastOfAwaiting })),
    ...loaded.map((concurrency) => atLeast(blocks, { over: 'floor', concurrency, least: leastOfFloor })),
    ...exactCounts(histories.ours),
    ...concurrenciesOf(blocks, 'ours').map((concurrency) => fewSyncs(blocks, concurrency)),
  ];
}

function noErrors(blocks: readonly Block[]): Verdict {
  const errors = blocks.reduce((sum, block) => sum + block.errors, 0);
  const first = blocks.find((block) => block.firstError !== null)?.firstError;
  return {
    goal: 'every answer as it must be',
    measured: `${errors} wrong${first ? `: ${first}` : ''}`,
    passed: errors === 0,
  };
}

function atLeast(blocks: readonly Block[], o: { over: Variant; concurrency: number; least: number }): Verdict {
  const { median, min, max } = ratioOf(blocks, { of: 'ours', over: o.over, concurrency: o.concurrency });
  return {
    goal: `steps/s at C=${o.concurrency}: ours >= ${o.least.toFixed(2)} x ${o.over}`,
    measured: `${median.toFixed(2)} (${min.toFixed(2)} to ${max.toFixed(2)})`,
    passed: median >= o.least,
  };
}

function exactCounts({ steps, stepTasks, stepEvents, shapes }: HistoryCount): Verdict[] {
  const text = Object.entries(shapes).map(([size, times]) => `${times} of ${size} events`);
  return [
    {
      goal: 'exactly 1.00 workflow task a step',
      measured: `${(stepTasks / steps).toFixed(3)} over ${steps} steps`,
      passed: stepTasks === steps,
    },
    {
      goal: 'exactly 5 events a step, 7 when its timer is armed anew',
      measured: `${(stepEvents / steps).toFixed(3)}: ${text.join(', ')}`,
      passed: Object.keys(shapes).every((size) => size === '5' || size === '7'),
    },
  ];
}

function fewSyncs(blocks: readonly Block[], concurrency: number): Verdict {
  const those = blocks.filter((block) => block.variant === 'ours' && block.concurrency === concurrency);
  const { median, min, max } = spreadOf(those.map((block) => block.walSyncs));
  return {
    goal: `at C=${concurrency}: at most ${mostWalSyncs} WAL syncs a step`,
    measured: `${median.toFixed(2)} (${min.toFixed(2)} to ${max.toFixed(2)})`,
    passed: median <= mostWalSyncs,
  };
}
