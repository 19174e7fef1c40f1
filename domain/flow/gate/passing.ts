import type { Calendar } from '../../clock/calendar.ts';
import { roles, windows } from '../../people/roles.ts';
import type { LocatedStep } from '../blocks.ts';
import { readLimit } from '../../words/limit.ts';
import { compareLimits, exampleWords } from './compared.ts';
import type { Finding } from './finding.ts';
import { error, warning } from './finding.ts';
import type { LimitSet } from './located-limits.ts';
import { limitSets } from './located-limits.ts';
import type { Subject } from './subject.ts';
import { named } from './words.ts';

/**
 * 材料移交: its step and its limit come together, the window passes on and another answers, and what is left of the time to answer is the
 * department's (domain.md 12.1.6). That somebody holds the post that answers, the check of people says.
 */
export function checkPassing(subject: Subject): Finding[] {
  const { definition, steps, tools } = subject;
  const passing = steps.filter(({ step }) => step.kind === 'passing');
  return [
    ...checkTogether(subject, passing),
    ...(passing.length === 0 ? [] : steps.flatMap(checkHands)),
    ...limitSets(definition).flatMap((set) => checkShorter(set, tools.calendar)),
  ];
}

function checkTogether({ definition: { limits } }: Subject, [step]: readonly LocatedStep[]): Finding[] {
  if ((step === undefined) === (limits.passing === undefined)) return [];
  const fix = '由部门受理的，既要有材料移交环节，也要有移交时限（limits.passing）；由窗口受理的，两项都不要';
  return [
    step === undefined
      ? error({
          at: '/limits/passing',
          code: 'passing-incomplete',
          message: '设了移交时限，但流程没有材料移交环节',
          fix,
        })
      : error({ at: step.at, code: 'passing-incomplete', message: `${named(step)}没有移交时限`, fix }),
  ];
}

function checkHands(located: LocatedStep): Finding[] {
  const { at, step } = located;
  const isWindows = windows.some((role) => role === step.by);
  const isWrong = step.kind === 'passing' ? !isWindows : step.kind === 'acceptance' && isWindows;
  if (!isWrong || !Object.hasOwn(roles, step.by)) return [];
  const who = roles[step.by].zh;
  const message =
    step.kind === 'passing'
      ? `${named(located)}由${who}办理：移交材料的应当是窗口`
      : `${named(located)}由${who}办理：窗口移交材料的，应当由部门签收并受理`;
  const fix = '移交由窗口岗位办理，受理由部门岗位（如承办人）办理';
  return [error({ at: `${at}/by`, code: 'passing-hands', message, fix })];
}

function checkShorter({ at, of, own, whole: { passing, notice } }: LimitSet, calendar: Calendar): Finding[] {
  if (passing === undefined || (own.passing === undefined && own.notice === undefined)) return [];
  const { always, example } = compareLimits(passing, notice, calendar, true);
  if (example === null) return [];
  const place = own.passing === undefined ? `${at}/notice` : `${at}/passing`;
  const often = always ? '' : '有时';
  const message = `${of}移交时限 ${readLimit(passing)}${often}不短于受理告知时限 ${readLimit(notice)}${exampleWords(passing, notice, example)}，部门没有时间答复申请人`;
  const fix = '缩短移交时限，给部门留出审查的时间';
  return always
    ? [error({ at: `${place}/count`, code: 'passing-over-notice', message, fix })]
    : [warning({ at: `${place}/unit`, code: 'mixed-units', message, fix })];
}
