import { fork } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchItem } from './bench-item.ts';
import { measureClock } from './clock.ts';
import { judge } from './judge.ts';
import type { Results } from './judge.ts';
import { machineLine } from './machine.ts';
import { startBenchProduct } from './product.ts';
import type { BenchProduct } from './product.ts';
import { reportOf } from './report.ts';
import { lengths, scheduleOf } from './schedule.ts';
import type { Length } from './schedule.ts';
import type { Block, LoadNote, LoadSetup } from './types.ts';

/** `npm run bench -- [--quick | --full | --short | --smoke] [--json FILE] [--docs] [--profile FOLDER] [--from FILE] [--two-apis]`; see bench/README.md. */
const root = join(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    full: { type: 'boolean' },
    short: { type: 'boolean' },
    smoke: { type: 'boolean' },
    docs: { type: 'boolean' },
    json: { type: 'string' },
    from: { type: 'string' },
    profile: { type: 'string' },
    'two-apis': { type: 'boolean' },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { full, short, smoke } = options;
if (options.from === undefined) await measure(lengths[full ? 'full' : short ? 'short' : smoke ? 'smoke' : 'quick']);
else if (options.docs) writeReport(JSON.parse(readFileSync(options.from, 'utf8')));

async function measure(length: Length): Promise<void> {
  const began = performance.now();
  const startedAt = new Date().toISOString();
  const load = loadavg()[0] ?? 0;
  say(`machine: ${machineLine()}; load ${load.toFixed(2)}`);
  const clock = length.name === 'smoke' ? [] : measureClock();
  const profile = options.profile === undefined ? {} : { profile: options.profile };
  const copy = await startBenchProduct({ log: quietLog, twoApis: options['two-apis'] ?? false, ...profile });
  let measured: Pick<Results, 'blocks' | 'histories'>;
  try {
    say(`product ready after ${seconds(began)} s at ${copy.urls.join(', ')}`);
    measured = await runLoad(setupOf(copy, length), began);
  } finally {
    await copy.stop();
  }
  const verdicts = judge(measured.blocks, measured.histories);
  const machine = machineLine();
  const results: Results = {
    startedAt,
    seconds: Number(seconds(began)),
    mode: length.name,
    machine,
    clock,
    ...measured,
    verdicts,
  };
  for (const { goal, measured: figure, passed } of verdicts) say(`${passed ? 'pass' : 'FAIL'}  ${goal}: ${figure}`);
  const file = options.json ?? join(root, 'bench/out', `${length.name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  if (options.docs) writeReport(results);
  say(`figures in ${file} after ${seconds(began)} s`);
  process.exitCode = verdicts.every((verdict) => verdict.passed) ? 0 : 1;
}

function setupOf(copy: BenchProduct, length: Length): LoadSetup {
  const { infra, pids, urls, floorUrl, tokens } = copy;
  const { postgres, temporal } = infra.pids;
  if (postgres === undefined || temporal === undefined) {
    throw new Error('expected PostgreSQL and Temporal of its own for the bench, but one was given by address');
  }
  return {
    urls,
    floorUrl,
    tokens,
    itemCode: benchItem.item.code,
    temporalAddress: infra.temporalAddress,
    namespace: infra.namespace,
    adminUrl: infra.databaseUrl,
    pids: { ...pids, postgres, temporal },
    blocks: scheduleOf(length),
    sampledCases: length.sampledCases,
  };
}

/** Starts the load process and gathers what it tells; a load process that dies is an error. */
async function runLoad(setup: LoadSetup, began: number): Promise<Pick<Results, 'blocks' | 'histories'>> {
  const blocks: Block[] = [];
  let histories: Results['histories'] | null = null;
  const child = fork(join(import.meta.dirname, 'load.ts'), { execArgv: ['--import', 'tsx'] });
  child.on('message', (note: LoadNote) => {
    if (note.type === 'line') say(note.text);
    if (note.type === 'block') blocks.push(note.block);
    if (note.type === 'block') say(`${seconds(began).padStart(4)} s  ${blockLine(note.block)}`);
    if (note.type === 'histories') histories = note.counts;
  });
  child.send(setup);
  const code = await new Promise((resolve) => {
    child.once('exit', resolve);
  });
  if (code !== 0 || histories === null)
    throw new Error(`the load process ended with ${String(code)} before it was done`);
  return { blocks, histories };
}

function blockLine(block: Block): string {
  const { variant, concurrency, repeat, perSecond, p50, p99, errors, cpuMs, walSyncs, foreignCpu } = block;
  const used = Object.entries(cpuMs).map(([name, ms]) => `${name} ${ms.toFixed(2)}`);
  return [
    `#${repeat} C=${String(concurrency).padEnd(2)} ${variant.padEnd(8)} ${perSecond.toFixed(0).padStart(4)}/s`,
    `p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms`,
    `${used.join(' ')} ms CPU`,
    `${walSyncs.toFixed(2)} syncs`,
    `foreign ${Math.round(foreignCpu * 100)} %`,
    ...(errors > 0 ? [`${errors} errors: ${block.firstError ?? ''}`] : []),
  ].join('  ');
}

function writeReport(results: Results): void {
  writeFileSync(join(root, 'docs/benchmarks.md'), reportOf(results));
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1_000).toFixed(0);
}

/** Warnings and errors of the processes only. */
function quietLog(line: string): void {
  if (/warn|error|fail/i.test(line)) say(line);
}
