import { describe, expect, it } from 'vitest';
import { createHotSet } from '../../bench/hot-set.ts';
import { judge, ratioOf } from '../../bench/judge.ts';
import { lengths, scheduleOf } from '../../bench/schedule.ts';
import { percentile, spreadOf } from '../../bench/stats.ts';
import type { Block, HistoryCount, Variant } from '../../bench/types.ts';

function block(variant: Variant, repeat: number, perSecond: number, change: Partial<Block> = {}): Block {
  const cpuMs = { api: 1, worker: 2, temporal: 2, postgres: 1, load: 0.3 };
  const latency = { p50: 20, p95: 40, p99: 60 };
  const end = { errors: 0, firstError: null, cpuMs, walSyncs: 4, foreignCpu: 0 };
  return { variant, concurrency: 8, repeat, steps: 1_000, seconds: 6, perSecond, ...latency, ...end, ...change };
}

function count(change: Partial<HistoryCount> = {}): HistoryCount {
  const steps = { cases: 1, steps: 10, stepTasks: 10, stepEvents: 50, stepBytes: 33_000, shapes: { 5: 10 } };
  return { ...steps, timerTasks: 0, continuedAsNew: 0, runEvents: 5, ...change };
}

const good = [block('bare', 1, 300), block('ours', 1, 270), block('awaiting', 1, 100), block('floor', 1, 300)];
const histories = { bare: count(), awaiting: count(), ours: count(), floor: count(), tuned: count() };

function missed(blocks: readonly Block[], ours: HistoryCount = count()): string[] {
  return judge(blocks, { ...histories, ours })
    .filter((verdict) => !verdict.passed)
    .map((verdict) => verdict.goal);
}

describe('figures', () => {
  it('take the nearest rank as a percentile', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => n + 1);
    expect([50, 95, 99, 100].map((p) => percentile(hundred, p))).toEqual([50, 95, 99, 100]);
    expect(percentile([7], 50)).toBe(7);
  });

  it('name the median with the least and the greatest', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
    expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, min: 1, max: 4 });
  });

  it('compare blocks of one repeat only', () => {
    const slowed = [block('bare', 1, 300), block('ours', 1, 240), block('bare', 2, 100), block('ours', 2, 70)];
    expect(ratioOf(slowed, { of: 'ours', over: 'bare', concurrency: 8 })).toEqual({ median: 0.75, min: 0.7, max: 0.8 });
  });
});

describe('the goals', () => {
  it('are met by a run that meets them', () => {
    expect(missed(good)).toEqual([]);
  });

  it('are missed by a slow run, by one wrong answer and by a sync too many', () => {
    expect(missed([block('bare', 1, 400), ...good.slice(1)])).toEqual(['steps/s at C=8: ours >= 0.80 x bare']);
    expect(missed([...good.slice(0, 2), block('awaiting', 1, 160), block('floor', 1, 300)])).toHaveLength(1);
    expect(missed([...good.slice(0, 3), block('floor', 1, 390)])).toEqual(['steps/s at C=8: ours >= 0.70 x floor']);
    expect(missed([...good, block('tuned', 1, 300, { errors: 1, firstError: 'x' })])).toHaveLength(1);
    expect(missed([...good.slice(0, 1), block('ours', 1, 270, { walSyncs: 5.1 }), ...good.slice(2)])).toHaveLength(1);
  });

  it('are exact about workflow tasks and events', () => {
    expect(missed(good, count({ shapes: { 5: 9, 7: 1 } }))).toEqual([]);
    expect(missed(good, count({ stepTasks: 11 }))).toEqual(['exactly 1.00 workflow task a step']);
    expect(missed(good, count({ shapes: { 5: 9, 6: 1 } }))).toHaveLength(1);
  });
});

describe('the schedule', () => {
  it('puts a bare block beside each block of ours, as often before as after', () => {
    for (const concurrency of [1, 8, 32]) {
      const blocks = scheduleOf(lengths.quick).filter((plan) => plan.concurrency === concurrency && plan.repeat === 1);
      const pair = blocks.map((plan) => plan.variant).filter((variant) => variant === 'bare' || variant === 'ours');
      expect(pair).toEqual(['bare', 'ours', 'ours', 'bare']);
    }
  });
});

describe('the cases in turn', () => {
  it('lend each case to one caller and replace those used up', () => {
    const hot = createHotSet();
    hot.add([
      { id: 'a', left: 1 },
      { id: 'b', left: 2 },
    ]);
    const [a, b] = [hot.take(), hot.take()];
    expect(() => hot.take()).toThrow('ran out');
    a.left = 0;
    hot.giveBack(a);
    hot.giveBack(b);
    expect(hot.take().id).toBe('b');
    expect(() => hot.take()).toThrow('ran out');
  });
});
