import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chanceOf } from './chance.ts';
import type { Chance } from './chance.ts';
import { judge } from './checker.ts';
import { lineOf } from './violation.ts';
import { clockMovesOf } from './clock.ts';
import type { ClockMoves } from './clock.ts';
import type { Violation } from './violation.ts';
import { gather } from './evidence.ts';
import type { Evidence, Moved } from './evidence.ts';
import { hasTwin, kill, pidsOf, revive, targets } from './faults.ts';
import type { Target } from './faults.ts';
import { openOperationLog } from './journal.ts';
import type { Operation, OperationLog } from './journal.ts';
import { loadOf } from './load.ts';
import type { Load } from './load.ts';
import { findPlanted } from './planted.ts';
import type { Planted } from './planted.ts';
import { startCopy } from '../../demo/copy.ts';
import type { Copy } from '../../demo/copy.ts';
import { numberAll } from './numbers.ts';
import { openCases, quiet } from './quiet.ts';
import { lineOfOrders, lineOfRound, roundOf } from './round.ts';
import type { Round } from './round.ts';
import type { ToldHeads } from './quiet.ts';

export interface Campaign {
  readonly rounds: readonly Round[];
  readonly planted: readonly Planted[];
  readonly violations: readonly Violation[];
  /** Of counted rounds. */
  readonly acked: number;
}

export interface CampaignOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

/** Orders that must be in flight at a kill. */
export const leastInFlight = 16;
const quietWithinMs = 60_000;
const beforeMs = { least: 2_500, spread: 2_000 };
const afterMs = 3_000;
/** As production.md says: what a dead process held is taken over first, because a start takes a core for two seconds. */
const twinFirstMs = 3_000;
const warmUpMs = 3_000;

/** Rounds of load with a kill -9 in each, every one checked; then the checker itself is checked with planted corruptions. */
export async function runCampaign({ rounds, seed, log }: CampaignOptions): Promise<Campaign> {
  const folder = mkdtempSync(join(tmpdir(), 'shixian-operations-'));
  const product = await startCopy({
    twins: true,
    log: (line) => void (/incident|died|ended by itself/.test(line) && log(`  ${line.slice(0, 400)}`)),
  });
  const operations = openOperationLog(join(folder, 'operations.jsonl'));
  const chance = chanceOf(seed);
  const clock = clockMovesOf({ product, log: operations, chance });
  const load = loadOf({ product, log: operations, chance, seed, clock });
  const done: Round[] = [];
  try {
    log(`the product runs at ${product.url}; seed ${seed}`);
    await numberAll(product);
    load.begin();
    await pause(warmUpMs);
    await load.end();
    for (let tries = 0; done.filter(({ counts }) => counts).length < rounds; tries += 1) {
      if (tries >= rounds * 2)
        throw new Error('expected rounds that count, but too many had too many unknown outcomes');
      const target = targets[done.filter(({ counts }) => counts).length % targets.length] ?? 'api';
      const round = await runRound({ product, operations, load, clock, chance, target });
      done.push(round);
      for (const each of round.violations) log(`VIOLATION ${lineOf(each)}`);
      log(`round ${done.length}: ${lineOfRound(round)}`);
    }
    await clock.last();
    const last = await judgeAll({ product, operations, clock });
    for (const each of last.violations) log(`VIOLATION ${lineOf(each)}`);
    log(`all open cases asked: ${last.told.size}, violations ${last.violations.length}`);
    log(`acknowledged: ${lineOfOrders(last.operations)}`);
    const at = Date.now();
    await product.rest();
    const planted = await findPlanted({
      adminUrl: product.infra.databaseUrl,
      logPath: operations.path,
      told: last.told,
      moved: movedBy(product, clock),
      at,
    });
    for (const { name, found } of planted) log(`${found ? 'found  ' : 'MISSED '} ${name}`);
    const counted = done.filter(({ counts }) => counts);
    return {
      rounds: done,
      planted,
      violations: [...done.flatMap(({ violations }) => violations), ...last.violations],
      acked: counted.reduce((sum, { acked }) => sum + acked, 0),
    };
  } finally {
    load.healed();
    load.close();
    operations.close();
    await product.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Parts {
  readonly product: Copy;
  readonly operations: OperationLog;
  readonly load: Load;
  readonly clock: ClockMoves;
  readonly chance: Chance;
  readonly target: Target;
}

type Sides = Pick<Parts, 'product' | 'operations' | 'clock'>;

async function runRound({ product, operations, load, clock, chance, target }: Parts): Promise<Round> {
  const begunAt = Date.now();
  const movesBefore = clock.counts();
  load.begin();
  clock.begin();
  await pause(beforeMs.least + chance.below(beforeMs.spread));
  while (load.inFlight() < leastInFlight) await pause(1);
  const before = pidsOf(product);
  const inFlight = load.inFlight();
  // With a twin everybody goes on at once: at the other API, with the other worker.
  if (!hasTwin(product, target)) load.hurt();
  const killedAt = Date.now();
  operations.note(`kill -9 ${target}, ${inFlight} in flight`);
  await kill(product, target);
  await pause((hasTwin(product, target) ? twinFirstMs : 0) + chance.below(500));
  await revive(product, target);
  const greenAt = Date.now();
  operations.note(`${target} is back`);
  load.healed();
  await pause(afterMs);
  await Promise.all([load.end(), clock.end()]);
  const endedAt = Date.now();
  // A move of the clock touches every open case.
  const touched = new Set([...load.cases(), ...(await openCases(product.db))]);
  const told = await quiet(product, [...touched], quietWithinMs);
  const quietMs = Date.now() - endedAt;
  const evidence = await gatherAll({ product, operations, clock }, told);
  const ended = endedByThemselves(before, { product, target });
  return roundOf({
    target,
    inFlight,
    begunAt,
    killedAt,
    greenAt,
    twin: hasTwin(product, target),
    quietMs,
    evidence,
    ended,
    moves: [movesBefore, clock.counts()],
  });
}

function endedByThemselves(
  before: ReturnType<typeof pidsOf>,
  { product, target }: { product: Copy; target: Target },
): Violation[] {
  const after = pidsOf(product);
  return [...before.keys()]
    .filter((name) => name !== target && before.get(name) !== after.get(name))
    .map((name) => ({ code: 'process-ended', caseId: '-', detail: `${name} ended when ${target} was killed` }));
}

/** The last look: every open case is asked how far it is. */
async function judgeAll({
  product,
  operations,
  clock,
}: Sides): Promise<{ told: ToldHeads; violations: readonly Violation[]; operations: readonly Operation[] }> {
  const told = await quiet(product, await openCases(product.db), quietWithinMs);
  const evidence = await gatherAll({ product, operations, clock }, told);
  return { told, violations: judge(evidence), operations: evidence.operations };
}

async function gatherAll({ product, operations, clock }: Sides, told: ToldHeads): Promise<Evidence> {
  const moved = movedBy(product, clock);
  return gather({ db: product.db, logPath: operations.path, told, moved, at: Date.now() });
}

function movedBy({ handOf }: Copy, clock: ClockMoves): Moved {
  return { by: handOf('systemAdmin', 'ln-biz').id, version: clock.version() };
}
