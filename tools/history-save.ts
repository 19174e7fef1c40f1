import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { configOrExit } from '../server/config.ts';
import { saveHistories } from '../test/support/histories.ts';

/** `npm run history:save <caseId>`: adds the runs of a case of the running product to test/histories/. */
const { config } = configOrExit();
const [caseId] = process.argv.slice(2);
if (caseId === undefined || !/^[0-9a-f-]{36}$/.test(caseId)) {
  process.stderr.write(
    'expected the id of a case (a UUID), such as npm run history:save 0192f000-0000-7000-8000-000000000001\n',
  );
  process.exit(64);
}
const connection = await Connection.connect({ address: addressOf(), connectTimeout: '5s' });
const client = new Client({ connection, namespace: config.TEMPORAL_NAMESPACE });
const files = await saveHistories(client, { caseId, name: `case-${caseId.slice(0, 8)}` });
process.stdout.write(`${files.map((file) => `test/histories/${file}`).join('\n')}\n`);
await connection.close();

/** The given server, or the one that `npm start` runs for this data folder. */
function addressOf(): string {
  if (config.TEMPORAL_ADDRESS !== undefined) return config.TEMPORAL_ADDRESS;
  const file = join(config.DATA_DIR, 'temporal-ports.json');
  if (!existsSync(file)) {
    process.stderr.write(`expected the running product or TEMPORAL_ADDRESS, but ${file} is not there\n`);
    process.exit(69);
  }
  const ports: { frontend: number } = JSON.parse(readFileSync(file, 'utf8'));
  return `127.0.0.1:${ports.frontend}`;
}
