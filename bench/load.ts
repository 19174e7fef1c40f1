import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { connectTemporal } from '../server/case-worker.ts';
import { withClient } from '../server/launcher/database.ts';
import { bareQueue, tunedQueue } from './bare-messages.ts';
import { laneOf, provide, runBlock } from './block.ts';
import type { Lane } from './block.ts';
import { bareDriver } from './driver-bare.ts';
import { floorDriver } from './driver-floor.ts';
import { oursDriver } from './driver-ours.ts';
import { countHistories } from './histories.ts';
import { variants } from './types.ts';
import type { BlockPlan, HistoryCount, LoadNote, LoadSetup, Variant } from './types.ts';
import { openWalMeter } from './wal.ts';

/** The load process: told what to do by one message, it tells each block as it ends. */
process.once('message', (setup: LoadSetup) => {
  run(setup).then(
    () => process.disconnect(),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

const warmUpMs = 5_000;

async function run(setup: LoadSetup): Promise<void> {
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('WARN') });
  const connection = await connectTemporal({ address: setup.temporalAddress, tls: null });
  const client = new Client({ connection, namespace: setup.namespace });
  // The client of the SDK's pages; the native one is the product's own choice.
  const grpc = await Connection.connect({ address: setup.temporalAddress });
  const plain = new Client({ connection: grpc, namespace: setup.namespace });
  const wal = await openWalMeter(setup.adminUrl);
  const lanes: Record<Variant, Lane> = {
    bare: laneOf(bareDriver(plain, { workflowType: 'bareCase', taskQueue: bareQueue })),
    awaiting: laneOf(bareDriver(plain, { workflowType: 'awaitingCase', taskQueue: bareQueue })),
    ours: laneOf(oursDriver(setup)),
    floor: laneOf(floorDriver(client, setup.floorUrl)),
    tuned: laneOf(bareDriver(client, { workflowType: 'bareCase', taskQueue: tunedQueue })),
  };
  const runOne = async (plan: BlockPlan): Promise<void> => {
    const lane = lanes[plan.variant];
    await provide(lane, plan);
    const block = await runBlock(lane, plan, { setup, wal });
    if (plan.repeat > 0) tell({ type: 'block', block });
  };
  // Once through everything before it counts: compiled code, filled caches, prepared statements.
  const longest = Math.max(...setup.blocks.map((block) => block.ms));
  for (const variant of variants) {
    await runOne({ variant, concurrency: 8, repeat: 0, warmMs: 0, ms: Math.min(warmUpMs, longest) });
  }
  // What autovacuum does within the first minutes of an installation: until then plans are those of empty tables.
  await withClient(setup.adminUrl, async (admin) => admin.query('ANALYZE'));
  tell({ type: 'line', text: 'warmed up' });
  for (const plan of setup.blocks) await runOne(plan);
  tell({ type: 'histories', counts: await countAll(client, lanes, setup.sampledCases) });
  await wal.close();
  await grpc.close();
  await connection.close();
  tell({ type: 'done' });
}

async function countAll(
  client: Client,
  lanes: Record<Variant, Lane>,
  most: number,
): Promise<Record<Variant, HistoryCount>> {
  const countOf = async ({ driver, opened }: Lane): Promise<HistoryCount> => {
    const used = opened.filter((subject) => subject.left < driver.stepsPerCase);
    return countHistories(client, used.slice(0, most).map(driver.workflowIdOf));
  };
  const [bare, awaiting] = [await countOf(lanes.bare), await countOf(lanes.awaiting)];
  return {
    bare,
    awaiting,
    ours: await countOf(lanes.ours),
    floor: await countOf(lanes.floor),
    tuned: await countOf(lanes.tuned),
  };
}

function tell(note: LoadNote): void {
  process.send?.(note);
}
