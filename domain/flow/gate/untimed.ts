import type { LocatedStep } from '../blocks.ts';
import type { ExclusionBasis, UntimedPart } from '../definition.ts';
import { kindOf, kinds, stepKindTitles } from '../../steps/index.ts';
import type { Finding } from './finding.ts';
import { error, warning } from './finding.ts';
import type { Subject } from './subject.ts';
import { named } from './words.ts';

/** Untimed steps: each has its own promise, and stops only what the law lets it stop. The ladder watches it. */
export function checkUntimed(subject: Subject): Finding[] {
  return subject.steps.flatMap(checkStep);
}

function checkStep(located: LocatedStep): Finding[] {
  const { at, step } = located;
  const { untimed } = step;
  // An unknown kind has a finding of its own.
  if (!Object.hasOwn(kinds, step.kind)) return [];
  if (untimed === undefined)
    return step.limit === undefined && kindOf(step.kind).isWatched ? [withoutPromise(located, at)] : [];
  const found: Finding[] = [];
  if (kindOf(step.kind).isFrame) {
    const message = `${named(located)}属于${stepKindTitles[step.kind]}，不能设为不计时环节`;
    found.push(
      error({
        at: `${at}/untimed`,
        code: 'kind-cannot-be-untimed',
        message,
        fix: '删去不计时部分；受理、决定、送达的时限由法律规定',
      }),
    );
  }
  if (step.limit !== undefined) {
    const message = `${named(located)}同时设了环节时限和不计时承诺`;
    found.push(
      error({
        at: `${at}/limit`,
        code: 'limit-and-promise',
        message,
        fix: '计时环节留环节时限，不计时环节留承诺办理时限',
      }),
    );
  }
  if (untimed.promise.count === 0) found.push(withoutPromise(located, `${at}/untimed/promise/count`));
  if (untimed.approvedBy === step.by) {
    const message = `${named(located)}的批准人与经办人是同一角色`;
    found.push(
      warning({
        at: `${at}/untimed/approvedBy`,
        code: 'approver-asks',
        message,
        fix: '换一个批准角色；启动须由经办人以外的人批准',
      }),
    );
  }
  if (untimed.stops.length === 0) {
    const message = `${named(located)}设为不计时，却不停任何时限`;
    found.push(
      warning({
        at: `${at}/untimed/stops`,
        code: 'untimed-stops-nothing',
        message,
        fix: '选择所停的时限，或者改为计时环节',
      }),
    );
  }
  return [...found, ...checkStatutoryStop(located, untimed)];
}

function withoutPromise(located: LocatedStep, at: string): Finding {
  return error({
    at,
    code: 'untimed-without-promise',
    message: `${named(located)}没有承诺办理时限`,
    fix: '填写该环节的承诺办理时限；不计时不等于不限时',
  });
}

function checkStatutoryStop(located: LocatedStep, untimed: UntimedPart): Finding[] {
  const at = `${located.at}/untimed`;
  const basis = untimed.exclusionBasis;
  const found = basis?.source === 'xkf45' ? checkXkf45(located, basis) : [];
  if (!untimed.stops.includes('statutory')) return found;
  if (basis === undefined || basis.cite.trim() === '') {
    const message = `${named(located)}停法定时限，却没有写明依据`;
    found.push(
      error({
        at,
        code: 'statutory-stop-without-basis',
        message,
        fix: '写明行政许可法第四十五条的种类或者法律、法规的条款，否则只停承诺时限',
      }),
    );
  }
  if (basis?.source === 'departmentRule') {
    const message = `${named(located)}以部门规章停法定时限`;
    const fix = '部门规章只能停承诺时限；改引法律、行政法规或者地方性法规';
    found.push(error({ at: `${at}/exclusionBasis/source`, code: 'statutory-stop-by-department-rule', message, fix }));
  }
  if ((untimed.requiredBy ?? '').trim() === '') {
    const message = `${named(located)}停法定时限，却没有写明要求该程序的条款（“依法需要”）`;
    found.push(
      error({ at, code: 'statutory-stop-without-requirement', message, fix: '写明哪一条规定必须经过这一程序' }),
    );
  }
  return found;
}

/** XKF 45 is a closed list of eight; a site visit is not in it (domain.md 1.2), and a kind must be the step's own. */
function checkXkf45(located: LocatedStep, basis: ExclusionBasis): Finding[] {
  const { at, step } = located;
  if (basis.kind !== undefined && kindOf(step.kind).exclusionKinds.includes(basis.kind)) return [];
  const message = `${named(located)}引用行政许可法第四十五条，但该条的八种程序不包括${stepKindTitles[step.kind]}或没有写明种类`;
  const fix = '听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审之外的程序须引用另外的法律、法规';
  return [error({ at: `${at}/untimed/exclusionBasis`, code: 'xkf45-does-not-cover', message, fix })];
}
