import { publishedFlow } from '../db/catalogue/flows.ts';
import type { Draft } from '../db/catalogue/flows.ts';
import type { Item } from '../db/catalogue/items.ts';
import type { Db } from '../db/client.ts';
import { heldRoles } from '../db/people/directory.ts';
import { compileCalendar, nationalCalendar } from '../domain/clock/calendar.ts';
import { definitionSha256 } from '../domain/flow/canonical.ts';
import type { FlowDefinition } from '../domain/flow/definition.ts';
import { checkFlow } from '../domain/flow/gate.ts';
import type { BusinessTime } from './business-time.ts';
import { checkCondition } from '../contract/conditions/check.ts';
import { tryConditions } from '../contract/conditions/try.ts';

/** The judge of drafts: the gate with what it is told of the world: the version in force, the item's guide, the department's people, calendar and day. */
export function createFlowJudge(db: Db, time: BusinessTime) {
  const calendar = compileCalendar(nationalCalendar());
  return async (
    definition: FlowDefinition,
    { code, departmentId, guide }: Pick<Item, 'code' | 'departmentId' | 'guide'>,
  ): Promise<Draft> => {
    const [previous, held, { today }] = await Promise.all([
      publishedFlow(db, code),
      heldRoles(db, departmentId),
      time.read(),
    ]);
    const tools = {
      checkCondition,
      tryConditions,
      held,
      guide,
      calendar,
      today,
      ...(previous && { previous: previous.definition }),
    };
    return { definition, sha256: definitionSha256(definition), findings: checkFlow(definition, tools) };
  };
}
