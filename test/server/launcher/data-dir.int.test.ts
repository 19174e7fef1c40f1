import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openDataDir } from '../../../server/launcher/data-dir.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folderWith(...names: readonly string[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'shixian-data-'));
  folders.push(dir);
  for (const name of names) mkdirSync(join(dir, name));
  return dir;
}

const open = async (dir: string) => openDataDir({ dir, log: () => undefined });

it('a folder in which an API that was run by hand made its own is one of ours', async () => {
  const dir = folderWith('files');
  (await open(dir)).release();
  (await open(dir)).release();
});

it('a folder of other people is refused and left as it is', async () => {
  const dir = folderWith('files', 'photos');
  await expect(open(dir)).rejects.toMatchObject({ exitCode: 78, message: /found 1 other entries/ });
  const other = folderWith();
  writeFileSync(join(other, 'thesis.txt'), 'ten years of work');
  await expect(open(other)).rejects.toMatchObject({ exitCode: 78 });
});
