import { describe, expect, test } from 'vitest';
import type { FormField, Rung } from '../../../domain/flow/definition.ts';
import { calendarOf2026 } from '../../support/clock-of.ts';
import { defaultLadder } from '../../../domain/flow/ladder.ts';
import { administrators, roleNames, roles } from '../../../domain/people/roles.ts';
import { checkFlow } from '../../../domain/flow/gate.ts';
import type { GateCode } from '../../../domain/flow/gate/finding.ts';
import { gateCodes } from '../../../domain/flow/gate/finding.ts';
import { tryConditions } from '../../../contract/conditions/try.ts';
import { examples } from './gate-examples.ts';
import { undertaken } from './undertaking-examples.ts';
import { parts, rootWith, sample, stepBlock, untimedPart, workdays } from './sample.ts';

/** Stands for the CEL library: a condition may name the fields of the form only. */
function checkCondition(cel: string, form: readonly FormField[]): string | null {
  const unknown = [...cel.matchAll(/form\.(\w+)/g)]
    .map(([, key]) => key)
    .find((key) => !form.some((field) => field.key === key));
  return unknown === undefined ? null : `没有字段“${unknown}”`;
}
const held = new Set(roleNames.filter((role) => role !== 'catalogueAdmin'));
const tools = { checkCondition, tryConditions, held, ...calendarOf2026 };
const check = (definition = sample(), previous = definition) =>
  checkFlow(definition, previous === definition ? tools : { ...tools, previous });
const errors = (definition = sample()) => check(definition).filter((finding) => finding.severity === 'error');

/** Codes that come with the code of the example by nature. */
const companions: Partial<Record<GateCode, GateCode[]>> = {
  'choice-before-step': ['unreachable-step'],
  'decision-missing': ['choice-before-step'],
};

describe('every code of the gate', () => {
  test('has an example', () => {
    expect(Object.keys(examples).sort()).toEqual(Object.keys(gateCodes).sort());
  });

  test.each(Object.entries(examples))(
    '%s is found in its example, at its place and in words',
    (code, { definition, at, words, previous }) => {
      const found = checkFlow(definition, previous === undefined ? tools : { ...tools, previous });
      const [finding] = found.filter((one) => one.code === code);
      expect(finding).toMatchObject({ code, at });
      expect(finding?.message).toContain(words);
      expect(finding?.fix).not.toBe('');
      expect(found.every((one) => one.at === '' || one.at.startsWith('/'))).toBe(true);
    },
  );

  test.each(Object.entries(examples))('%s is the only error of its example', (code, { definition, previous }) => {
    const found = checkFlow(definition, previous === undefined ? tools : { ...tools, previous });
    const others = found.filter((one) => one.severity === 'error' && one.code !== code).map((one) => one.code);
    const allowed: readonly string[] = companions[gateCodeOf(code)] ?? [];
    expect(others.filter((other) => !allowed.includes(other))).toEqual([]);
  });
});

test.each(administrators)('fault D9: no step is for a %s, also where somebody is one', (role) => {
  const definition = sample({ body: rootWith({}, [stepBlock('keep', { by: role })]) });
  expect(held.has(role)).toBe(true);
  const message = `${roles[role].zh}不担任办理岗位，不能办理“keep”，办件会停在这里`;
  expect(errors(definition)).toMatchObject([{ code: 'role-unheld', at: '/body/blocks/4/step/by', message }]);
});

function gateCodeOf(code: string): GateCode {
  const known = Object.keys(gateCodes).find((candidate): candidate is GateCode => candidate === code);
  if (known === undefined) throw new Error(`no code ${code}`);
  return known;
}

describe('fault C1: what exceeds the law', () => {
  const { limits } = sample();
  const codes = (over: Partial<typeof limits>) =>
    checkFlow(sample({ limits: { ...limits, ...over } }), tools).map(({ code, severity }) => `${severity} ${code}`);
  const by = (basis: string, count: number) => ({ ...workdays(count), basis });

  test.each([
    [{ extension: { max: 999, approver: 'windowClerk', basis: '行政许可法第四十二条' } }, 'error extension-over-law'],
    [{ extension: { max: 9, approver: 'sectionChief', basis: '行政许可法第四十二条' } }, 'error extension-approver'],
    [{ statutory: workdays(300) }, 'error statutory-over-cap'],
    [{ statutory: by('排污许可管理办法第九条', 30) }, 'error statutory-over-cap'],
    [{ statutory: { ...workdays(2), unit: 'month' } }, 'error statutory-over-cap'],
    [{ notice: workdays(60) }, 'error notice-too-long'],
    [{ notice: by('排污许可管理条例第六条', 6) }, 'error notice-too-long'],
    [{ delivery: { ...workdays(12), unit: 'month' } }, 'error delivery-too-long'],
  ] as const)('%j is found', (over, code) => {
    expect(codes(over)).toContain(code);
  });

  test.each([
    { notice: workdays(2), delivery: workdays(5) },
    { statutory: by('取水许可和水资源费征收管理条例第十七条', 45) },
    {
      statutory: by('行政许可法第四十二条第二款', 45),
      extension: { max: 15, approver: 'governmentHead', basis: '行政许可法第四十二条第二款' },
    },
    { extension: { max: 40, approver: 'agencyHead', basis: '企业投资项目核准和备案管理条例第十条' } },
    { delivery: by('电子签名法第十一条', 12) },
  ] as const)('%j stands', (over) => {
    expect(codes(over).filter((found) => found.startsWith('error'))).toEqual([]);
  });
});

describe('12.2.4: only a law may lengthen what 42(2) sets', () => {
  const { limits } = sample();
  const joint = (more: string) =>
    errors(
      sample({
        limits: {
          ...limits,
          statutory: { ...workdays(60), basis: `行政许可法第四十二条第二款、${more}` },
          extension: { max: 20, approver: 'governmentHead', basis: `行政许可法第四十二条第二款、${more}` },
        },
      }),
    ).map(({ code }) => code);

  test('no regulation', () => {
    expect(joint('企业投资项目核准和备案管理条例第十条')).toEqual(['statutory-over-cap', 'extension-over-law']);
  });
  test('a law', () => expect(joint('测绘法第二十八条')).toEqual([]));
});

test('12.2.4: a sector law that sets the limit of one branch is asked too', () => {
  const { limits } = sample();
  const statutory = { ...workdays(45), basis: '取水许可和水资源费征收管理条例第十七条' };
  const limitBranches = [{ id: 'big', title: '大型', when: 'form.amount > 1.0', limits: { statutory } }];
  expect(check(sample({ limits, limitBranches })).map(({ code }) => code)).toContain('sector-limit-stopped');
});

describe('fault C2: a ladder', () => {
  const { ladder } = sample();
  const of = (rungs: readonly Rung[]) => [...new Set(errors(sample({ ladder: rungs })).map(({ code }) => code))];
  const toOfficer = ladder.map((rung) => ({ ...rung, to: ['caseOfficer' as const] }));

  test.each([
    ['of nothing', []],
    ['of delivery only', ladder.filter(({ clock }) => clock === 'delivery')],
    ['whose lapses are told to the officer only', toOfficer],
    ['whose lapses are yellow', ladder.map((rung) => ({ ...rung, level: 'yellow' as const }))],
    ['that waits after the lapse', ladder.map((rung) => ({ ...rung, at: { after: 5 } }))],
    ['for longer limits only', ladder.map((rung) => ({ ...rung, ifLimitAtLeast: 21 }))],
  ])('%s leaves a clock unwatched', (_, rungs) => expect(of(rungs)).toContain('clock-unwatched'));

  test('with a rung 500 days before due never says it', () => {
    expect(
      of([...ladder, { id: 'X', clock: 'promised', at: { before: 500 }, level: 'notice', to: ['caseOfficer'] }]),
    ).toEqual(['rung-never-fires']);
  });

  test('of the default stands for every item', () => {
    const short = sample({ ladder: defaultLadder, limits: { ...sample().limits, promised: workdays(6) } });
    expect(errors(short).map(({ code }) => code)).toEqual([]);
  });
});

describe('a lawful flow', () => {
  test('has no error', () => {
    expect(errors()).toEqual([]);
  });

  test('may decide once in each of two branches', () => {
    const again = stepBlock('other', {
      kind: 'decision',
      title: '简易决定',
      outcomes: [
        { id: 'grant', title: '准予' },
        { id: 'refuse', title: '不予' },
      ],
    });
    const body = rootWith({
      decision: {
        type: 'choice',
        id: 'way',
        on: { outcomeOf: 'review' },
        cases: [{ label: 'direct', block: again }],
        otherwise: parts.decision,
      },
      certificate: null,
    });
    expect(errors(sample({ body }))).toEqual([]);
  });

  test('keeps an untimed step that stops the statutory clock out of the sum', () => {
    const long = stepBlock('expertReview', {
      kind: 'expertReview',
      title: '专家评审',
      untimed: untimedPart({ promise: workdays(60) }),
    });
    expect(errors(sample({ body: rootWith({ expert: null }, [long]) }))).toEqual([]);
  });
});

describe('sums', () => {
  test('take the longest of parallel branches, not their sum', () => {
    const both = {
      type: 'parallel',
      id: 'both',
      branches: [stepBlock('a', { limit: workdays(5) }), stepBlock('b', { limit: workdays(4) })],
    } as const;
    expect(errors(sample({ body: rootWith({}, [both]) }))).toEqual([]);
    const more = {
      ...both,
      branches: [stepBlock('a', { limit: workdays(6) }), stepBlock('b', { limit: workdays(4) })],
    };
    expect(errors(sample({ body: rootWith({}, [more]) })).map((one) => one.code)).toEqual(['steps-exceed-promise']);
  });

  test('follow the limits of each limit branch', () => {
    const { limits } = sample();
    const limitBranches = [
      { id: 'small', title: '小型', when: 'form.amount < 1.0', limits: { promised: workdays(4) } },
    ];
    expect(errors(sample({ limits, limitBranches }))).toMatchObject([
      { code: 'steps-exceed-promise', at: '/limitBranches/0/limits/promised' },
    ]);
  });

  test('know that two choices on one step go together', () => {
    const on = { outcomeOf: 'review' };
    const first = {
      type: 'choice',
      id: 'one',
      on,
      cases: [{ label: 'expert', block: stepBlock('a', { limit: workdays(5) }) }],
      otherwise: null,
    } as const;
    const second = {
      type: 'choice',
      id: 'two',
      on,
      cases: [{ label: 'direct', block: stepBlock('b', { limit: workdays(5) }) }],
      otherwise: null,
    } as const;
    expect(errors(sample({ body: rootWith({}, [first, second]) }))).toEqual([]);
  });
});

describe('limit branches', () => {
  test('that no choice asks for do not multiply the paths', () => {
    const limitBranches = Array.from({ length: 300 }, (_, i) => ({
      id: `b${i}`,
      title: `分支${i}`,
      when: 'form.amount < 1.0',
      limits: {},
    }));
    expect(errors(sample({ limitBranches }))).toEqual([]);
  });

  test('lead a case through the steps that their label chooses', () => {
    const survey = stepBlock('survey', { title: '勘测', limit: workdays(6) });
    const choice = {
      type: 'choice',
      id: 'size',
      on: { limitBranch: true },
      cases: [{ label: 'big', block: survey }],
      otherwise: null,
    } as const;
    const branch = (id: string, promised: number) => ({
      id,
      title: id,
      when: 'form.amount > 1.0',
      limits: { promised: workdays(promised) },
    });
    const found = (bigPromise: number) =>
      errors(sample({ body: rootWith({}, [choice]), limitBranches: [branch('small', 5), branch('big', bigPromise)] }));
    expect(found(11)).toEqual([]);
    expect(found(10)).toMatchObject([{ code: 'steps-exceed-promise', at: '/limitBranches/1/limits/promised' }]);
  });
});

describe('the frame', () => {
  test('lets nothing but certificate and delivery follow the decision', () => {
    const body = rootWith({ certificate: stepBlock('late', { title: '补充审查' }) });
    expect(errors(sample({ body }))).toMatchObject([
      { code: 'frame-order', message: expect.stringContaining('决定之后') },
    ]);
  });

  test('asks for a delivery', () => {
    expect(errors(sample({ body: rootWith({ delivery: null }) }))).toMatchObject([
      { code: 'frame-order', message: expect.stringContaining('送达') },
    ]);
  });

  test('finds a choice that counts on another branch of the same parallel block', () => {
    const body = rootWith({
      review: null,
      expert: { type: 'parallel', id: 'p', branches: [parts.review, parts.expert] },
    });
    expect(errors(sample({ body })).map((one) => one.code)).toContain('choice-before-step');
  });
});

test('the gate throws at nothing: an empty root, no steps', () => {
  expect(errors(sample({ body: { type: 'sequence', blocks: [] } })).map((one) => one.code)).toContain(
    'decision-missing',
  );
  expect(
    errors(sample({ body: { type: 'choice', id: 'c', on: { limitBranch: true }, cases: [], otherwise: null } })).length,
  ).toBeGreaterThan(0);
});

describe('12.1.5: an item that is granted on an undertaking', () => {
  const codes = (definition = undertaken()) => errors(definition).map(({ code }) => code);

  test('passes where it is decided at once and checked afterwards', () => {
    expect(codes()).toEqual([]);
  });

  test('publishes the time to check, and draws what else follows from an undertaking', () => {
    expect(codes(undertaken({ limits: sample().limits }))).toEqual(['after-check-missing']);
    const check = stepBlock('afterCheck', { kind: 'afterCheck', title: '事后核查' });
    const after = { type: 'choice', id: 'a', on: { outcomeOf: 'decision' }, otherwise: null } as const;
    const always = undertaken({}, { after: { ...after, cases: [{ label: 'grant', block: check }] } });
    expect(codes(always)).toEqual(['frame-order']);
  });

  test('may concern a sensitive matter where only certificates are replaced', () => {
    const materials = [
      { id: 'credit', title: '资信证明', need: 'necessary', source: 'applicant', replaceable: '清单' } as const,
    ];
    expect(codes(sample({ sensitive: ['lifeAndHealth'], materials }))).toEqual([]);
  });
});
