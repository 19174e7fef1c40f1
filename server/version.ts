import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** Where `npm run build` writes the commit that it was given. */
export const buildFile = join(root, 'dist/build.json');

/** Which build this is, in `/readyz` and the log: 0.1.0+b8e23a2d1c0f; without the commit where nothing knows it. */
export const version = versionOf(readText(join(root, 'package.json')), readText(buildFile));

/** The version of a package.json with the commit of a build file; an empty text stands for a file that is not there. */
export function versionOf(manifest: string, build: string): string {
  const [, number = 'unknown'] = /"version":\s*"([^"]+)"/.exec(manifest) ?? [];
  const [, commit] = /"commit":\s*"([^"]+)"/.exec(build) ?? [];
  return commit === undefined ? number : `${number}+${commit}`;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
