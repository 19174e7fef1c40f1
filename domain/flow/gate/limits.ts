import type { CaseLimits, LimitRule } from '../definition.ts';
import { limitsOf } from '../compile.ts';
import type { Finding } from './finding.ts';
import { error, warning } from './finding.ts';
import type { Subject } from './subject.ts';
import { readLimit, unitWords } from '../../words/limit.ts';
import { named } from './words.ts';

const caseLimitWords = {
  notice: '受理告知时限',
  statutory: '法定时限',
  promised: '承诺时限',
  delivery: '送达时限',
  start: '启动时限',
} as const;
const caseLimits = ['notice', 'statutory', 'promised', 'delivery', 'start'] as const;

/** Numbers, units and provisions of every limit, and the published limits against each other. */
export function checkLimits(subject: Subject): Finding[] {
  const { definition } = subject;
  return [
    ...checkRules('/limits', '', definition.limits),
    ...checkPair('/limits', '', definition.limits),
    ...definition.limitBranches.flatMap((branch, i) => {
      const at = `/limitBranches/${i}/limits`;
      const of = `时限分支“${branch.title}”的`;
      return [
        ...checkRules(at, of, branch.limits),
        ...checkPair(at, of, limitsOf({ ...definition, limitBranches: [branch] }, branch.id)),
      ];
    }),
    ...subject.steps.flatMap((located) => {
      const { limit, untimed } = located.step;
      return [
        ...(limit === undefined ? [] : checkRule(`${located.at}/limit`, `${named(located)}的环节时限`, limit)),
        ...(untimed === undefined
          ? []
          : checkRule(`${located.at}/untimed/promise`, `${named(located)}的承诺办理时限`, untimed.promise)),
      ];
    }),
  ];
}

function checkRules(at: string, of: string, limits: Partial<CaseLimits>): Finding[] {
  const { extension } = limits;
  const found = caseLimits.flatMap((name) => {
    const rule = limits[name];
    return rule === undefined ? [] : checkRule(`${at}/${name}`, `${of}${caseLimitWords[name]}`, rule);
  });
  if (extension === null || extension === undefined) return found;
  if (!Number.isInteger(extension.max) || extension.max < 1)
    found.push(notWhole(`${at}/extension/max`, `${of}延长上限`));
  if (extension.basis.trim() === '') found.push(noBasis(`${at}/extension/basis`, `${of}延长审批`));
  return found;
}

function checkRule(at: string, name: string, rule: LimitRule): Finding[] {
  const found: Finding[] = [];
  if (!Number.isInteger(rule.count) || rule.count < 0) found.push(notWhole(`${at}/count`, name));
  if (!Object.hasOwn(unitWords, rule.unit)) {
    found.push(
      error({
        at: `${at}/unit`,
        code: 'limit-invalid',
        message: `${name}的单位“${rule.unit}”不存在`,
        fix: '单位只能是工作日、自然日、月、年',
      }),
    );
  }
  if (rule.basis.trim() === '' || rule.unitFrom.trim() === '') found.push(noBasis(at, name));
  return found;
}

function notWhole(at: string, name: string): Finding {
  return error({ at, code: 'limit-invalid', message: `${name}不是整数天数`, fix: '填写不小于零的整数；半天按一天计' });
}

function noBasis(at: string, name: string): Finding {
  return error({
    at,
    code: 'limit-without-basis',
    message: `${name}没有写明依据或单位的出处`,
    fix: '写明条款（如“行政许可法第四十二条”）和单位出自何处',
  });
}

function checkPair(
  at: string,
  of: string,
  { promised, statutory, delivery }: Pick<CaseLimits, 'promised' | 'statutory' | 'delivery'>,
): Finding[] {
  const found: Finding[] = [];
  if (promised.unit !== statutory.unit) {
    found.push(
      warning({
        at: `${at}/promised/unit`,
        code: 'mixed-units',
        message: `${of}承诺时限以${readLimit(promised)}计，法定时限以${readLimit(statutory)}计，无法比较`,
        fix: '请人工核对承诺时限不超过法定时限',
      }),
    );
  } else if (promised.count > statutory.count) {
    found.push(
      error({
        at: `${at}/promised/count`,
        code: 'promise-over-statutory',
        message: `${of}承诺时限 ${readLimit(promised)}超过法定时限 ${readLimit(statutory)}`,
        fix: '把承诺时限改到法定时限以内',
      }),
    );
  }
  if (delivery.unit === 'workday' && delivery.count > 10) {
    found.push(
      warning({
        at: `${at}/delivery/count`,
        code: 'delivery-too-long',
        message: `${of}送达时限 ${readLimit(delivery)}超过行政许可法第四十四条的 10 个工作日`,
        fix: '改为 10 个工作日以内，或者核对另有规定的法律条款',
      }),
    );
  }
  return found;
}
