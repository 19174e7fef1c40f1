import { handlesCases, roles } from '../../people/roles.ts';
import type { LocatedStep } from '../blocks.ts';
import { rolesAsked } from '../roles-asked.ts';
import { paramsOf, stepKindTitles } from '../../steps/index.ts';
import type { Finding } from './finding.ts';
import { error, warning } from './finding.ts';
import type { Subject } from './subject.ts';
import { named } from './words.ts';

/** Roles, kinds, outcomes and numbers of people. */
export function checkSteps(subject: Subject): Finding[] {
  return [...checkRoles(subject), ...checkBarred(subject), ...subject.steps.flatMap(checkStep)];
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
    .filter(({ role }) => role !== 'handler' && !Object.hasOwn(roles, role))
    .map(({ at, who, role }) =>
      error({ at, code: 'unknown-role', message: `${who}的角色“${role}”不存在`, fix: '从角色表里选一个角色' }),
    );
}

/** Who watches or keeps the system works on no case, whoever holds the post (domain.md 9.4). */
function checkBarred({ definition }: Subject): Finding[] {
  return rolesAsked(definition).flatMap(({ at, role, does }) => {
    if (!Object.hasOwn(roles, role) || handlesCases(role)) return [];
    const message = `${roles[role].zh}不担任办理岗位，不能${does}，办件会停在这里`;
    return [error({ at, code: 'role-barred', message, fix: '改由办理岗位（如承办人、审核人）办理' })];
  });
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
  if (!Object.hasOwn(stepKindTitles, step.kind)) {
    const message = `${named(located)}的类型“${step.kind}”不存在`;
    found.push(error({ at: `${at}/kind`, code: 'unknown-step-kind', message, fix: '从环节类型表里选一种类型' }));
  }
  if (step.outcomes.length === 0) {
    const message = `${named(located)}没有任何办理结果，启动后无法办结`;
    found.push(error({ at: `${at}/outcomes`, code: 'step-without-outcome', message, fix: '至少写一个办理结果' }));
  }
  return [...found, ...checkParams(located), ...checkDecision(located), ...checkNegative(located)];
}

/** What a department sets keeps within what the kind allows, such as two officers on site (XKF 34). */
function checkParams({ at, number, step }: LocatedStep): Finding[] {
  if (!Object.hasOwn(stepKindTitles, step.kind)) return [];
  const set = new Map<string, unknown>(Object.entries(step.params ?? {}));
  const known = paramsOf(step.kind);
  const strangers = [...set.keys()].filter((name) => !Object.hasOwn(known, name));
  const unknown = strangers.map((name) => {
    const message = `${named({ at, number, step })}是${stepKindTitles[step.kind]}，没有参数“${name}”`;
    return error({ at: `${at}/params/${name}`, code: 'param-unknown', message, fix: '删去这个参数' });
  });
  const outside = Object.entries(known).flatMap(([name, { title, least, most, basis }]) => {
    const value = set.get(name);
    if (value === undefined || (Number.isInteger(value) && Number(value) >= least && Number(value) <= most)) return [];
    const message = `${named({ at, number, step })}的${title.zh}为 ${String(value)}，应为 ${least} 至 ${most}`;
    const fix = `改为 ${least} 至 ${most} 之间的整数（${basis}）`;
    return [error({ at: `${at}/params/${name}`, code: 'param-out-of-range', message, fix })];
  });
  return [...unknown, ...outside];
}

/** How an outcome against the applicant is usually called. */
const againstApplicant = /不(予|合格|通过|同意|符合|准|能|可行)|未(能)?通过|有异议/;

/** An outcome that reads as if it were against the applicant: a decision that goes past it would give no reasons. */
function checkNegative({ at, number, step }: LocatedStep): Finding[] {
  if (step.kind === 'decision') return [];
  return step.outcomes.flatMap(({ title, negative }, i) => {
    if (negative === true || !againstApplicant.test(title)) return [];
    const message = `${named({ at, number, step })}的办理结果“${title}”像是不利于申请人的结论，但没有标明`;
    const fix = '是不利结论的，写上 "negative": true；此后不采纳它而准予许可须说明理由';
    return [warning({ at: `${at}/outcomes/${i}`, code: 'negative-unmarked', message, fix })];
  });
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
