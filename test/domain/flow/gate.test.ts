import { describe, expect, test } from 'vitest';
import type { Block } from '../../../domain/flow/definition.ts';
import type { GateCode } from '../../../domain/flow/gate/finding.ts';
import { gateCodes } from '../../../domain/flow/gate/finding.ts';
import { examples } from './gate-examples.ts';
import { check, errors } from './gate-tools.ts';
import { parts, rootWith, sample, stepBlock, untimedPart, workdays } from './sample.ts';
import { undertaken } from './undertaking-examples.ts';

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
    (code, { definition, at, words, ...about }) => {
      const found = check(definition, about);
      const [finding] = found.filter((one) => one.code === code);
      expect(finding).toMatchObject({ code, at });
      expect(finding?.message).toContain(words);
      expect(finding?.fix).not.toBe('');
      expect(found.every((one) => one.at === '' || one.at.startsWith('/'))).toBe(true);
    },
  );

  test.each(Object.entries(examples))('%s is the only error of its example', (code, { definition, ...about }) => {
    const others = errors(definition, about).flatMap((one) => (one.code === code ? [] : [one.code]));
    const allowed: readonly string[] = companions[gateCodeOf(code)] ?? [];
    expect(others.filter((other) => !allowed.includes(other))).toEqual([]);
  });

  test.each(Object.entries(examples))('%s is not found in the nearest lawful flow', (code, { passing, ...about }) => {
    const found = check(passing, about);
    expect(found.filter((one) => one.code === code || one.severity === 'error')).toEqual([]);
  });
});

function gateCodeOf(code: string): GateCode {
  const known = Object.keys(gateCodes).find((candidate): candidate is GateCode => candidate === code);
  if (known === undefined) throw new Error(`no code ${code}`);
  return known;
}

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

describe('outcomes that the law leaves, whatever is drawn', () => {
  const choice = (outcomeOf: string, label: string, block: Block): Block => {
    return { type: 'choice', id: 'way', on: { outcomeOf }, cases: [{ label, block }], otherwise: null };
  };

  test('a hearing may be waived, and the case goes on without it', () => {
    const hearing = stepBlock('hearing', {
      kind: 'hearing',
      by: 'hearingOfficer',
      limit: workdays(2),
      outcomes: [{ id: 'held', title: '已举行' }],
    });
    const body = rootWith({ expert: hearing, decision: choice('hearing', 'held', parts.decision), certificate: null });
    expect(errors(sample({ body }))).toMatchObject([
      { code: 'decision-missing', message: expect.stringContaining('hearing=waived') },
    ]);
  });

  test('what no act of the frame leaves leads nowhere', () => {
    const acceptance = stepBlock('acceptance', {
      kind: 'acceptance',
      by: 'windowClerk',
      outcomes: ['accepted', 'urgent'].map((id) => ({ id, title: id })),
    });
    const body = rootWith({ acceptance }, [choice('acceptance', 'urgent', stepBlock('quick'))]);
    expect(check(sample({ body })).map(({ code, at }) => `${code} ${at}`)).toEqual(
      expect.arrayContaining([
        'unreachable-step /body/blocks/4/cases/0/label',
        'outcome-never-left /body/blocks/1/step/outcomes',
      ]),
    );
  });

  test('fault C9: 退回 that leads nowhere is found, and what is marked as against the applicant is read by who decides', () => {
    const { definition, passing } = examples['outcome-unread'];
    expect(check(definition)).toContainEqual(
      expect.objectContaining({ code: 'outcome-unread', message: expect.stringContaining('退回') }),
    );
    expect(check(passing).map(({ code }) => code)).not.toContain('outcome-unread');
  });

  test('an outcome that another choice takes is covered, and those that a choice or the law tells apart are read', () => {
    const body = rootWith({}, [choice('review', 'direct', stepBlock('plain'))]);
    expect(check(sample({ body })).map(({ code }) => code)).toEqual([]);
    expect(check(undertaken()).map(({ code }) => code)).not.toContain('outcome-unread');
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
