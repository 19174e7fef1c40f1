import { describe, expect, test } from 'vitest';
import type { Rung } from '../../../domain/flow/definition.ts';
import { defaultLadder } from '../../../domain/flow/ladder.ts';
import { handlesCases, roleNames, roles } from '../../../domain/people/roles.ts';
import { gateRules } from './gate-rules.ts';
import { check, errors, tools } from './gate-tools.ts';
import { rootWith, sample, stepBlock, workdays } from './sample.ts';

test.each(gateRules)('$of: $says', ({ codes, elsewhere }) => {
  // A rule is kept by findings or is said to be kept elsewhere; each code has its two examples in the table.
  expect(codes.length > 0).toBe(elsewhere === undefined);
});

test.each(roleNames.filter((role) => !handlesCases(role)))(
  'fault D9, 9.4: no step is for a %s, also where somebody is one',
  (role) => {
    const definition = sample({ body: rootWith({}, [stepBlock('keep', { by: role })]) });
    expect(tools.held?.has(role)).toBe(true);
    const message = `${roles[role].zh}不担任办理岗位，不能办理“keep”，办件会停在这里`;
    expect(errors(definition)).toMatchObject([{ code: 'role-barred', at: '/body/blocks/4/step/by', message }]);
  },
);

describe('fault C1: what exceeds the law', () => {
  const { limits } = sample();
  const codes = (over: Partial<typeof limits>) =>
    check(sample({ limits: { ...limits, ...over } })).map(({ code, severity }) => `${severity} ${code}`);
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
