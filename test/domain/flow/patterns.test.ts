import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { checkCondition } from '../../../contract/conditions/check.ts';
import { tryConditions } from '../../../contract/conditions/try.ts';
import { FlowDefinitionSchema } from '../../../contract/flow-definition.ts';
import { checkFlow } from '../../../domain/flow/gate.ts';
import { flowByPattern, standardPatterns } from '../../../domain/flow/patterns/standard.ts';
import type { PatternName } from '../../../domain/flow/patterns/standard.ts';
import { calendarOf2026 } from '../../support/clock-of.ts';

const names = Object.keys(standardPatterns) as PatternName[];
const item = { code: '11210100MB0000086J3000119001000', name: '示例许可' };

test.each(names)('the standard pattern %s fits the schema, and the gate finds no error in it', (name) => {
  const definition = flowByPattern(name, item);
  expect(Value.Check(FlowDefinitionSchema, definition)).toBe(true);
  expect(definition).toMatchObject({ itemCode: item.code, title: item.name });
  const found = checkFlow(definition, { checkCondition, tryConditions, ...calendarOf2026 });
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
});
