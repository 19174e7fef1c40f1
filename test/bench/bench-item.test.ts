import { describe, expect, it } from 'vitest';
import { benchItem } from '../../bench/bench-item.ts';
import { checkFlow } from '../../domain/flow/gate.ts';
import { checkCondition } from '../../contract/conditions/check.ts';
import { tryConditions } from '../../contract/conditions/try.ts';
import { calendarOf2026 } from '../support/clock-of.ts';

describe('the bench', () => {
  it('publishes its item as a department does: the gate finds no error in it', () => {
    const found = checkFlow(benchItem.definition, { checkCondition, tryConditions, ...calendarOf2026 });
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
