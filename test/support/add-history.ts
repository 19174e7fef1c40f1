import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { currentRules } from '../../domain/case/machine.ts';
import { workflowId } from '../../workflows/messages.ts';
import { drivenCase } from './driven-case.ts';
import { historiesDir, saveHistories } from './histories.ts';
import type { Script } from './history-scripts/script.ts';
import { publishTestFlow } from './played-case.ts';
import { openTestProduct } from './temporal.ts';

/** Small, so that a long script continues as new and its carried state is recorded too. */
const maxEvents = 80;

/**
 * Plays one script on real servers and saves the runs of its case as `<name>-r<rules>-1.json` ...; answers the file names.
 * @throws Error when the script was recorded under these rules already: a recorded history is never replaced
 */
export async function addHistory(name: string, script: Script, dir: string = historiesDir): Promise<string[]> {
  const recorded = `${name}-r${currentRules}`;
  if (existsSync(join(dir, `${recorded}-1.json`)))
    throw new Error(`${recorded} is recorded: write a new script, or give the change a new number of rules`);
  const product = await openTestProduct({ maxEvents });
  try {
    await publishTestFlow(product.admin, script.flow);
    await product.startWorker();
    const it = await drivenCase(product, product.gateway, script);
    await script(product, it);
    await product.client.workflow.getHandle(workflowId(it.caseId)).result();
    return await saveHistories(product.client, { caseId: it.caseId, name: recorded, dir });
  } finally {
    await product.close();
  }
}
