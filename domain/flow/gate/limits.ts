import { clockKinds } from '../definition.ts';
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
    ...sets.flatMap(({ at, of, whole }) => pairsOf(whole).flatMap((pair) => checkPair(at, of, pair))),
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

/** A limit that lies inside another: what the department promises in that of the law, what may come later in the promise. */
interface Pair {
  readonly name: 'promised' | 'promisedNotice' | 'deferral';
  readonly promised: LimitRule;
  readonly legal: LimitRule;
  readonly words: readonly [promised: string, legal: string];
  readonly code: 'promise-over-statutory' | 'promised-notice-over-notice' | 'deferral-over-promise';
}

function pairsOf({ promised, statutory, promisedNotice, notice, deferral }: CaseLimits): Pair[] {
  const words = [clockKinds.promisedNotice.zh, clockKinds.notice.zh] as const;
  return [
    {
      name: 'promised',
      promised,
      legal: statutory,
      words: [clockKinds.promised.zh, clockKinds.statutory.zh],
      code: 'promise-over-statutory',
    },
    ...(promisedNotice === undefined
      ? []
      : [
          {
            name: 'promisedNotice',
            promised: promisedNotice,
            legal: notice,
            words,
            code: 'promised-notice-over-notice',
          } as const,
        ]),
    ...(deferral === undefined
      ? []
      : [
          {
            name: 'deferral',
            promised: deferral,
            legal: promised,
            words: [clockKinds.deferral.zh, clockKinds.promised.zh],
            code: 'deferral-over-promise',
          } as const,
        ]),
  ];
}

function checkPair(at: string, of: string, { name, promised, legal, words, code }: Pair): Finding[] {
  const [own, law] = words;
  if (promised.unit !== legal.unit) {
    const message = `${of}${own}以${readLimit(promised)}计，${law}以${readLimit(legal)}计，无法比较`;
    return [warning({ at: `${at}/${name}/unit`, code: 'mixed-units', message, fix: `请人工核对${own}不超过${law}` })];
  }
  if (promised.count <= legal.count) return [];
  const message = `${of}${own} ${readLimit(promised)}超过${law} ${readLimit(legal)}`;
  return [error({ at: `${at}/${name}/count`, code, message, fix: `把${own}改到${law}以内` })];
}
