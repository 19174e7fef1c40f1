import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { paths } from '../../../console/paths.ts';
import { worklistNames } from '../../../contract/worklists.ts';
import { staffPages, visits } from '../../../tools/pictures/visits.ts';

const root = join(import.meta.dirname, '../../../console');
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const pathNames = (source: string) => [...source.matchAll(/path: paths\.(\w+)/g)].map(([, name]) => name ?? '');
const addressOf = (name: string) => Object.entries(paths).find(([key]) => key === name)?.[1];

/** Every address of the console's table of routes. */
const routes = [
  ...[...text('routes.tsx').matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? ''),
  ...pathNames(text('routes.tsx')).map((name) => String(addressOf(name))),
].filter((path) => path !== paths.desk);

it('pictures are taken of every page of the console', () => {
  expect(routes.length).toBeGreaterThan(15);
  const inMenu = pathNames(text('layout/menu.tsx')).flatMap((name) =>
    name === 'worklist' ? ['/worklists/:list'] : [String(addressOf(name))],
  );
  const seen = new Set(
    [...inMenu, ...staffPages, ...visits.flatMap(({ pages }) => pages)].map((look) =>
      typeof look === 'string' ? look : look.route,
    ),
  );
  expect(routes.filter((route) => !seen.has(route))).toEqual([]);
});

it('every list of the menu is one of the API', () => {
  const lists = [...text('layout/menu.tsx').matchAll(/paths\.worklist\('(\w+)'\)/g)].map(([, list]) => list);
  // The outlet is a page of its own.
  expect(new Set([...lists, 'outlet'])).toEqual(new Set(worklistNames));
});
