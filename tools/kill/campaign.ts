import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chanceOf } from './chance.ts';
import type { Chance } from './chance.ts';
import { judge, lineOf } from './checker.ts';
import type { Violation } from './checker.ts';
import { gather } from './evidence.ts';
import { kill, pidsOf, revive, targets } from './faults.ts';
import type { Target } from './faults.ts';
import { openOperationLog } from './journal.ts';
import type { OperationLog, Operation } from './journal.ts';
import { loadOf } from './load.ts';
import type { Load } from './load.ts';
import { findPlanted } from './planted.ts';
import type { Planted } from './planted.ts';
import { startKillProduct } from './product.ts';
import type { KillProduct } from './product.ts';
import { openCases, quiet } from './quiet.ts';
import type { ToldHeads } from './quiet.ts';

/** What one round was and what it found. Counts are of operations, times in ms. */
export interface Round {
  readonly target: Target;
  readonly inFlight: number;
  readonly operations: number;
  readonly acked: number;
  readonly refused: number;
  readonly unknown: number;
  /** A round with more than a fifth of unknown outcomes proves too little: it is given again. */
  readonly counts: boolean;
  readonly readyMs: number;
  /** From green to the last final answer of an operation that was unknown. */
  readonly slowestMs: number;
  readonly quietMs: number;
  readonly violations: readonly Violation[];
}

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
const mostUnknown = 0.2;
const longestAnswerMs = 30_000;
const quietWithinMs = 60_000;
const beforeMs = { least: 2_500, spread: 2_000 };
const afterMs = 3_000;
const warmUpMs = 3_000;

/** Rounds of load with a kill -9 in each, every one checked; then the checker itself is checked with planted corruptions. */
export async function runCampaign({ rounds, seed, log }: CampaignOptions): Promise<Campaign> {
  const folder = mkdtempSync(join(tmpdir(), 'shixian-operations-'));
  const product = await startKillProduct(
    (line) => void (/incident|died|ended by itself/.test(line) && log(`  ${line.slice(0, 400)}`)),
  );
  const operations = openOperationLog(join(folder, 'operations.jsonl'));
  const chance = chanceOf(seed);
  const load = loadOf({ product, log: operations, chance, seed });
  const done: Round[] = [];
  try {
    log(`the product runs at ${product.url}; seed ${seed}`);
    load.begin();
    await pause(warmUpMs);
    await load.end();
    for (let tries = 0; done.filter(({ counts }) => counts).length < rounds; tries += 1) {
      if (tries >= rounds * 2)
        throw new Error('expected rounds that count, but too many had too many unknown outcomes');
      const target = targets[done.filter(({ counts }) => counts).length % targets.length] ?? 'api';
      const round = await runRound({ product, operations, load, chance, target });
      done.push(round);
      tellRound(log, done.length, round);
    }
    const last = await judgeAll(product, operations);
    for (const each of last.violations) log(`VIOLATION ${lineOf(each)}`);
    log(`all open cases asked: ${last.told.size}, violations ${last.violations.length}`);
    await product.rest();
    const planted = await findPlanted({
      adminUrl: product.infra.databaseUrl,
      logPath: operations.path,
      told: last.told,
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
  readonly product: KillProduct;
  readonly operations: OperationLog;
  readonly load: Load;
  readonly chance: Chance;
  readonly target: Target;
}

async function runRound({ product, operations, load, chance, target }: Parts): Promise<Round> {
  const begunAt = Date.now();
  load.begin();
  await pause(beforeMs.least + chance.below(beforeMs.spread));
  while (load.inFlight() < leastInFlight) await pause(1);
  const before = pidsOf(product);
  const inFlight = load.inFlight();
  load.hurt();
  const killedAt = Date.now();
  operations.note(`kill -9 ${target}, ${inFlight} in flight`);
  await kill(product, target);
  await pause(chance.below(500));
  await revive(product, target);
  const greenAt = Date.now();
  operations.note(`${target} is back`);
  load.healed();
  await pause(afterMs);
  await load.end();
  const endedAt = Date.now();
  const touched = [...load.cases()];
  const told = await quiet(product, touched, quietWithinMs);
  const quietMs = Date.now() - endedAt;
  const evidence = await gather({ db: product.db, logPath: operations.path, told });
  const own = evidence.operations.filter((operation) => operation.begunAt >= begunAt);
  const late = own.flatMap((operation) => lateAnswer(operation, greenAt));
  const ended = endedByThemselves(before, { product, target });
  const unknown = own.filter(({ wasUnknown }) => wasUnknown).length;
  return {
    target,
    inFlight,
    operations: own.length,
    acked: own.filter(({ finals }) => finals[0]?.event === 'ack').length,
    refused: own.filter(({ finals }) => finals[0]?.event === 'refused').length,
    unknown,
    counts: unknown <= mostUnknown * own.length,
    readyMs: greenAt - killedAt,
    slowestMs: Math.max(
      0,
      ...own.filter(({ wasUnknown }) => wasUnknown).map((one) => (one.finals[0]?.at ?? 0) - greenAt),
    ),
    quietMs,
    violations: [...judge(evidence), ...late, ...ended],
  };
}

/** I3: a retry with the same key has a final answer within 30 s after the healing. */
function lateAnswer({ finals, caseId, key, order, unknowns }: Operation, greenAt: number): Violation[] {
  const [final, since] = [finals[0], Math.max(greenAt, unknowns[0]?.at ?? 0)];
  if (final === undefined || final.at - since <= longestAnswerMs) return [];
  const detail = `${order} under key ${key} had its final answer ${final.at - since} ms after green`;
  return [{ code: 'late-answer', caseId: caseId ?? (final.event === 'ack' ? final.caseId : '-'), detail }];
}

function endedByThemselves(
  before: ReturnType<typeof pidsOf>,
  { product, target }: { product: KillProduct; target: Target },
): Violation[] {
  const after = pidsOf(product);
  return targets
    .filter((name) => name !== target && before[name] !== after[name])
    .map((name) => ({ code: 'process-ended', caseId: '-', detail: `${name} ended when ${target} was killed` }));
}

/** The last look: every open case is asked how far it is. */
async function judgeAll(
  product: KillProduct,
  operations: OperationLog,
): Promise<{ told: ToldHeads; violations: readonly Violation[] }> {
  const told = await quiet(product, await openCases(product.db), quietWithinMs);
  return { told, violations: judge(await gather({ db: product.db, logPath: operations.path, told })) };
}

function tellRound(log: (line: string) => void, no: number, round: Round): void {
  const { target, inFlight, operations, acked, refused, unknown, counts, readyMs, slowestMs, quietMs, violations } =
    round;
  for (const each of violations) log(`VIOLATION ${lineOf(each)}`);
  const share = `${((unknown / Math.max(1, operations)) * 100).toFixed(1)} %`;
  log(
    `round ${no}: kill -9 ${target}, ${inFlight} in flight; ${operations} operations: ${acked} acked, ${refused} refused, ` +
      `${unknown} unknown (${share}); ready after ${seconds(readyMs)}, last answer ${seconds(slowestMs)} after green, ` +
      `quiet after ${seconds(quietMs)}; violations ${violations.length}${counts ? '' : '; does not count'}`,
  );
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
