import { citationsOf, isCited, xkf } from '../citation.ts';
import type { Citation } from '../citation.ts';
import type { ExclusionBasis } from '../definition.ts';
import { lawRanks } from '../laws.ts';
import type { Finding } from './finding.ts';
import { error } from './finding.ts';
import { limitSets, locatedLimits } from './located-limits.ts';
import type { Subject } from './subject.ts';
import { named } from './words.ts';

/**
 * What the law sets is cited: a known law and an article of it. A limit may be marked as an assumption instead; what stops the
 * statutory clock may not, and the provision is of the rank that the step says.
 */
export function checkCitations(subject: Subject): Finding[] {
  const legal = locatedLimits(subject).filter(
    ({ kind }) => kind === 'notice' || kind === 'statutory' || kind === 'delivery',
  );
  const limits = legal.flatMap(({ at, name, rule }) =>
    rule.basis.trim() === '' || rule.assumption === true || isCited(rule.basis)
      ? []
      : [unknown(`${at}/basis`, name, rule.basis)],
  );
  const extensions = limitSets(subject.definition).flatMap(({ at, of, own: { extension } }) =>
    extension === null || extension === undefined || extension.basis.trim() === '' || isCited(extension.basis)
      ? []
      : [unknown(`${at}/extension/basis`, `${of}延长审批`, extension.basis)],
  );
  const lapses = limitSets(subject.definition).flatMap(({ at, of, own }) =>
    (['supplement', 'deferral'] as const).flatMap((kind) => {
      const lapse = own[kind]?.lapse;
      return lapse === undefined || isCited(lapse)
        ? []
        : [unknown(`${at}/${kind}/lapse`, `${of}${lapseWords[kind]}`, lapse)];
    }),
  );
  return [...limits, ...lapses, ...extensions, ...subject.steps.flatMap((located) => checkStop(located))];
}

const lapseWords = { supplement: '逾期不补正视为撤回', deferral: '逾期不后补视为撤回' } as const;

function unknown(at: string, name: string, cited: string): Finding {
  return error({
    at,
    code: 'citation-unknown',
    message: `${name}的依据“${cited}”没有写明法规库中的法律、法规名称和条款`,
    fix: '写明名称和条（如“行政许可法第四十二条”）；暂无条款的时限标为假定，停法定时限的依据不能是假定',
  });
}

function checkStop(located: Subject['steps'][number]): Finding[] {
  const { untimed } = located.step;
  if (untimed === undefined || !untimed.stops.includes('statutory')) return [];
  const { requiredBy = '', exclusionBasis } = untimed;
  const at = `${located.at}/untimed`;
  const who = named(located);
  const required =
    requiredBy.trim() === '' || isCited(requiredBy) ? [] : [unknown(`${at}/requiredBy`, who, requiredBy)];
  return exclusionBasis === undefined || exclusionBasis.cite.trim() === ''
    ? required
    : [...required, ...checkBasis(`${at}/exclusionBasis/cite`, who, exclusionBasis)];
}

function checkBasis(at: string, who: string, { source, cite }: ExclusionBasis): Finding[] {
  // A department's rule may not stop this clock at all, which is a finding of its own.
  if (source === 'departmentRule') return [];
  const cited = citationsOf(cite).filter(({ article }) => article !== null);
  if (cited.length === 0) return [unknown(at, who, cite)];
  if (cited.some((citation) => fits(source, citation))) return [];
  const expected = source === 'xkf45' ? '行政许可法第四十五条' : lawRanks[source];
  const got = cited.map(({ law, rank }) => `${law}（${lawRanks[rank]}）`).join('、');
  const message = `${who}的不计时依据应为${expected}，引用的却是${got}`;
  return [error({ at, code: 'citation-of-another-rank', message, fix: '改正依据的种类，或者改引相应的条款' })];
}

function fits(source: Exclude<ExclusionBasis['source'], 'departmentRule'>, { law, rank, article }: Citation): boolean {
  return source === 'xkf45' ? law === xkf && /^第(四十五|45)条/.test(article ?? '') : rank === source;
}
