import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { runCommand } from './command.ts';
import { createSimulator } from './devices/simulator.ts';

const usage = `npm run devices -- [--port 17310] [--origin http://127.0.0.1:8080] [--no-card]

Stands in for the card reader and the document camera of a window. Start the product with
DEVICE_BRIDGE_URL=http://127.0.0.1:17310`;

/** Somebody who does not exist. */
const card = {
  name: '赵演示',
  idNo: '210102199003070011',
  address: '沈阳市和平区演示路1号',
  validUntil: '2036-03-07',
};

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, origin: { type: 'string', multiple: true }, 'no-card': { type: 'boolean' } },
  });
  const port = Number(values.port ?? 17_310);
  const origins = values.origin ?? ['http://127.0.0.1:8080', 'http://localhost:8080'];
  const server = createSimulator({ origins, card: values['no-card'] === true ? null : card, waitMs: 15_000 });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  process.stdout.write(`devices answer at http://127.0.0.1:${port} for pages of ${origins.join(', ')}\n`);
});
