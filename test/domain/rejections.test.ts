import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rejectionCodes } from '../../domain/rejections/index.ts';

const folder = join(import.meta.dirname, '../../domain/rejections');

it('each reason to refuse stands in one file of one procedure, and no file is left out', async () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'index.ts');
  const modules: object[] = await Promise.all(files.map(async (file) => import(join(folder, file))));
  const written = modules.flatMap((module) => Object.values(module)).flatMap((reasons: object) => Object.keys(reasons));
  expect(written.toSorted()).toEqual(rejectionCodes.toSorted());
});
