import type { Calendar } from '../../clock/calendar.ts';
import { clockKinds } from '../definition.ts';
import type { CaseLimits, LimitRule } from '../definition.ts';
import { compareLimits, exampleWords } from './compared.ts';
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
    ...sets.flatMap((set) => pairsOf(set.whole).flatMap((pair) => checkPair(pair, set, subject.tools.calendar))),
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
  readonly within: 'statutory' | 'notice' | 'promised';
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
      within: 'statutory',
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
            within: 'notice',
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
            within: 'promised',
            promised: deferral,
            legal: promised,
            words: [clockKinds.deferral.zh, clockKinds.promised.zh],
            code: 'deferral-over-promise',
          } as const,
        ]),
  ];
}

/** A branch answers for what it sets: what it takes from all cases is found there. */
function checkPair(pair: Pair, { at, of, own: set }: LimitSet, calendar: Calendar): Finding[] {
  const { name, within, promised, legal, words, code } = pair;
  if (set[name] === undefined && set[within] === undefined) return [];
  const place = `${at}/${set[name] === undefined ? within : name}`;
  const { always, example } = compareLimits(promised, legal, calendar);
  if (example === null) return [];
  const [own, law] = words;
  const often = always ? '' : '有时';
  const message = `${of}${own} ${readLimit(promised)}${often}超过${law} ${readLimit(legal)}${exampleWords(promised, legal, example)}`;
  return always
    ? [error({ at: `${place}/count`, code, message, fix: `把${own}改到${law}以内` })]
    : [
        warning({
          at: `${place}/unit`,
          code: 'mixed-units',
          message,
          fix: `${own}与${law}用同一单位，或者改短${own}`,
        }),
      ];
}
