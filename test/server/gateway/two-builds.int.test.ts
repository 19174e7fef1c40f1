import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readHead } from '../../../db/journal/head.ts';
import { readIntent } from '../../../db/journal/intents.ts';
import { leaveWorker, tellWorker } from '../../../db/workers.ts';
import { currentRules } from '../../../domain/case/machine.ts';
import { opIdOf } from '../../../server/gateway/answers.ts';
import { modernSyntax } from '../../../server/gateway/bundle.ts';
import { createReadiness } from '../../../server/readiness.ts';
import { version } from '../../../server/version.ts';
import { changeContact, drivenCase, official, writeOf } from '../../support/driven-case.ts';
import { publishTestFlow } from '../../support/played-case.ts';
import { openTestProduct } from '../../support/temporal.ts';
import type { TestProduct } from '../../support/temporal.ts';
import { openTestFiles } from '../../support/api.ts';
import { until } from '../../support/until.ts';

/** An update: the API of a release beside workers of the one before, which knows one set of rules less. */
const folder = mkdtempSync(join(tmpdir(), 'shixian-older-'));
let product: TestProduct;
let older: { codePath: string };

beforeAll(async () => {
  product = await openTestProduct({ submitDeadlineMs: 5_000 });
  await publishTestFlow(product.admin);
  older = { codePath: await bundleOf('older') };
});
afterEach(async () => {
  await product.stopWorkers();
  for (const worker of ['older', 'newer']) await leaveWorker(product.db, worker);
});
afterAll(async () => {
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The workflow code as it was before the newest rules. */
async function bundleOf(name: string): Promise<string> {
  const root = join(import.meta.dirname, '../../..');
  for (const part of ['workflows', 'domain']) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const machine = join(folder, 'domain/case/machine.ts');
  const [now, before] = [currentRules, currentRules - 1].map((rules) => `export const currentRules = ${rules};`) as [
    string,
    string,
  ];
  const text = readFileSync(machine, 'utf8');
  expect(text).toContain(now);
  writeFileSync(machine, text.replace(now, before));
  const workflowsPath = join(folder, 'workflows/case-workflow.ts');
  const logger = new DefaultLogger('WARN');
  const { code } = await bundleWorkflowCode({ workflowsPath, webpackConfigHook: modernSyntax, logger });
  const codePath = join(folder, `${name}.js`);
  writeFileSync(codePath, code);
  return codePath;
}

const rulesOf = async (caseId: string) => (await readHead(product.db, caseId))?.state.rules;

test('fault I4: what an older worker does not know is answered 503, not stored, and done by a newer one under the same key', async () => {
  const stale = product.openGateway({ leaseMs: 1 });
  await tellWorker(product.db, { worker: 'older', rules: currentRules - 1, version: '0.0.9' });
  const it = await drivenCase(product, product.openGateway());
  await leaveWorker(product.db, 'older');
  const worker = await product.startWorker(older);
  // No worker has said what it knows: the newest rules are sent.
  const request = { ...writeOf(official('windowClerk'), product), caseId: it.caseId, order: changeContact('a') };
  expect(await stale.give(request)).toMatchObject({ status: 503, body: { code: 'unavailable', retryAfter: 3 } });
  expect(await readIntent(product.db, opIdOf(request))).toMatchObject({ state: 'sent', stored: null });
  await worker.stop();
  await product.startWorker();
  const done = await until('the answer', async () => {
    await stale.sweep();
    const intent = await readIntent(product.db, opIdOf(request));
    return intent?.state === 'applied' ? intent : null;
  });
  expect(await stale.give(request)).toEqual({ status: 200, body: done.stored?.answer });
  expect(await rulesOf(it.caseId)).toBe(currentRules);
});

test('fault I4: orders and filings carry the newest rules that all live workers know, and /readyz warns and tells which builds run', async () => {
  await tellWorker(product.db, { worker: 'older', rules: currentRules - 1, version: '0.0.9' });
  await tellWorker(product.db, { worker: 'newer', rules: currentRules, version });
  const gateway = product.openGateway();
  const readiness = createReadiness({
    auditDb: product.db,
    db: product.db,
    store: (await openTestFiles()).store,
    connection: product.client.connection,
    namespace: product.client.options.namespace,
    production: false,
    state: { swept: true, stopping: false },
  });
  const nobody = ['systemAdmin', 'securityAdmin', 'auditAdmin'].map(
    (role) => `expected an account with the post ${role}, but there is none: npm run user -- add makes it`,
  );
  const asked = await readiness();
  expect(asked.warnings).toEqual([
    `expected workers that know rules ${currentRules}, but one knows up to ${currentRules - 1} only: restart it`,
    `expected workers of this API's build ${version}, but 1 are of 0.0.9`,
    ...nobody,
  ]);
  expect(asked.builds).toEqual([
    { kind: 'worker', version: '0.0.9', rules: currentRules - 1, count: 1 },
    { kind: 'worker', version, rules: currentRules, count: 1 },
  ]);
  await product.startWorker(older);
  const it = await drivenCase(product, gateway);
  expect(await rulesOf(it.caseId)).toBe(currentRules - 1);
  await it.must('windowClerk', changeContact('b'));
  const request = { ...writeOf(official('windowClerk'), product), caseId: it.caseId, order: changeContact('c') };
  expect((await gateway.give(request)).status).toBe(200);
  expect(await rulesOf(it.caseId)).toBe(currentRules - 1);
  await product.stopWorkers();
  await leaveWorker(product.db, 'older');
  await product.startWorker();
  expect((await readiness()).warnings).toEqual(nobody);
  const last = { ...writeOf(official('windowClerk'), product), caseId: it.caseId, order: changeContact('d') };
  expect((await product.openGateway().give(last)).status).toBe(200);
  expect(await rulesOf(it.caseId)).toBe(currentRules);
});
