import type { CaseLimits, LimitRule } from '../definition.ts';
import type { Finding } from './finding.ts';
import { error, warning } from './finding.ts';
import type { LimitSet } from './located-limits.ts';
import { limitSets, locatedLimits } from './located-limits.ts';
import type { Subject } from './subject.ts';
import { readLimit, unitWords } from '../../words/limit.ts';

/** Numbers, units and provisions of every limit, and the published limits against each other. */
export function checkLimits(subject: Subject): Finding[] {
  const sets = limitSets(subject.definition);
  return [
    ...locatedLimits(subject).flatMap(({ at, name, rule }) => checkRule(at, name, rule)),
    ...sets.flatMap(checkExtension),
    ...sets.flatMap(({ at, of, whole }) => checkPair(at, of, whole)),
  ];
}

function checkExtension({ at, of, own: { extension } }: LimitSet): Finding[] {
  if (extension === null || extension === undefined) return [];
  const found: Finding[] = [];
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
  { promised, statutory }: Pick<CaseLimits, 'promised' | 'statutory'>,
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
  return found;
}
