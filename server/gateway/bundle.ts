import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import type { BundleOptions } from '@temporalio/worker';
import { root } from '../root.ts';

const sources = ['workflows', 'domain'] as const;
const thisFile = 'server/gateway/bundle.ts';
const packages = ['@temporalio/worker', '@temporalio/workflow', '@noble/hashes'] as const;

/** Where a release keeps it: `npm run build` makes it, a worker without it does. Not the data folder, which belongs to `npm start`. */
export const bundleFolder = join(root, 'dist/workflows');

/** Loaded once and shared, frozen, by all cases of a worker: pure code without state of a case, compiled by V8 once it is hot. */
const shared = [join(root, 'domain/case/machine.ts')];

type WebpackHook = NonNullable<BundleOptions['webpackConfigHook']>;

/** Keeps the syntax that Node 20 has: the SDK's es2017 makes every object spread a call of a slow helper. */
export const modernSyntax: WebpackHook = (config) => {
  for (const rule of config.module?.rules ?? []) {
    if (typeof rule !== 'object' || rule === null) continue;
    const { use } = rule;
    if (typeof use !== 'object' || !('options' in use) || typeof use.options !== 'object') continue;
    const { options } = use;
    if ('jsc' in options) options['jsc'] = { ...options['jsc'], target: 'es2022' };
  }
  return config;
};

/**
 * The workflow code as one file for the sandbox, built when the sources or the SDK changed and kept in `cacheDir` under
 * their hash. Two processes may build at once: the file appears whole or not at all.
 */
export async function workflowBundle(
  cacheDir: string,
  options: { readonly interceptors?: readonly string[] } = {},
): Promise<{ codePath: string }> {
  const interceptors = options.interceptors ?? [];
  const codePath = join(cacheDir, `workflows-${hashOfSources(interceptors)}.js`);
  if (existsSync(codePath)) return { codePath };
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(root, 'workflows/case-workflow.ts'),
    workflowInterceptorModules: [...interceptors],
    preloadModules: shared,
    webpackConfigHook: modernSyntax,
    logger: new DefaultLogger('WARN'),
  });
  mkdirSync(cacheDir, { recursive: true });
  const partial = `${codePath}.${process.pid}`;
  writeFileSync(partial, code);
  renameSync(partial, codePath);
  return { codePath };
}

function hashOfSources(extra: readonly string[]): string {
  const hash = createHash('sha256');
  const files = [...sources.flatMap((folder) => filesIn(join(root, folder))), join(root, thisFile), ...extra];
  for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  const require = createRequire(import.meta.url);
  for (const name of packages) hash.update(`${name} ${versionOf(require.resolve(name), name)}\n`);
  return hash.digest('hex').slice(0, 16);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => join(folder, name));
}

/** Reads package.json beside the resolved entry: not every package exports it. */
function versionOf(entry: string, name: string): string {
  const at = entry.lastIndexOf(join('node_modules', name));
  const text = readFileSync(join(entry.slice(0, at), 'node_modules', name, 'package.json'), 'utf8');
  return /"version":\s*"([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}
