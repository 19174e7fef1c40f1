import { bundleFolder, workflowBundle } from '../server/gateway/bundle.ts';
import { buildConsole } from '../server/launcher/build-console.ts';

/** `npm run build`: the console and the workflow code of a release, into dist/, where their sources changed. */
async function main(): Promise<void> {
  const log = (line: string): void => void process.stdout.write(`${line}\n`);
  await buildConsole(log);
  const { codePath } = await workflowBundle(bundleFolder);
  log(`the workflow code is ${codePath}`);
}

await main();
