import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { exitCodeOf } from '../server/launcher/launch-error.ts';
import { findBrowser } from './browser.ts';
import { obtainServers } from './servers.ts';

/** Outcome of one stage of `npm test`. */
interface Stage {
  readonly title: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** Failed tests, each with the first lines of its reason: the end of a long log must say what failed. */
  readonly failures?: readonly string[];
}

/** What is left to the time zone of a process. The law knows none: `test/house.test.ts` keeps `Date` and `Intl` out of domain/. */
const zoned = ['test/console', 'test/server/presenters', 'test/tools', 'test/domain/clock'] as const;

const reports = join(tmpdir(), `shixian-test-${process.pid}`);

/** What the tests run on, before any of them: without it there is nothing to prove, and the run ends with its reason. */
async function servers(): Promise<Stage> {
  const title = 'servers and browser';
  console.log(`\n== ${title}`);
  const begun = performance.now();
  const log = (line: string): void => console.log(line);
  try {
    await obtainServers(log);
    log(`Chromium: ${findBrowser()}`);
  } catch (error) {
    const code = exitCodeOf(error);
    console.error(code === undefined || !(error instanceof Error) ? error : error.message);
    console.error(`\nFAILED ${title}: no test was run`);
    process.exit(code ?? 1);
  }
  return { title, passed: 1, failed: 0, seconds: secondsSince(begun) };
}

function secondsSince(begun: number): number {
  return Math.round((performance.now() - begun) / 100) / 10;
}

/** A check counts as one test: it holds or it does not. One after the other: each takes both cores, side by side they were slower. */
function check(title: string, ...args: readonly string[]): Stage {
  console.log(`\n== ${title}`);
  const begun = performance.now();
  const ok = spawnSync('npx', args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  return { title, passed: ok ? 1 : 0, failed: ok ? 0 : 1, seconds: secondsSince(begun) };
}

/** A tier of vitest; a tier that reports no test has failed. */
function tier(title: string, project: string, env: NodeJS.ProcessEnv = {}, parts: readonly string[] = []): Stage {
  const file = join(reports, `${title.replace(/\W+/g, '-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  console.log(`\n== ${title}`);
  const begun = performance.now();
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', project, ...reporters, ...parts], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  const [ok, seconds] = [status === 0, secondsSince(begun)];
  const { passed, failed, failures } = reported(file);
  const broken = ok === (failed === 0 && passed > 0) ? failed : Math.max(failed, 1);
  // An error that no test caught fails the run and is in no report.
  const unhandled = broken > failed ? [`${title}: the run failed though no test did: look for "Unhandled" above`] : [];
  return {
    title,
    passed,
    failed: passed === 0 ? Math.max(broken, 1) : broken,
    seconds,
    failures: [...failures, ...unhandled],
  };
}

/** What vitest's JSON report holds of interest here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

function reported(file: string): { passed: number; failed: number; failures: readonly string[] } {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    return { passed: report.numPassedTests, failed: report.numFailedTests, failures: failuresOf(report) };
  } catch (error) {
    return { passed: 0, failed: 1, failures: [`no report: ${String(error)}`] };
  }
}

function failuresOf({ testResults }: Report): readonly string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const where = relative(process.cwd(), name);
    if (failed.length === 0) return status === 'failed' ? [`${where}\n${firstLines(message)}`] : [];
    return failed.map((test) => `${where}: ${test.fullName}\n${firstLines(test.failureMessages.join('\n'))}`);
  });
}

function firstLines(reason: string): string {
  const lines = stripVTControlCharacters(reason).split('\n');
  const ours = lines.filter((line) => !line.includes('node_modules') && !line.includes('<anonymous>')).slice(0, 6);
  return ours.map((line) => `    ${line.slice(0, 300)}`).join('\n');
}

/** What is built may stay; a folder of data would stop the `npm start` that comes next. */
function leftBehind(before: readonly string[]): Stage {
  const left = readdirSync('.').filter((name) => name !== 'dist' && !before.includes(name));
  const failures = left.map((name) => `expected the tests to leave nothing in the checkout, but ${name} is there now`);
  return { title: 'nothing left behind', passed: left.length === 0 ? 1 : 0, failed: left.length, seconds: 0, failures };
}

async function main(): Promise<void> {
  mkdirSync(reports, { recursive: true });
  const before = readdirSync('.');
  const stages = [
    await servers(),
    check('format', 'oxfmt', '--check', '.'),
    check('lint', 'oxlint', '--type-aware'),
    check('types of domain', 'tsc', '-p', 'domain'),
    check('types', 'tsc', '-p', '.'),
    check('types of console', 'tsc', '-p', 'console'),
    check('dead code', 'knip'),
    tier('pure, TZ=America/New_York', 'pure', { TZ: 'America/New_York' }),
    tier('pure where a zone could tell, TZ=UTC', 'pure', { TZ: 'UTC' }, zoned),
    tier('pure where a zone could tell, TZ=Asia/Shanghai', 'pure', { TZ: 'Asia/Shanghai' }, zoned),
    tier('integration', 'int'),
    tier('end to end', 'e2e'),
    tier('timed', 'timed'),
    leftBehind(before),
  ];
  rmSync(reports, { recursive: true, force: true });
  console.log('\n');
  for (const failure of stages.flatMap(({ failures = [] }) => failures)) console.log(`${failure}\n`);
  for (const { title, passed, failed, seconds } of stages) {
    console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${title}: ${passed} passed, ${failed} failed, ${seconds} s`);
  }
  const sum = (pick: (stage: Stage) => number) => stages.reduce((total, stage) => total + pick(stage), 0);
  console.log(`\n${sum((stage) => stage.passed)} passed, ${sum((stage) => stage.failed)} failed`);
  process.exitCode = sum((stage) => stage.failed) === 0 ? 0 : 1;
}

await main();
