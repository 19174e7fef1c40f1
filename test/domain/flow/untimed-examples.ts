import type { Examples } from './example.ts';
import { rootWith, sample, stepBlock, untimedPart, workdays } from './sample.ts';

/** The example with a lawful expert review whose untimed part is changed. */
export const expertWith = (over: Parameters<typeof untimedPart>[0]) =>
  sample({
    body: rootWith({ expert: null }, [
      stepBlock('expertReview', { kind: 'expertReview', title: '专家评审', untimed: untimedPart(over) }),
    ]),
  });
const { requiredBy: _requiredBy, ...notRequired } = untimedPart();
const { exclusionBasis: _basis, ...notBased } = untimedPart();
const expertOf = (untimed: typeof notRequired) =>
  sample({
    body: rootWith({ expert: null }, [stepBlock('expertReview', { kind: 'expertReview', title: '专家评审', untimed })]),
  });

/** Failing examples of the codes about untimed steps. */
export const untimedExamples = {
  'approver-asks': {
    definition: expertWith({ approvedBy: 'caseOfficer' }),
    at: '/body/blocks/3/step/untimed/approvedBy',
    words: '专家评审',
    passing: expertWith({ approvedBy: 'deputyHead' }),
  },
  'kind-cannot-be-untimed': {
    definition: sample({
      body: rootWith({
        delivery: stepBlock('delivery', {
          kind: 'delivery',
          title: '送达',
          untimed: { ...notBased, stops: ['promised'] },
        }),
      }),
    }),
    at: '/body/blocks/6/step/untimed',
    words: '送达',
    passing: sample(),
  },
  'limit-and-promise': {
    definition: sample({
      body: rootWith({
        expert: stepBlock('expertReview', {
          kind: 'expertReview',
          title: '专家评审',
          limit: workdays(5),
          untimed: untimedPart(),
        }),
      }),
    }),
    at: '/body/blocks/3/step/limit',
    words: '专家评审',
    passing: expertWith({}),
  },
  'statutory-stop-by-department-rule': {
    definition: expertWith({ exclusionBasis: { source: 'departmentRule', cite: '某部令第三条' } }),
    at: '/body/blocks/3/step/untimed/exclusionBasis/source',
    words: '部门规章',
    passing: expertWith({
      stops: ['promised'],
      promise: workdays(5),
      exclusionBasis: { source: 'departmentRule', cite: '某部令第三条' },
    }),
  },
  'statutory-stop-without-basis': {
    definition: expertOf(notBased),
    at: '/body/blocks/3/step/untimed',
    words: '没有写明依据',
    passing: expertWith({}),
  },
  'statutory-stop-without-requirement': {
    definition: expertOf(notRequired),
    at: '/body/blocks/3/step/untimed',
    words: '依法需要',
    passing: expertWith({}),
  },
  'untimed-stops-nothing': {
    definition: expertWith({ stops: [], promise: workdays(5) }),
    at: '/body/blocks/3/step/untimed/stops',
    words: '专家评审',
    passing: expertWith({ stops: ['promised'], promise: workdays(5) }),
  },
  'untimed-without-promise': {
    definition: sample({
      body: rootWith({ expert: stepBlock('expertReview', { kind: 'expertReview', title: '专家评审' }) }),
    }),
    at: '/body/blocks/3/step',
    words: '第 4 个环节“专家评审”没有承诺办理时限',
    passing: expertWith({}),
  },
  'xkf45-does-not-cover': {
    definition: sample({
      body: rootWith({ expert: null }, [
        stepBlock('visit', {
          kind: 'siteInspection',
          title: '现场踏勘',
          untimed: untimedPart({
            exclusionBasis: { source: 'xkf45', kind: 'inspection', cite: '行政许可法第四十五条' },
          }),
        }),
      ]),
    }),
    at: '/body/blocks/3/step/untimed/exclusionBasis',
    words: '现场踏勘',
    passing: expertWith({}),
  },
} as const satisfies Examples;
