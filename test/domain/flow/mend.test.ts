import { describe, expect, test } from 'vitest';
import { Value } from 'typebox/value';
import { FlowDefinitionSchema } from '../../../contract/flow-definition.ts';
import type { Block, FlowDefinition } from '../../../domain/flow/definition.ts';
import type { Finding, GateCode } from '../../../domain/flow/gate/finding.ts';
import { mends } from '../../../domain/flow/mend.ts';
import { examples } from './gate-examples.ts';
import { check, errors } from './gate-tools.ts';
import { decisionBlock, frameBlock, rootWith, sample, stepBlock, untimedPart, workdays } from './sample.ts';

/** Findings that somebody has to think about: no button mends them. */
const thoughtAbout: readonly GateCode[] = [
  'after-check-missing',
  'approver-asks',
  'catch-all-field',
  'catch-all-material',
  'choice-before-step',
  'citation-unknown',
  'condition-invalid',
  'conditions-gap',
  'conditions-overlap',
  'decision-doubled',
  'decision-missing',
  'deferral-missing',
  'frame-order',
  'guide-differs',
  'item-code-changed',
  'limit-beyond-calendar',
  'limit-without-basis',
  'mixed-units',
  'nothing-changed',
  'outcome-uncovered',
  'outcome-unread',
  'plan-too-big',
  'promise-longer',
  'role-barred',
  'role-unheld',
  'rung-invalid',
  'sector-limit-stopped',
  'steps-exceed-promise',
  'steps-exceed-statutory',
  'too-deep',
  'too-many-paths',
  'undertaking-barred',
  'undertaking-not-at-once',
  'unknown-role',
  'unknown-step-kind',
  'untimed-stops-nothing',
  'untimed-without-promise',
];

const all = Object.entries(examples);
const findingOf = (code: string, { definition, ...about }: (typeof all)[number][1]) =>
  check(definition, about).find((one) => one.code === code);
const keyOf = ({ code, at }: Finding) => `${code} ${at}`;

describe('a finding with a button', () => {
  const mended = all.flatMap(([code, example]) => {
    const finding = findingOf(code, example);
    const mend = finding === undefined ? null : mends(example.definition, finding);
    return finding === undefined || mend === null ? [] : [{ code, example, finding, mend }];
  });

  test('is every one but those that somebody has to think about', () => {
    const codes: readonly string[] = mended.map(({ code }) => code);
    const left = all.flatMap(([code]) => (codes.includes(code) ? [] : [code]));
    expect(left.toSorted()).toEqual(thoughtAbout);
  });

  test.each(mended)(
    '$code is gone after “$mend.title”, and nothing worse has come',
    ({ code, example, mend, finding }) => {
      const before = check(example.definition, example);
      const after = check(mend.next, example);
      expect(after.map(keyOf)).not.toContain(keyOf(finding));
      expect(after.filter((one) => one.code === code).length).toBeLessThan(
        before.filter((one) => one.code === code).length,
      );
      const known = new Set(before.map((one) => one.code));
      expect(after.filter((one) => one.severity === 'error' && !known.has(one.code))).toEqual([]);
      expect(mend.title).toMatch(/^[\u4e00-\u9fff“]/);
      if (Value.Check(FlowDefinitionSchema, example.definition)) {
        expect([...Value.Errors(FlowDefinitionSchema, mend.next)]).toEqual([]);
      }
    },
  );

  test('is of the definition that was looked at: of another one it mends what is there or nothing, and throws nothing', () => {
    for (const { finding } of mended) {
      for (const definition of [
        sample(),
        sample({ body: { type: 'sequence', blocks: [] }, ladder: [], materials: [] }),
      ]) {
        const mend = mends(definition, finding);
        if (mend !== null) expect(mend.next).not.toEqual(definition);
      }
    }
    for (const code of Object.keys(examples) as GateCode[]) {
      for (const at of ['', '/body', '/limits', '/nowhere/0', '/body/blocks/99/step']) mends(sample(), { code, at });
    }
  });
});

/** Presses the first button again and again. */
function pressAll(definition: FlowDefinition): { titles: string[]; definition: FlowDefinition } {
  const titles: string[] = [];
  let now = definition;
  for (let i = 0; i < 20; i += 1) {
    const mend = errors(now)
      .map((finding) => mends(now, finding))
      .find((one) => one !== null);
    if (mend === undefined) break;
    titles.push(mend.title);
    now = mend.next;
  }
  return { titles, definition: now };
}

describe('buttons pressed one after another', () => {
  const { limits } = sample();
  const on = (outcomeOf: string, label: string, block: Block, otherwise: Block | null = null): Block => {
    return { type: 'choice', id: 'extra', on: { outcomeOf }, cases: [{ label, block }], otherwise };
  };
  test.each([
    [
      'a promise over the law in a branch and in all cases',
      sample({
        limits: { ...limits, promised: { ...workdays(2), unit: 'month' } },
        limitBranches: [{ id: 'law', title: '小型', when: 'form.amount < 1.0', limits: { statutory: workdays(15) } }],
      }),
      ['把承诺时限改为 20 个工作日', '把时限分支“小型”的承诺时限改为 15 个工作日'],
    ],
    [
      'an empty block that leaves a choice and a parallel block with nothing',
      sample({
        body: rootWith({}, [
          on('review', 'direct', {
            type: 'parallel',
            id: 'both',
            branches: [
              { type: 'sequence', blocks: [] },
              { type: 'sequence', blocks: [] },
            ],
          }),
        ]),
      }),
      ['删去空的流程块', '删去空的流程块'],
    ],
    [
      'a step with the id of another one, and a certificate for everybody',
      sample({
        body: rootWith({ certificate: frameBlock('certificate', '制证', 'certificateClerk', 'issued') }, [
          stepBlock('review', { title: '复核' }),
        ]),
      }),
      ['把重复的编号“review”改为“review2”', '只在准予许可后制证'],
    ],
    [
      'a decision with a third outcome, by who reviewed',
      sample({
        body: rootWith({
          decision: decisionBlock({
            otherThan: [],
            outcomes: ['grant', 'refuse', 'part'].map((id) => ({ id, title: id })),
          }),
        }),
      }),
      ['“决定”的办理结果改为“grant”、“refuse”', '“决定”由前面审查的人以外的人办理'],
    ],
    [
      'no ladder at all',
      sample({ ladder: [] }),
      ['补上超期红牌：承诺时限、法定时限、特别程序承诺时限、受理告知时限、送达时限'],
    ],
    [
      'a step named with the sign of rounds, wherever it is named',
      sample({
        body: rootWith(
          {
            review: stepBlock('look#2', { title: '初审', outcomes: [{ id: 'expert', title: '需专家评审' }] }),
            expert: null,
          },
          [on('look#2', 'expert', stepBlock('again', { otherThan: ['look#2'] }))],
        ),
      }),
      ['把编号“look#2”改为“look2”'],
    ],
    [
      'a visit that stops what it may not',
      sample({
        body: rootWith({ expert: null }, [
          stepBlock('visit', {
            kind: 'siteInspection',
            title: '踏勘',
            params: { minPeople: 1 },
            untimed: untimedPart({
              promise: workdays(3),
              exclusionBasis: { source: 'xkf45', kind: 'inspection', cite: '行政许可法第四十五条' },
            }),
          }),
        ]),
      }),
      ['“踏勘”的最少人数改为 2', '“踏勘”只停承诺时限，不停法定时限'],
    ],
  ])('%s', (_, definition, titles) => {
    const pressed = pressAll(definition);
    expect(pressed.titles).toEqual(titles);
    expect(errors(pressed.definition)).toEqual([]);
  });
});
