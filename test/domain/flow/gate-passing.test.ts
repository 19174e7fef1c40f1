import { describe, expect, test } from 'vitest';
import { checkFlow } from '../../../domain/flow/gate.ts';
import { roleNames } from '../../../domain/people/roles.ts';
import { calendarOf2026 } from '../../support/clock-of.ts';
import { morePassing, passedOn } from './passing-on-examples.ts';

const check = (definition = passedOn(), unheld = '') =>
  checkFlow(definition, {
    checkCondition: () => null,
    tryConditions: () => [],
    held: new Set(roleNames.filter((role) => role !== unheld)),
    ...calendarOf2026,
  });

describe('a flow whose department answers', () => {
  test('stands', () => expect(check().filter(({ severity }) => severity === 'error')).toEqual([]));

  test.each(morePassing)('$code at $at: $words', ({ code, definition, at, words }) => {
    const finding = check(definition).find((one) => one.code === code && one.at === at);
    expect(finding?.message).toContain(words);
  });

  test('does not without somebody in the department who may sign and answer', () => {
    expect(check(passedOn(), 'caseOfficer')).toContainEqual(
      expect.objectContaining({ code: 'role-unheld', at: '/body/blocks/2/step/by' }),
    );
  });
});
