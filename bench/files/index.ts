import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startCopy } from '../../demo/copy.ts';
import type { Copy } from '../../demo/copy.ts';
import { deskOf } from '../../demo/story/desk.ts';
import { file } from '../../demo/story/story.ts';
import { teller } from '../../demo/story/teller.ts';
import type { Role } from '../../domain/people/roles.ts';
import { compareFiles } from '../../server/files/compare.ts';
import { openFiles } from '../../server/files/open-files.ts';
import { machineLine } from '../machine.ts';
import { loadFiles } from './load.ts';
import type { Loaded } from './load.ts';

/** `npm run bench:files -- [--uploads 200] [--mb 20] [--kills 0]`; see the README beside. */
const { values: options } = parseArgs({
  options: {
    uploads: { type: 'string', default: '200' },
    mb: { type: 'string', default: '20' },
    kills: { type: 'string', default: '0' },
  },
});
const [uploads, megabytes, kills] = [options.uploads, options.mb, options.kills].map(Number) as [
  number,
  number,
  number,
];
const goals = { listMs: 300, apiMb: 400 };
const department = 'sy-water';
const hands: readonly Role[] = [
  'windowClerk',
  'caseOfficer',
  'reviewer',
  'approver',
  'certificateClerk',
  'siteInspector',
];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

say(`machine: ${machineLine()}`);
// One case takes all of them.
process.env['CASE_FILES_MAX_MB'] = String(2 * uploads * megabytes);
const product = await startCopy({ log: () => undefined });
try {
  process.exitCode = (await measure(product)) ? 0 : 1;
} finally {
  await product.destroy();
}

async function measure(copy: Copy): Promise<boolean> {
  const story = await file(
    copy.url,
    deskOf(copy.url, department),
    teller(() => undefined),
  );
  const over = new AbortController();
  const memory = watchMemory(copy, over.signal);
  const killing = killSometimes(copy, over.signal);
  const loaded = await loadFiles({
    url: copy.url,
    caseId: story.caseId,
    materialId: await firstMaterial(copy, story.caseId),
    tokens: hands.map((role) => copy.handOf(role, department).token),
    reader: copy.handOf('windowLead', department).token,
    uploads,
    bytes: megabytes * 1_048_576,
    partBytes: 4_194_304,
  });
  over.abort();
  await killing;
  return verdict(copy, { loaded, apiMb: await memory, caseId: story.caseId });
}

async function firstMaterial(copy: Copy, caseId: string): Promise<string> {
  const { token } = copy.handOf('windowClerk', department);
  const answer = await fetch(`${copy.url}/api/v1/cases/${caseId}`, { headers: { authorization: `Bearer ${token}` } });
  const { materials } = (await answer.json()) as { materials: { id: string }[] };
  return materials[0]?.id ?? '';
}

/** The most memory that any API process had, in MB. */
async function watchMemory({ services }: Copy, signal: AbortSignal): Promise<number> {
  let most = 0;
  while (!signal.aborted) {
    most = Math.max(most, residentMb(services.api.pid()));
    await pause(100);
  }
  return most;
}

function residentMb(pid: number | undefined): number {
  if (pid === undefined) return 0;
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(found ?? 0) / 1_024;
  } catch {
    // Killed at this moment.
    return 0;
  }
}

async function killSometimes({ services }: Copy, signal: AbortSignal): Promise<void> {
  for (let n = 0; n < kills; n += 1) {
    await pause(1_500 + 500 * n);
    if (signal.aborted) return;
    await services.api.killHard();
    await services.api.restart();
  }
}

async function verdict(copy: Copy, o: { loaded: Loaded; apiMb: number; caseId: string }): Promise<boolean> {
  const { seconds, listMs, sent, resumed } = o.loaded;
  const p95 = listMs.toSorted((a, b) => a - b)[Math.floor(listMs.length * 0.95)] ?? Infinity;
  const { rows } = await copy.db.query<{ file_id: string; sha256: string }>(
    `SELECT file_id, sha256 FROM case_file WHERE case_id = $1 AND state = 'kept'`,
    [o.caseId],
  );
  const kept = new Map(rows.map((row) => [row.file_id, row.sha256]));
  const lost = [...sent].filter(([fileId, sha256]) => kept.get(fileId) !== sha256);
  const dir = copy.infra.data.at('files');
  const { store } = await openFiles({ dir, mostBytes: { ofFile: 0, ofCase: 0 } });
  const { wrong, young } = await compareFiles({ db: copy.db, store, deep: true, now: Date.now() });
  const rate = (uploads * megabytes) / seconds;
  say(
    `${sent.size} files of ${megabytes} MB in ${seconds.toFixed(1)} s (${rate.toFixed(0)} MB/s), ${resumed} times gone on`,
  );
  say(`lists: ${listMs.length} read, p95 ${p95.toFixed(0)} ms, greatest ${Math.max(...listMs).toFixed(0)} ms`);
  say(`API: at most ${o.apiMb.toFixed(0)} MB`);
  say(`answered for and not kept: ${lost.length}; kept and not sent: ${kept.size - sent.size}; unnamed: ${young}`);
  for (const sentence of wrong) say(`wrong: ${sentence}`);
  const met = p95 <= goals.listMs && o.apiMb < goals.apiMb && lost.length === 0 && wrong.length === 0;
  say(met ? 'pass' : 'FAIL');
  return met;
}
