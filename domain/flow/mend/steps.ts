import { roles } from '../../people/roles.ts';
import { kindOf, kinds, outcomesLeft, paramsOf } from '../../steps/index.ts';
import type { Outcome, Step, UntimedPart } from '../definition.ts';
import { usualOthers } from '../other-hands.ts';
import { locatedSteps } from '../blocks.ts';
import { onStep } from './mender.ts';
import type { Menders } from './mender.ts';

/** The usual words of outcomes that the law leaves, and of the one of a step that has none. */
const outcomeTitles: Readonly<Record<string, string>> = {
  received: '收齐',
  signed: '部门签收',
  accepted: '予以受理',
  issued: '制证完成',
  delivered: '已送达',
  grant: '准予许可',
  refuse: '不予许可',
  waived: '放弃听证',
  done: '办理完毕',
};

/** The outcomes that a kind leaves, with the titles that were written as far as there are any. */
function lawful({ kind, outcomes }: Step): Outcome[] {
  const left = outcomesLeft({ kind, outcomes });
  const strange = outcomes.filter(({ id }) => !left.includes(id));
  return (left.length === 0 ? ['done'] : left).map((id) => {
    const known = outcomes.find((outcome) => outcome.id === id);
    if (known !== undefined) return known;
    const { title = outcomeTitles[id] ?? id } = strange.shift() ?? {};
    return { id, title };
  });
}

const withLawful = onStep(({ step }) => {
  if (!Object.hasOwn(kinds, step.kind)) return null;
  const outcomes = lawful(step);
  const titles = outcomes.map(({ title }) => `“${title}”`).join('、');
  return { title: `“${step.title}”的办理结果改为${titles}`, step: { ...step, outcomes } };
});

/** What may not stop the statutory clock stops the promised one only. */
const promisedOnly = onStep(({ step }) => {
  if (step.untimed === undefined) return null;
  const { exclusionBasis: _basis, ...rest } = step.untimed;
  const untimed: UntimedPart = { ...rest, stops: ['promised'] };
  return { title: `“${step.title}”只停承诺时限，不停法定时限`, step: { ...step, untimed } };
});

const otherHands = onStep(({ step }, _at, definition) => {
  const usual = usualOthers(
    locatedSteps(definition).map((one) => one.step),
    step,
  );
  const otherThan = [...new Set([...(step.otherThan ?? []), ...usual])];
  return { title: `“${step.title}”由前面审查的人以外的人办理`, step: { ...step, otherThan } };
});

const heldByOfficer = onStep(({ step }) => {
  return { title: `“${step.title}”改由${roles.hearingOfficer.zh}办理`, step: { ...step, by: 'hearingOfficer' } };
});

/** The window passes on, the department answers. */
const passingHands = onStep(({ step }) => {
  const by = step.kind === 'passing' ? 'windowClerk' : 'caseOfficer';
  return { title: `“${step.title}”改由${roles[by].zh}办理`, step: { ...step, by } };
});

const knownParams = onStep(({ step }, at) => {
  const name = at.split('/').at(-1) ?? '';
  const params = Object.fromEntries(Object.entries(step.params ?? {}).filter(([one]) => one !== name));
  return { title: `删去“${step.title}”的参数 ${name}`, step: { ...step, params } };
});

const paramInRange = onStep(({ step }, at) => {
  const name = at.split('/').at(-1) ?? '';
  const schema = Object.hasOwn(kinds, step.kind) ? paramsOf(step.kind)[name] : undefined;
  if (schema === undefined) return null;
  const value = Number(Object.entries(step.params ?? {}).find(([one]) => one === name)?.[1]);
  const fitting = value > schema.most ? schema.most : schema.least;
  const title = `“${step.title}”的${schema.title.zh}改为 ${fitting}`;
  return { title, step: { ...step, params: { ...step.params, [name]: fitting } } };
});

const negativeMarked = onStep(({ step }, at) => {
  const index = Number(at.split('/').at(-1));
  const outcome = step.outcomes[index];
  if (outcome === undefined) return null;
  const outcomes = step.outcomes.map((one, i) => (i === index ? { ...one, negative: true } : one));
  return { title: `把“${outcome.title}”标明为不利结论`, step: { ...step, outcomes } };
});

const timed = onStep(({ step }) => {
  const { untimed: _untimed, ...rest } = step;
  return { title: `“${step.title}”改为计时环节`, step: rest };
});

/** An untimed step keeps its promise, a step of the frame its limit. */
const oneLimit = onStep(({ step }) => {
  const { limit: _limit, ...rest } = step;
  if (Object.hasOwn(kinds, step.kind) && kindOf(step.kind).isFrame) return null;
  return { title: `“${step.title}”只留承诺办理时限`, step: rest };
});

const knownOthers = onStep(({ step }, at) => {
  const index = Number(at.split('/').at(-1));
  const otherThan = (step.otherThan ?? []).filter((_id, i) => i !== index);
  return { title: `“${step.title}”不再写环节“${step.otherThan?.[index] ?? ''}”`, step: { ...step, otherThan } };
});

/** What mends single steps. */
export const stepMends: Menders = {
  'decision-outcomes': withLawful,
  'outcome-never-left': withLawful,
  'step-without-outcome': withLawful,
  'statutory-stop-by-department-rule': promisedOnly,
  'statutory-stop-without-basis': promisedOnly,
  'statutory-stop-without-requirement': promisedOnly,
  'xkf45-does-not-cover': promisedOnly,
  'citation-of-another-rank': promisedOnly,
  'same-hand': otherHands,
  'same-hand-allowed': otherHands,
  'other-than-unknown': knownOthers,
  'hearing-by-reviewer': heldByOfficer,
  'passing-hands': passingHands,
  'param-unknown': knownParams,
  'param-out-of-range': paramInRange,
  'negative-unmarked': negativeMarked,
  'kind-cannot-be-untimed': timed,
  'limit-and-promise': oneLimit,
};
