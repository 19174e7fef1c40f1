import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'shixian-no-tools-'));
writeFileSync(join(folder, 'go'), '#!/bin/sh\necho go version go1.20 linux/amd64\n', { mode: 0o755 });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs node on a machine that has no Temporal server and a Go that is too old to build one with. */
function withoutServers(args: readonly string[]): { status: number | null; output: string } {
  const { TEMPORAL_SERVER_BIN: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...env, PATH: `${folder}:${env['PATH']}`, XDG_CACHE_HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

describe('fault G1: servers are obtained before any test', () => {
  it('fault G1: npm test says what is missing and ends before its first check', () => {
    const { status, output } = withoutServers(['--import', 'tsx', 'tools/test.ts']);
    expect(status).toBe(69);
    expect(output).toMatch(/== servers and browser[\s\S]*expected a Temporal server[\s\S]*install Go 1\.26/);
    expect(output).toContain('no test was run');
    expect(output).not.toContain('== format');
  });

  it('fault G1: a tier run by hand fails before its first hook, and nothing is built in one', () => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const { status, output } = withoutServers([vitest, 'run', '--project', 'int', 'test/db/migrate.int.test.ts']);
    expect(status).toBe(1);
    expect(output).toContain('expected a Temporal server');
    expect(output).not.toMatch(/✓|passed/);
    expect(existsSync(join(folder, 'shixian'))).toBe(false);
  });
});
