import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the checkout, whether this runs from the sources or, compiled, from dist/. */
export const root = nearest(import.meta.dirname);

/** Whether this runs as `compile` made it: a process reads no TypeScript then. */
export const isCompiled = import.meta.filename.endsWith('.js');

function nearest(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : nearest(dirname(folder));
}
