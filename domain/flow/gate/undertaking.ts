import { sensitiveMatters } from '../definition.ts';
import type { Finding } from './finding.ts';
import { error } from './finding.ts';
import { stepIdsOf } from './paths.ts';
import type { Path } from './paths.ts';
import type { Subject } from './subject.ts';
import { named } from './words.ts';

/**
 * 许可承诺 (domain.md 12.1.5): barred for some matters; decided at once, so nothing stands between acceptance and decision; and checked
 * after the grant, within a time that is published.
 */
export function checkUndertaking(subject: Subject): Finding[] {
  const { definition, steps, paths } = subject;
  const acceptance = steps.find(({ step }) => step.kind === 'acceptance');
  if (acceptance === undefined || acceptance.step.outcomes.every(({ id }) => id !== 'undertaken')) return [];
  const ways = (paths ?? []).filter(({ outcomes }) => outcomes.get(acceptance.step.id) === 'undertaken');
  const barred = (definition.sensitive ?? []).map((matter) => sensitiveMatters[matter]?.zh ?? matter);
  return [
    ...(barred.length === 0 ? [] : [barredBy(barred)]),
    ...(definition.limits.afterCheck === undefined ? [unchecked('/limits', '没有写明事后核查期限')] : []),
    ...(ways.length === 0 && paths !== null ? [unchecked('/body', '流程没有为按告知承诺受理的办件另设分支')] : []),
    ...ways.slice(0, 1).flatMap((way) => between(way, subject)),
    ...ways
      .filter((way) => !isChecked(way, subject))
      .slice(0, 1)
      .map(() => unchecked('/body', '准予许可后没有事后核查环节')),
  ];
}

function barredBy(matters: readonly string[]): Finding {
  return error({
    at: '/sensitive',
    code: 'undertaking-barred',
    message: `事项直接涉及${matters.join('、')}，不得按申请人的承诺作出许可决定`,
    fix: '删去受理环节的结果 undertaken 及其分支；证明事项的承诺不受此限',
  });
}

function unchecked(at: string, why: string): Finding {
  return error({
    at,
    code: 'after-check-missing',
    message: `按告知承诺作出许可的，应当事后核查：${why}`,
    fix: '设 limits.afterCheck；在送达之后，以受理结果 undertaken 和决定结果 grant 为准的分支里放事后核查环节',
  });
}

/** Nothing is to be waited for between acceptance and decision. */
function between({ route }: Path, { byId }: Subject): Finding[] {
  const kinds = stepIdsOf(route).flatMap((id) => byId.get(id) ?? []);
  const decision = kinds.findIndex(({ step }) => step.kind === 'decision');
  const early = kinds
    .slice(0, Math.max(decision, 0))
    .find(({ step }) => step.kind !== 'intake' && step.kind !== 'acceptance');
  if (early === undefined) return [];
  const message = `按告知承诺受理后应当当场决定，${named(early)}却排在决定之前`;
  return [
    error({
      at: early.at,
      code: 'undertaking-not-at-once',
      message,
      fix: '把这个环节放进以受理结果 accepted 为准的分支',
    }),
  ];
}

/** A refusal leaves nothing to check. */
function isChecked({ route, outcomes }: Path, { byId }: Subject): boolean {
  const kinds = stepIdsOf(route).flatMap((id) => byId.get(id)?.step ?? []);
  const decision = kinds.find(({ kind }) => kind === 'decision');
  if (decision !== undefined && outcomes.get(decision.id) === 'refuse') return true;
  return kinds.some(({ kind }) => kind === 'afterCheck');
}
