import type { Limit } from '../../clock/clock.ts';
import { roles } from '../../people/roles.ts';
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

type Code = 'notice-too-long' | 'statutory-over-cap' | 'extension-over-law' | 'delivery-too-long';

/** The caps of XKF 32, 42 and 44, and who may extend: only what article 42 and domain.md 12.2.4 name may set them aside. */
export function checkCaps(subject: Subject): Finding[] {
  const found = limitSets(subject.definition).flatMap((set) => checkSet(set, subject.tools));
  return [...found, ...checkSectorStops(subject)];
}

function checkSet({ at, of, own, whole }: LimitSet, tools: GateTools): Finding[] {
  const { notice, statutory, delivery, extension } = own;
  const joint = isJoint(whole);
  const cap = (name: keyof CaseLimits, limit: Limit | undefined, most: number, code: Code, article: string) =>
    limit === undefined
      ? []
      : checkCap({ at: `${at}/${name}`, name: `${of}${words[code]}`, limit, most, code, article, tools });
  // 42(1) yields to laws and regulations, 42(2) as 32 and 44 to a law only.
  const higher = joint ? onlyLaw : lawOrRegulation;
  const longer = extension ?? undefined;
  return [
    ...(notice && yields(notice.basis, onlyLaw) ? [] : cap('notice', notice, 5, 'notice-too-long', '第三十二条')),
    ...(yields(whole.statutory.basis, higher)
      ? []
      : cap('statutory', statutory, joint ? 45 : 20, 'statutory-over-cap', '第四十二条')),
    ...(delivery && yields(delivery.basis, onlyLaw)
      ? []
      : cap('delivery', delivery, 10, 'delivery-too-long', '第四十四条')),
    ...(longer === undefined || yields(longer.basis, higher)
      ? []
      : cap(
          'extension',
          { count: longer.max, unit: whole.statutory.unit },
          joint ? 15 : 10,
          'extension-over-law',
          '第四十二条',
        )),
    ...(longer === undefined ? [] : checkApprover(`${at}/extension/approver`, `${of}延长审批`, longer.approver, joint)),
  ];
}

const words = {
  'notice-too-long': '受理告知时限',
  'statutory-over-cap': '法定时限',
  'extension-over-law': '延长上限',
  'delivery-too-long': '送达时限',
} as const satisfies Record<Code, string>;

/** 统一、联合、集中办理 (XKF 42(2), 26): 45 and 15 days, and the government's head extends. */
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
  readonly name: string;
  readonly limit: Limit;
  readonly most: number;
  readonly code: Code;
  readonly article: string;
  readonly tools: GateTools;
}

function checkCap({ at, name, limit, most, code, article, tools }: Capped): Finding[] {
  const cap = { count: most, unit: 'workday' } as const;
  const { example } = compareLimits(limit, cap, tools.calendar);
  if (example === null) return [];
  const message = `${name} ${readLimit(limit)}超过行政许可法${article}的 ${most} 个工作日${exampleWords(limit, cap, example)}`;
  const fix = '改到上限以内；确有法律、法规另行规定的，引用该条款';
  return [error({ at: code === 'extension-over-law' ? `${at}/max` : `${at}/count`, code, message, fix })];
}

/** A head of the agency extends, of a joint case the government's (XKF 42): nobody below. */
function checkApprover(at: string, name: string, approver: string, joint: boolean): Finding[] {
  const heads: readonly (keyof typeof roles)[] = joint ? ['governmentHead'] : ['deputyHead', 'agencyHead'];
  if (!Object.hasOwn(roles, approver) || heads.some((role) => role === approver)) return [];
  const allowed = heads.map((role) => roles[role].zh).join('或者');
  const message = `${name}应由${allowed}批准，而不是${roles[approver as keyof typeof roles].zh}`;
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
