import { expect, test } from 'vitest';
import { checkCondition } from '../../../contract/conditions/check.ts';
import { tryConditions } from '../../../contract/conditions/try.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import { checkFlow } from '../../../domain/flow/gate.ts';
import { mends } from '../../../domain/flow/mend.ts';
import { calendarOf2026 } from '../../support/clock-of.ts';
import { defects } from './defects.ts';

const check = (definition: FlowDefinition) =>
  checkFlow(definition, { checkCondition, tryConditions, ...calendarOf2026 });

test('there are sixty and more of them', () => expect(defects.length).toBeGreaterThanOrEqual(60));

test.each(defects)('$says: $code', ({ code, good, bad }) => {
  const places = (definition: FlowDefinition) =>
    check(definition).flatMap((one) => (one.code === code ? [one.at] : []));
  const known = places(good);
  expect(places(bad).filter((at) => !known.includes(at))).not.toEqual([]);
});

test.each(defects)(
  '$says: its button, if there is one, takes it away and brings no other error',
  ({ code, good, bad }) => {
    const before = check(bad);
    const known = check(good).map(({ at }) => at);
    for (const finding of before.filter((one) => one.code === code && !known.includes(one.at))) {
      const mend = mends(bad, finding);
      if (mend === null) continue;
      const after = check(mend.next);
      expect(after).not.toContainEqual(finding);
      const codes = new Set(before.map((one) => one.code));
      expect(after.filter((one) => one.severity === 'error' && !codes.has(one.code))).toEqual([]);
    }
  },
);
