import { describe, expect, it } from 'vitest';
import { checkCondition } from '../../contract/conditions/check.ts';
import { chooseByForm } from '../../server/conditions.ts';
import { chosenByAmount } from '../domain/flow/form-choice-examples.ts';
import { oversizeTransport } from '../../db/seed/items/oversize-transport.ts';
import type { FormField } from '../../domain/flow/definition.ts';

/** The key of a case's digests. */
const secret = 'a1'.repeat(32);

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

describe('fault C6: a condition', () => {
  const fields: readonly FormField[] = [
    { key: 'years', title: '年限', type: 'integer', required: true, minimum: 0, maximum: 50 },
    { key: 'place', title: '地点', type: 'text', required: true },
    { key: 'size', title: '面积', type: 'number', required: true },
  ];
  it.each([
    ['1/0 > 0', '无论怎样填写时'],
    ['form.years % 0 == 1', '年限为 0时'],
    ['10 / form.years > 1', '年限为 0时'],
    ['form.years * 9007199254740991 * 9007199254740991 > 0', 'overflow'],
    ['form.place.matches("(")', '“matches”'],
    ['form.place.matches("^(a+)+$")', '“matches”'],
    ['[1,2][7] == 1', '“[]”'],
    ['timestamp(form.place) > timestamp("2026-01-01T00:00:00Z")', '“timestamp”'],
    ['[1,2].all(x, [1,2].all(y, [1,2].all(z, x < y)))', '“all”'],
    ['int(form.place) > 1', '“int”'],
  ])('%s is found by the gate', (cel, words) => {
    expect(checkCondition(cel, fields)).toContain(words);
  });

  it.each([
    'form.years > 3 && form.size / 2.0 < 10.0',
    'form.place.startsWith("沈") || form.years in [1, 2]',
    'size(form.place) > 3',
  ])('%s is bounded and may stand', (cel) => expect(checkCondition(cel, fields)).toBeNull());

  it.each(['1/0 > 0', 'form.place.matches("^(a+)+$")'])(
    '%s in a version of before leaves a filing undecided, at once',
    (when) => {
      const { definition } = oversizeTransport;
      const old = { ...definition, form: fields, limitBranches: [{ id: 'b', title: '乙', when, limits: {} }] };
      const before = performance.now();
      const choice = chooseByForm(old, { years: 1, place: `${'a'.repeat(40)}!`, size: 1 }, secret);
      expect(choice).toEqual({ undecided: expect.stringMatching(/^expected .*, but /) });
      expect(performance.now() - before).toBeLessThan(200);
    },
  );

  it('fault D10: leaves no word of the form in the facts, and no digest that two cases share', () => {
    const { definition } = oversizeTransport;
    const limitBranches = [{ id: 'b', title: '乙', when: 'form.place == "浑河边"', limits: {} }];
    const choice = chooseByForm(
      { ...definition, form: fields, limitBranches },
      { years: 1, place: '浑河边', size: 1 },
      secret,
    );
    expect(choice).toMatchObject({ branch: 'b' });
    expect(JSON.stringify(choice)).not.toContain('浑河边');
    const other = chooseByForm(
      { ...definition, form: fields, limitBranches },
      { years: 1, place: '浑河边', size: 1 },
      'b2',
    );
    expect(other).not.toEqual(choice);
  });
});

describe('the limit branch', () => {
  const { definition } = oversizeTransport;
  const filed = (length: number, width: number, height: number, totalMass: number) =>
    chooseByForm(
      definition,
      {
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
      },
      secret,
    );

  it('is the first whose condition is true, with inputs and digest as evidence', () => {
    const chosen = [filed(18, 2.5, 4.1, 40), filed(25, 3.5, 4.4, 80), filed(60, 5, 5, 200)];
    const branches = chosen.map((choice) => ('branch' in choice ? choice.branch : choice.undecided));
    expect(branches).toEqual(definition.limitBranches.map(({ id }) => id));
    const digest = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(chosen[2]).toMatchObject({ branchEvidence: { condition: digest, inputs: { width: digest } } });
  });

  it('is none where the item has none', () => {
    expect(chooseByForm({ ...definition, limitBranches: [] }, {}, secret)).toEqual({
      branch: null,
      branchEvidence: null,
    });
  });
});

describe('a choice over the form', () => {
  const definition = chosenByAmount({ small: 'form.amount < 10.0', large: 'form.amount >= 5.0' });

  it('takes the first case whose condition is true, and says what each condition yielded, without words of the form', () => {
    const chosen = chooseByForm(definition, { amount: 7 }, secret);
    const digest = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(chosen).toMatchObject({
      formChoices: {
        byAmount: {
          label: 'small',
          holds: { small: true, large: true },
          conditions: digest,
          inputs: { amount: digest },
        },
      },
    });
    expect(chooseByForm(definition, { amount: 12 }, secret)).toMatchObject({
      formChoices: { byAmount: { label: 'large', holds: { small: false, large: true } } },
    });
  });

  it('takes none where no condition is true, and is undecided where one yields nothing', () => {
    const one = chosenByAmount({ large: 'form.amount > 10.0' });
    expect(chooseByForm(one, { amount: 1 }, secret)).toMatchObject({ formChoices: { byAmount: { label: null } } });
    const broken = chosenByAmount({ odd: '1/0 > 0' });
    expect(chooseByForm(broken, { amount: 1 }, secret)).toEqual({
      undecided: expect.stringMatching(/^expected the condition of odd of byAmount .*, but /),
    });
  });

  it('leaves nothing in a filing whose item has none', () => {
    expect(chooseByForm(oversizeTransport.definition, {}, secret)).not.toHaveProperty('formChoices');
  });
});
