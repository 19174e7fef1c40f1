import { roles } from '../../people/roles.ts';
import type { LocatedStep } from '../blocks.ts';
import type { StepKindName } from '../definition.ts';
import { stepKinds } from '../definition.ts';
import type { Finding } from './finding.ts';
import { error } from './finding.ts';
import type { Subject } from './subject.ts';
import { named } from './words.ts';

/** Roles, kinds, outcomes and numbers of people. */
export function checkSteps(subject: Subject): Finding[] {
  return [...checkRoles(subject), ...subject.steps.flatMap(checkStep)];
}

function checkRoles({ definition, steps }: Subject): Finding[] {
  const used = [
    ...steps.map((located) => ({ at: `${located.at}/by`, who: named(located), role: located.step.by })),
    ...steps.flatMap((located) => {
      const { untimed } = located.step;
      return untimed === undefined
        ? []
        : [{ at: `${located.at}/untimed/approvedBy`, who: `${named(located)}的批准人`, role: untimed.approvedBy }];
    }),
    ...definition.ladder.flatMap((rung, i) =>
      rung.to.map((role, j) => ({ at: `/ladder/${i}/to/${j}`, who: `预警规则“${rung.id}”的接收人`, role })),
    ),
    ...extensions(definition).map(({ at, role }) => ({ at, who: '延长审批的批准人', role })),
  ];
  return used
    .filter(({ role }) => !Object.hasOwn(roles, role))
    .map(({ at, who, role }) =>
      error({ at, code: 'unknown-role', message: `${who}的角色“${role}”不存在`, fix: '从角色表里选一个角色' }),
    );
}

function extensions(definition: Subject['definition']): { at: string; role: string }[] {
  const all = [
    { at: '/limits', limits: definition.limits },
    ...definition.limitBranches.map(({ limits }, i) => ({ at: `/limitBranches/${i}/limits`, limits })),
  ];
  return all.flatMap(({ at, limits }) =>
    limits.extension === null || limits.extension === undefined
      ? []
      : [{ at: `${at}/extension/approver`, role: limits.extension.approver }],
  );
}

function checkStep(located: LocatedStep): Finding[] {
  const { at, step } = located;
  const found: Finding[] = [];
  if (!Object.hasOwn(stepKinds, step.kind)) {
    const message = `${named(located)}的类型“${step.kind}”不存在`;
    found.push(error({ at: `${at}/kind`, code: 'unknown-step-kind', message, fix: '从环节类型表里选一种类型' }));
  }
  if (step.outcomes.length === 0) {
    const message = `${named(located)}没有任何办理结果，启动后无法办结`;
    found.push(error({ at: `${at}/outcomes`, code: 'step-without-outcome', message, fix: '至少写一个办理结果' }));
  }
  return [...found, ...checkPeople(located), ...checkDecision(located)];
}

/** XKF 34(3): facts are checked on site by two or more officers; an expert review needs an expert. */
function checkPeople(located: LocatedStep): Finding[] {
  const least: Partial<Record<StepKindName, number>> = { siteInspection: 2, expertReview: 1 };
  const { at, step } = located;
  const people = least[step.kind];
  if (
    people === undefined ||
    step.minPeople === undefined ||
    (Number.isInteger(step.minPeople) && step.minPeople >= people)
  )
    return [];
  const message = `${named(located)}只要求 ${step.minPeople} 人，至少应为 ${people} 人`;
  return [
    error({
      at: `${at}/minPeople`,
      code: 'people-too-few',
      message,
      fix: `改为 ${people} 人或更多（现场核查两人以上，行政许可法第三十四条）`,
    }),
  ];
}

/** A decision grants or refuses; the law knows no third one and no flow may leave one out. */
function checkDecision(located: LocatedStep): Finding[] {
  const { at, step } = located;
  if (step.kind !== 'decision' || step.outcomes.length === 0) return [];
  const given = step.outcomes.map((outcome) => outcome.id).sort();
  if (given.join() === 'grant,refuse') return [];
  const message = `${named(located)}的办理结果应当是准予（grant）和不予（refuse）两种`;
  return [
    error({ at: `${at}/outcomes`, code: 'decision-outcomes', message, fix: '只保留 grant 和 refuse 两个办理结果' }),
  ];
}
