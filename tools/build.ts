import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { bundleFolder, workflowBundle } from '../server/gateway/bundle.ts';
import { buildConsole } from '../server/launcher/build-console.ts';
import { compile } from '../server/launcher/compile.ts';
import { buildFile } from '../server/version.ts';

/** `npm run build`: the console, the processes and the workflow code of a release, into dist/, where their sources changed. */
async function main(): Promise<void> {
  const log = (line: string): void => void process.stdout.write(`${line}\n`);
  await buildConsole(log);
  await compile(['server/api.ts', 'server/worker.ts']);
  const { codePath } = await workflowBundle(bundleFolder);
  log(`the workflow code is ${codePath}`);
  const commit = commitHere();
  writeFileSync(buildFile, `${JSON.stringify(commit === undefined ? {} : { commit })}\n`);
  log(
    commit === undefined
      ? 'the commit is not known: /readyz tells the version of package.json'
      : `built from ${commit}`,
  );
}

/** The commit of this checkout, marked when something in it differs; undefined without git. */
function commitHere(): string | undefined {
  const git = (...args: string[]): string | undefined => {
    const { status, stdout } = spawnSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' });
    return status === 0 ? stdout.trim() : undefined;
  };
  const commit = git('rev-parse', '--short=12', 'HEAD');
  return commit === undefined || git('status', '--porcelain') === '' ? commit : `${commit}-changed`;
}

await main();
