import { publishedFlow } from '../db/catalogue/flows.ts';
import type { Draft } from '../db/catalogue/flows.ts';
import type { Db } from '../db/client.ts';
import { compileCalendar, nationalCalendar } from '../domain/clock/calendar.ts';
import { definitionSha256 } from '../domain/flow/canonical.ts';
import type { FlowDefinition } from '../domain/flow/definition.ts';
import { checkFlow } from '../domain/flow/gate.ts';
import type { BusinessTime } from './business-time.ts';
import { checkCondition } from './conditions.ts';

/** The judge of drafts: the gate with what it is told of the world, the version in force among it. */
export function createFlowJudge(db: Db, time: BusinessTime) {
  const calendar = compileCalendar(nationalCalendar());
  return async (definition: FlowDefinition, itemCode: string): Promise<Draft> => {
    const [previous, { today }] = await Promise.all([publishedFlow(db, itemCode), time.read()]);
    const tools = { checkCondition, calendar, today, ...(previous && { previous: previous.definition }) };
    return { definition, sha256: definitionSha256(definition), findings: checkFlow(definition, tools) };
  };
}
