import type { Limit } from '../../clock/clock.ts';
import { roles } from '../../people/roles.ts';
import type { Role } from '../../people/roles.ts';
import { citationsOf, xkf } from '../citation.ts';
import type { CaseLimits } from '../definition.ts';
import type { LawRank } from '../laws.ts';
import { readLimit } from '../../words/limit.ts';
import { compareLimits, exampleWords } from './compared.ts';
import type { Finding } from './finding.ts';
import { error, warning } from './finding.ts';
import type { LimitSet } from './located-limits.ts';
import { limitSets } from './located-limits.ts';
import type { GateTools, Subject } from './subject.ts';
import { named } from './words.ts';

/** Limits that XKF bounds: each has its finding, its article and the ranks of provisions to which the bound yields. */
export type CappedLimit = 'notice' | 'statutory' | 'extension' | 'delivery';

const codes = {
  notice: { code: 'notice-too-long', title: '受理告知时限', article: '第三十二条' },
  statutory: { code: 'statutory-over-cap', title: '法定时限', article: '第四十二条' },
  extension: { code: 'extension-over-law', title: '延长上限', article: '第四十二条' },
  delivery: { code: 'delivery-too-long', title: '送达时限', article: '第四十四条' },
} as const satisfies Record<CappedLimit, object>;

/** What XKF 32, 42 and 44 allow at most, in working days; 统一、联合、集中办理 (42(2), 26) have 45 and 15. */
export function capsOf(limits: Pick<CaseLimits, 'statutory'>): Readonly<Record<CappedLimit, number>> {
  const joint = isJoint(limits);
  return { notice: 5, statutory: joint ? 45 : 20, extension: joint ? 15 : 10, delivery: 10 };
}

/** Who may extend: a head of the agency, of a joint case the government's (XKF 42). */
export function headsOf(limits: Pick<CaseLimits, 'statutory'>): readonly Role[] {
  return isJoint(limits) ? ['governmentHead'] : ['deputyHead', 'agencyHead'];
}

/** The caps of XKF 32, 42 and 44, and who may extend: only what article 42 and domain.md 12.2.4 name may set them aside. */
export function checkCaps(subject: Subject): Finding[] {
  const found = limitSets(subject.definition).flatMap((set) => checkSet(set, subject.tools));
  return [...found, ...checkSectorStops(subject)];
}

function checkSet({ at, of, own, whole }: LimitSet, tools: GateTools): Finding[] {
  // 42(1) yields to laws and regulations, 42(2) as 32 and 44 to a law only.
  const higher = isJoint(whole) ? onlyLaw : lawOrRegulation;
  const found = (Object.keys(codes) as CappedLimit[]).flatMap((name) => {
    const rule = own[name];
    const isFree = name === 'notice' || name === 'delivery' ? onlyLaw : higher;
    // The extension has a basis of its own; that of the limit of a case is the one that holds in its branch.
    if (rule === undefined || rule === null || yields(rule.basis, isFree)) return [];
    const limit = 'max' in rule ? { count: rule.max, unit: whole.statutory.unit } : rule;
    return checkCap({
      at: `${at}/${name}/${'max' in rule ? 'max' : 'count'}`,
      of,
      name,
      limit,
      most: capsOf(whole)[name],
      tools,
    });
  });
  const { extension } = own;
  if (extension === undefined || extension === null) return found;
  return [...found, ...checkApprover(`${at}/extension/approver`, `${of}延长审批`, extension.approver, headsOf(whole))];
}

function isJoint({ statutory }: Pick<CaseLimits, 'statutory'>): boolean {
  return citationsOf(statutory.basis).some(
    ({ law, article }) => law === xkf && /^第(四十二|42)条第(二|2)款|^第(二十六|26)条/.test(article ?? ''),
  );
}

const onlyLaw: readonly LawRank[] = ['law'];
const lawOrRegulation: readonly LawRank[] = ['law', 'administrativeRegulation', 'localRegulation'];

/** Whether a basis names, beside XKF itself, a provision of a rank to which the cap yields. */
function yields(basis: string, ranks: readonly LawRank[]): boolean {
  return citationsOf(basis).some(({ law, rank, article }) => law !== xkf && article !== null && ranks.includes(rank));
}

interface Capped {
  readonly at: string;
  readonly of: string;
  readonly name: CappedLimit;
  readonly limit: Limit;
  readonly most: number;
  readonly tools: GateTools;
}

function checkCap({ at, of, name, limit, most, tools }: Capped): Finding[] {
  const cap = { count: most, unit: 'workday' } as const;
  const { example } = compareLimits(limit, cap, tools.calendar);
  if (example === null) return [];
  const { code, title, article } = codes[name];
  const message = `${of}${title} ${readLimit(limit)}超过行政许可法${article}的 ${most} 个工作日${exampleWords(limit, cap, example)}`;
  const fix = '改到上限以内；确有法律、法规另行规定的，引用该条款';
  return [error({ at, code, message, fix })];
}

function checkApprover(at: string, name: string, approver: Role, heads: readonly Role[]): Finding[] {
  if (!Object.hasOwn(roles, approver) || heads.includes(approver)) return [];
  const allowed = heads.map((role) => roles[role].zh).join('或者');
  const message = `${name}应由${allowed}批准，而不是${roles[approver].zh}`;
  return [error({ at, code: 'extension-approver', message, fix: `改为${allowed}` })];
}

/** Article 45 takes time out of the limits of XKF: of a sector law's own limit, also of one branch, only where that law says so too. */
function checkSectorStops({ definition, steps }: Subject): Finding[] {
  const sectors = limitSets(definition).map(({ own }) =>
    citationsOf(own.statutory?.basis ?? '').filter(({ law, rank }) => law !== xkf && rank !== 'departmentRule'),
  );
  return steps.flatMap((located) => {
    const { untimed } = located.step;
    const basis = untimed?.exclusionBasis;
    if (untimed === undefined || basis?.source !== 'xkf45' || !untimed.stops.includes('statutory')) return [];
    const cited = citationsOf(basis.cite).map(({ law }) => law);
    const [silent] = sectors.flatMap((laws) => (laws.some(({ law }) => cited.includes(law)) ? [] : laws));
    if (silent === undefined) return [];
    const message = `${named(located)}只引用行政许可法第四十五条，而法定时限由${silent.law}规定`;
    const fix = '核对该法律、法规是否也规定这一程序不计入时限，并一并引用';
    return [warning({ at: `${located.at}/untimed/exclusionBasis/cite`, code: 'sector-limit-stopped', message, fix })];
  });
}
