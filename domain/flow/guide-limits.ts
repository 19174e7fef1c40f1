import type { LimitUnit } from '../clock/clock.ts';
import { stepsOf } from './blocks.ts';
import type { CaseLimits, FlowDefinition } from './definition.ts';
import { guideElements } from './guide.ts';
import { isImmediate } from './other-hands.ts';

/** Elements of a guide that speak of limits: what they say is made from the flow, a department adds words only. */
export const limitElements = ['statutoryLimitNote', 'promisedLimitNote', 'specialProcedures'] as const;
export type LimitElement = (typeof limitElements)[number];

/** Where a guide differs from its flow: the element, the line of it where it has lines, and what is wrong in Chinese. */
export interface GuideMistake {
  readonly element: LimitElement | 'caseType';
  readonly line: number | null;
  readonly message: string;
}

/** Everything that a guide says otherwise than its flow: days of a limit, and whether it is an 即办件. */
export function guideMistakes(guide: Readonly<Record<string, unknown>>, definition: FlowDefinition): GuideMistake[] {
  const days = limitElements.flatMap((element) => {
    const value = guide[element];
    const lines = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
    return lines.flatMap((line, i): GuideMistake[] => {
      const [words] = strangeDays(line, element, definition);
      if (words === undefined) return [];
      const message = `${guideElements[element].zh}写有“${words}”，与流程的时限不同；时限的说明由流程生成，这里不写天数`;
      return [{ element, line: Array.isArray(value) ? i : null, message }];
    });
  });
  return [...days, ...checkCaseType(guide, definition)];
}

/** The days that a text names and no limit of its element has, as they are written. */
export function strangeDays(text: string, element: LimitElement, definition: FlowDefinition): string[] {
  const known = limitsNamed(element, definition);
  return [...text.normalize('NFKC').matchAll(daysNamed)].flatMap(({ 0: words, 1: number = '', 2: unit = '' }) => {
    const [count, units] = [numberOf(number), unitsOf[unit] ?? []];
    return known.some((limit) => limit.count === count && units.includes(limit.unit)) ? [] : [words];
  });
}

/** A number before a unit of time; dates (10月1日, 2026年) and articles (第二十条) are none. */
const daysNamed =
  /(?<![\d月年第一二三四五六七八九十百])(\d{1,3}|[一二两三四五六七八九十百]+)\s*(个工作日|工作日|个?自然日|天|日|个月|年)/g;
const unitsOf: Readonly<Record<string, readonly LimitUnit[]>> = {
  个工作日: ['workday'],
  工作日: ['workday'],
  个自然日: ['calendarDay'],
  自然日: ['calendarDay'],
  // As laws write them: which days they are, the list says.
  日: ['workday', 'calendarDay'],
  天: ['workday', 'calendarDay'],
  个月: ['month'],
  年: ['year'],
};

const digits = '零一二三四五六七八九';

/** 20, 二十 or 一百二十 as a number. */
function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  let [sum, digit] = [0, 0];
  for (const sign of written.replaceAll('两', '二')) {
    const weight = { 十: 10, 百: 100 }[sign];
    if (weight === undefined) digit = digits.indexOf(sign);
    else [sum, digit] = [sum + (digit === 0 ? 1 : digit) * weight, 0];
  }
  return sum + digit;
}

interface Days {
  readonly count: number;
  readonly unit: LimitUnit;
}

function limitsNamed(element: LimitElement, definition: FlowDefinition): Days[] {
  const { limits, limitBranches } = definition;
  const sets: readonly Partial<CaseLimits>[] = [limits, ...limitBranches.map((branch) => branch.limits)];
  const untimed = stepsOf(definition).flatMap(({ untimed: part }) => (part === undefined ? [] : [part.promise]));
  const ofCase = sets.flatMap(({ statutory, promised, extension, passing, afterCheck }): (Days | undefined)[] => {
    const { unit } = statutory ?? limits.statutory;
    const longer = extension ? [{ count: extension.max, unit }] : [];
    return element === 'statutoryLimitNote' ? [statutory, ...longer] : [promised, passing, afterCheck];
  });
  return element === 'specialProcedures' ? untimed : [...ofCase.filter((limit) => limit !== undefined), ...untimed];
}

const immediate = '即办件';

function checkCaseType({ caseType }: Readonly<Record<string, unknown>>, definition: FlowDefinition): GuideMistake[] {
  if (typeof caseType !== 'string') return [];
  const isSaid = caseType.includes(immediate);
  if (isSaid === isImmediate(definition, stepsOf(definition))) return [];
  const why = isSaid ? '流程承诺的时限超过一个工作日，或者有不计时环节' : '流程承诺一个工作日以内办结，没有不计时环节';
  return [{ element: 'caseType', line: null, message: `${guideElements.caseType.zh}写为“${caseType}”，而${why}` }];
}
