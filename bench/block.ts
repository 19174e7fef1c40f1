import { setTimeout as wait } from 'node:timers/promises';
import { foreignShare, readCpu } from './cpu.ts';
import type { CpuReading } from './cpu.ts';
import type { Driver } from './driver.ts';
import { createHotSet } from './hot-set.ts';
import type { HotSet, Subject } from './hot-set.ts';
import { percentile } from './stats.ts';
import { processNames } from './types.ts';
import type { Block, BlockPlan, LoadSetup, ProcessName, Variant } from './types.ts';
import type { WalMeter } from './wal.ts';

/** A driver with its cases and what it did so far. */
export interface Lane {
  readonly driver: Driver;
  readonly hot: HotSet<Subject>;
  readonly opened: Subject[];
  /** Steps a second at each concurrency as last seen: how many cases the next block needs. */
  readonly seen: Map<number, number>;
}

/** An empty lane of a driver. */
export function laneOf(driver: Driver): Lane {
  return { driver, hot: createHotSet(), opened: [], seen: new Map() };
}

/** Faster than any machine so far has been with its neighbours asleep. */
const guessPerSecond = (concurrency: number): number => (concurrency === 1 ? 160 : 450);
const spare = 1.3;

/** Opens so many cases that the block cannot run out of them. */
export async function provide(lane: Lane, { concurrency, warmMs, ms }: BlockPlan): Promise<void> {
  const perSecond = Math.max((lane.seen.get(concurrency) ?? 0) * spare, guessPerSecond(concurrency));
  const wanted = Math.ceil((perSecond * (warmMs + ms)) / 1_000) + 2 * concurrency * lane.driver.stepsPerCase;
  const missing = wanted - lane.hot.stepsLeft();
  if (missing <= 0) return;
  const fresh = await lane.driver.open(Math.ceil(missing / lane.driver.stepsPerCase));
  lane.opened.push(...fresh);
  lane.hot.add(fresh);
}

interface Tally {
  readonly latencies: number[];
  errors: number;
  firstError: string | null;
}

interface Reading {
  readonly cpu: CpuReading;
  readonly wal: number;
}

/** Runs one block: a closed loop of `concurrency` callers, warmed first, measured then. */
export async function runBlock(lane: Lane, plan: BlockPlan, o: { setup: LoadSetup; wal: WalMeter }): Promise<Block> {
  const roots = [...Object.values(o.setup.pids), process.pid];
  const take = async (): Promise<Reading> => ({ wal: await o.wal.read(), cpu: readCpu(roots) });
  const phase = { measured: null as Tally | null, ended: false };
  const loops = Array.from({ length: plan.concurrency }, async () => loop(lane, phase));
  await wait(plan.warmMs);
  const before = await take();
  const tally: Tally = { latencies: [], errors: 0, firstError: null };
  phase.measured = tally;
  await wait(plan.ms);
  phase.measured = null;
  const after = await take();
  phase.ended = true;
  await Promise.all(loops);
  const block = summed({ plan, tally, before, after, cpu: cpuOf(plan.variant, o.setup, before.cpu, after.cpu) });
  lane.seen.set(plan.concurrency, block.perSecond);
  return block;
}

async function loop(lane: Lane, phase: { measured: Tally | null; ended: boolean }): Promise<void> {
  while (!phase.ended) {
    const subject = lane.hot.take();
    const began = performance.now();
    try {
      await lane.driver.step(subject);
      phase.measured?.latencies.push(performance.now() - began);
    } catch (error) {
      subject.left = 0;
      if (phase.measured === null) throw error;
      phase.measured.errors += 1;
      phase.measured.firstError ??= error instanceof Error ? error.message : String(error);
    }
    lane.hot.giveBack(subject);
  }
}

function cpuOf(
  variant: Variant,
  { pids }: LoadSetup,
  before: CpuReading,
  after: CpuReading,
): Record<ProcessName, number> {
  const used = (pid: number): number => (after.byRoot.get(pid) ?? 0) - (before.byRoot.get(pid) ?? 0);
  return {
    api: variant === 'floor' ? used(pids.floorApi) : used(pids.api) + used(pids.secondApi),
    worker: used(
      variant === 'ours'
        ? pids.caseWorker
        : variant === 'tuned' || variant === 'floor'
          ? pids.tunedWorker
          : pids.bareWorker,
    ),
    temporal: used(pids.temporal),
    postgres: used(pids.postgres),
    load: used(process.pid),
  };
}

function summed(o: {
  plan: BlockPlan;
  tally: Tally;
  before: Reading;
  after: Reading;
  cpu: Record<ProcessName, number>;
}): Block {
  const { variant, concurrency, repeat } = o.plan;
  const { latencies, errors, firstError } = o.tally;
  const steps = latencies.length;
  const seconds = (o.after.cpu.at - o.before.cpu.at) / 1_000;
  const ordered = latencies.toSorted((a, b) => a - b);
  const cpuMs = { ...o.cpu };
  for (const name of processNames) cpuMs[name] = o.cpu[name] / steps;
  return {
    variant,
    concurrency,
    repeat,
    steps,
    seconds,
    perSecond: steps / seconds,
    p50: percentile(ordered, 50),
    p95: percentile(ordered, 95),
    p99: percentile(ordered, 99),
    errors,
    firstError,
    cpuMs,
    walSyncs: (o.after.wal - o.before.wal) / steps,
    foreignCpu: foreignShare(o.before.cpu, o.after.cpu),
  };
}
