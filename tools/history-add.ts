import { addHistory } from '../test/support/add-history.ts';
import startServers from '../test/support/shared-servers.ts';
import { scripts } from '../test/support/history-scripts/index.ts';

/** `npm run history:add <name>`: records one script of test/support/history-scripts/ and leaves what is recorded as it is. */
const [name = ''] = process.argv.slice(2);
const script = scripts[name];
if (script === undefined) {
  process.stderr.write(`expected a script, such as npm run history:add ${Object.keys(scripts).join(' | ')}\n`);
  process.exit(64);
}
const stopServers = await startServers();
try {
  const files = await addHistory(name, script);
  process.stdout.write(`${files.map((file) => `test/histories/${file}`).join('\n')}\n`);
} finally {
  await stopServers();
}
