import type { LocatedStep } from '../blocks.ts';
import { isImmediate, usualOthers } from '../other-hands.ts';
import type { StepKindName } from '../../steps/params.ts';
import type { Finding } from './finding.ts';
import { error, warning } from './finding.ts';
import type { Subject } from './subject.ts';
import { named } from './words.ts';

const looksInto: readonly StepKindName[] = ['review', 'siteInspection', 'expertReview'];

/** Who reviews, who reviews again and who decides are different people, unless an 即办件 says why not. */
export function checkHands(subject: Subject): Finding[] {
  return subject.steps.flatMap((located) => [
    ...checkKnown(subject, located),
    ...checkUsual(subject, located),
    ...checkHearing(subject, located),
  ]);
}

function checkKnown({ byId }: Subject, located: LocatedStep): Finding[] {
  const { at, step } = located;
  return (step.otherThan ?? []).flatMap((id, i) => {
    if (byId.has(id) && id !== step.id) return [];
    const message = `${named(located)}须与环节“${id}”由不同的人办理，但没有这样的另一个环节`;
    return [error({ at: `${at}/otherThan/${i}`, code: 'other-than-unknown', message, fix: '写另一个环节的编号' })];
  });
}

function checkUsual({ definition, steps, byId }: Subject, located: LocatedStep): Finding[] {
  const { at, step } = located;
  const all = steps.map((one) => one.step);
  const { otherThan } = step;
  const left = otherThan === undefined ? [] : usualOthers(all, step).filter((id) => !otherThan.includes(id));
  if (left.length === 0) return [];
  const titles = left.map((id) => `“${byId.get(id)?.step.title ?? id}”`).join('、');
  const place = `${at}/otherThan`;
  const message = `${named(located)}与${titles}可以由同一人办理`;
  if (!isImmediate(definition, all)) {
    const fix = '只有即办件（承诺一个工作日以内，没有不计时环节）可以由同一人办理；把这些环节写入 otherThan';
    return [error({ at: place, code: 'same-hand', message, fix })];
  }
  const because = step.sameHandBecause?.trim() ?? '';
  if (because === '') {
    const fix = '在 sameHandBecause 中写明即办件由同一人办理的理由';
    return [error({ at: place, code: 'same-hand', message: `${message}，但没有写明理由`, fix })];
  }
  const fix = '发布前请确认理由成立；否则把这些环节写入 otherThan';
  return [warning({ at: place, code: 'same-hand-allowed', message: `${message}，理由：${because}`, fix })];
}

/** Who hears is not who reviewed (XKF 48): where both are one post, its only holder can end neither. */
function checkHearing({ steps }: Subject, located: LocatedStep): Finding[] {
  const { at, step } = located;
  if (step.kind !== 'hearing') return [];
  const same = steps.find(({ step: { kind, by } }) => looksInto.includes(kind) && by === step.by);
  if (same === undefined) return [];
  const message = `${named(located)}与${named(same)}由同一岗位办理：审查的人不得主持听证，只有一人任职时办件会停在这里`;
  return [warning({ at: `${at}/by`, code: 'hearing-by-reviewer', message, fix: '听证改由听证主持人办理' })];
}
