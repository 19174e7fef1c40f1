import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '../db/seed/people.ts';
import { signIn } from '../demo/api-client.ts';
import { dataFolder, launchProduct } from './support/launched.ts';
import type { Product } from './support/launched.ts';

const root = join(import.meta.dirname, '..');
const folder = dataFolder();
let product: Product;

beforeAll(async () => {
  product = await launchProduct(folder.dir);
});
afterAll(async () => {
  await product.stop();
  folder.remove();
});

/** Command lines of processes that still mention the data folder. */
function leftOver(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
        return environment.includes(`DATA_DIR=${folder.dir}\0`) ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8')] : [];
      } catch {
        return [];
      }
    });
}

async function casesOf(login: string): Promise<number> {
  const user = await signIn(product.url, login, demoPassword);
  const { department, closed } = (await user.get('/worklists/counters')) as { department: number; closed?: number };
  let [all, cursor] = [0, ''];
  do {
    const page = (await user.get(`/worklists/closed?limit=100${cursor}`)) as {
      items: unknown[];
      nextCursor: string | null;
    };
    all += page.items.length;
    cursor = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`;
  } while (cursor !== '');
  expect(closed ?? all).toBe(all);
  return department + all;
}

describe('the product as npm start runs it', () => {
  it('was seeded by orders: more than 40 cases, open and closed, two untimed steps past their promise', async () => {
    expect(await casesOf('yanduxing')).toBeGreaterThanOrEqual(40);
    const supervisor = await signIn(product.url, 'yanduxing', demoPassword);
    const ledger = (await supervisor.get('/ledger?limit=200')) as { items: { overdue: boolean }[] };
    expect(ledger.items.filter((row) => row.overdue).length).toBeGreaterThanOrEqual(2);
    expect(ledger.items.some((row) => !row.overdue)).toBe(true);
    expect(ledger.items.findIndex((row) => !row.overdue)).toBe(ledger.items.filter((row) => row.overdue).length);
  });

  it('tells the demo story, every line true', async () => {
    const args = ['--import', 'tsx', 'demo/index.ts', '--url', product.url];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
    expect(stdout).toContain('句句属实');
    expect(stdout).not.toContain('✗');
  });

  it('numbers documents by the patterns that its departments have put in force: above what they had typed', async () => {
    const admin = await signIn(product.url, 'jiangliqing', demoPassword);
    const { items } = (await admin.get('/number-patterns')) as { items: { kinds: { pattern: string | null }[] }[] };
    expect(items.flatMap(({ kinds }) => kinds).filter(({ pattern }) => pattern === null)).toEqual([]);
    const path = `/document-numbers?limit=100&kind=acceptanceNotice&words=${encodeURIComponent('沈水受字')}`;
    const numbers = (await admin.get(path)) as { items: { text: string; fromSeries: boolean }[] };
    const serials = (given: boolean) =>
      numbers.items
        .filter(({ fromSeries }) => fromSeries === given)
        .map(({ text }) => Number(/〕(\d+)号$/.exec(text)?.[1]));
    expect(serials(true)).toEqual([Math.max(...serials(false)) + 1]);
  });

  it('stops clean and is ready again within 15 seconds, with its cases and without seeding again', async () => {
    const before = await casesOf('yanduxing');
    expect(await product.stop()).toBe(0);
    expect(leftOver()).toEqual([]);
    const begun = performance.now();
    product = await launchProduct(folder.dir);
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect(product.lines.join('\n')).not.toContain('累计');
    expect(await casesOf('yanduxing')).toBe(before);
  });

  it('starts again after its launcher was killed with -9', async () => {
    await product.stop('SIGKILL');
    product = await launchProduct(folder.dir);
    const ready = await fetch(`${product.url}/readyz`);
    expect(ready.status).toBe(200);
  });
});
