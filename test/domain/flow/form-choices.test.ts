import { describe, expect, test } from 'vitest';
import { checkCondition } from '../../../contract/conditions/check.ts';
import { tryConditions } from '../../../contract/conditions/try.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import { checkFlow } from '../../../domain/flow/gate.ts';
import { calendarOf2026 } from '../../support/clock-of.ts';
import { chosenByAmount } from './form-choice-examples.ts';
import { parts, rootWith, sample, stepBlock, workdays } from './sample.ts';

const tools = { checkCondition, tryConditions, ...calendarOf2026 };

describe('a choice over the form', () => {
  const all = (definition: FlowDefinition) => checkFlow(definition, tools).map(({ code, at }) => `${code} ${at}`);
  const codes = (definition: FlowDefinition) => all(definition).filter((one) => one.includes('/body/blocks/4'));

  test('whose conditions part all forms is in order', () => {
    expect(codes(chosenByAmount({ small: 'form.amount < 10.0', large: 'form.amount >= 10.0' }))).toEqual([]);
    expect(codes(chosenByAmount({ large: 'form.amount > 10.0' }, stepBlock('desk', { limit: workdays(1) })))).toEqual(
      [],
    );
  });

  test('has a sound condition at each case', () => {
    expect(codes(chosenByAmount({ small: undefined }))).toEqual(['condition-invalid /body/blocks/4/cases/0']);
    expect(codes(chosenByAmount({ small: 'form.nothing > 1' }))).toEqual([
      'condition-invalid /body/blocks/4/cases/0/when',
    ]);
  });

  test('is the only one that may have conditions', () => {
    const { expert } = parts;
    const [first] = expert.cases;
    const stray = { ...expert, cases: [{ ...first, when: 'form.amount > 1.0' }] };
    const definition = sample({ body: rootWith({ expert: stray }, []) });
    expect(all(definition)).toContain('condition-invalid /body/blocks/3/cases/0/when');
  });
});
