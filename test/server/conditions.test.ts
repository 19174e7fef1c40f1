import { describe, expect, it } from 'vitest';
import { checkCondition, chooseBranch } from '../../server/conditions.ts';
import { oversizeTransport } from '../../db/seed/items/oversize-transport.ts';
import type { FormField } from '../../domain/flow/definition.ts';

const form: readonly FormField[] = [
  { key: 'width', title: '宽', type: 'number', required: true },
  { key: 'axles', title: '轴数', type: 'integer', required: true },
  { key: 'kind', title: '种类', type: 'choice', required: true, choices: [{ id: 'a', title: '甲' }] },
  { key: 'note', title: '备注', type: 'text', required: false },
];

describe('a condition', () => {
  it('reads declared required fields and yields true or false', () => {
    expect(checkCondition('form.width > 3.0 && form.axles >= 6 || form.kind == "a"', form)).toBeNull();
  });

  it('is refused for a syntax error, an unknown field, another type, an optional field, a number as its answer', () => {
    expect(checkCondition('((', form)).toMatch(/^条件不能解读/);
    expect(checkCondition('form.height > 3.0', form)).toMatch(/height/);
    expect(checkCondition('form.kind > 3.0', form)).toMatch(/^条件不能解读/);
    expect(checkCondition('form.note == "x"', form)).toBe('条件用到的字段应为必填：note');
    expect(checkCondition('form.width', form)).toBe('条件应得出是或否，但得出的是 double');
    expect(checkCondition('process.exit()', form)).toMatch(/^条件不能解读/);
    expect(checkCondition(`${'!'.repeat(600)}true`, form)).toMatch(/^条件不能解读/);
  });
});

describe('the limit branch', () => {
  const { definition } = oversizeTransport;
  const filed = (length: number, width: number, height: number, totalMass: number) =>
    chooseBranch(definition, {
      length,
      width,
      height,
      totalMass,
      vehicle: 'combination',
      axles: 12,
      axleLoad: 9,
      cargo: 'x',
      route: 'y',
      startOn: 'z',
    });

  it('is the first whose condition is true, with inputs and digest as evidence', () => {
    const chosen = [filed(18, 2.5, 4.1, 40), filed(25, 3.5, 4.4, 80), filed(60, 5, 5, 200)];
    expect(chosen.map(({ branch }) => branch)).toEqual(definition.limitBranches.map(({ id }) => id));
    expect(chosen[2]?.branchEvidence).toMatchObject({
      condition: expect.stringMatching(/^[0-9a-f]{64}$/),
      inputs: { width: 5 },
    });
  });

  it('is none where the item has none', () => {
    expect(chooseBranch({ ...definition, limitBranches: [] }, {})).toEqual({ branch: null, branchEvidence: null });
  });
});
