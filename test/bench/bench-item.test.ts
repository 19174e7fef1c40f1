import { expect, it } from 'vitest';
import { benchItem } from '../../bench/bench-item.ts';
import { checkFlow } from '../../domain/flow/gate.ts';
import { checkCondition } from '../../server/conditions.ts';
import { calendarOf2026 } from '../support/clock-of.ts';

it('the item of the bench passes the gate: it is published as any other', () => {
  const found = checkFlow(benchItem.definition, { checkCondition, ...calendarOf2026 });
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
});
