import { fromDayNumber, toDayNumber } from '../../clock/civil-date.ts';
import { isClockError } from '../../clock/clock.ts';
import type { Limit } from '../../clock/clock.ts';
import { reckon } from '../../clock/reckon.ts';
import { roles } from '../../people/roles.ts';
import { citationsOf, xkf } from '../citation.ts';
import type { CaseLimits } from '../definition.ts';
import { readLimit, unitWords } from '../../words/limit.ts';
import type { Finding } from './finding.ts';
import { error, warning } from './finding.ts';
import type { LimitSet } from './located-limits.ts';
import { isCountable, limitSets } from './located-limits.ts';
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
  const free = yields(whole.statutory.basis, ['law', 'administrativeRegulation', 'localRegulation']);
  const longer = extension ?? undefined;
  return [
    ...(notice && yields(notice.basis, ['law']) ? [] : cap('notice', notice, 5, 'notice-too-long', '第三十二条')),
    ...(free ? [] : cap('statutory', statutory, joint ? 45 : 20, 'statutory-over-cap', '第四十二条')),
    ...(delivery && yields(delivery.basis, ['law'])
      ? []
      : cap('delivery', delivery, 10, 'delivery-too-long', '第四十四条')),
    ...(longer === undefined || yields(longer.basis, ['law', 'administrativeRegulation', 'localRegulation'])
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

/** Whether a basis names, beside XKF itself, a provision of a rank to which the cap yields. */
function yields(basis: string, ranks: readonly string[]): boolean {
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
  const day = firstLongerDay(limit, most, tools);
  if (day === null) return [];
  const example = limit.unit === 'workday' ? '' : `（例如自 ${day} 起算）`;
  const message = `${name} ${readLimit(limit)}超过行政许可法${article}的 ${most} 个工作日${example}`;
  const fix = '改到上限以内；确有法律、法规另行规定的，引用该条款';
  return [error({ at: code === 'extension-over-law' ? `${at}/max` : `${at}/count`, code, message, fix })];
}

/** The first start within a year on which a limit ends later than so many working days; null when it never does. */
function firstLongerDay(limit: Limit, most: number, { calendar, today }: GateTools): string | null {
  if (!isCountable(limit) || !Object.hasOwn(unitWords, limit.unit)) return null;
  if (limit.unit === 'workday') return limit.count > most ? today : null;
  const first = toDayNumber(today);
  for (let day = first; day < first + 366; day += 1) {
    const clock = { startedOn: fromDayNumber(day), extension: 0, stops: [] };
    const [own, cap] = [limit, { count: most, unit: 'workday' } as const].map((of) =>
      reckon({ ...clock, limit: of }, calendar),
    );
    if (own === undefined || cap === undefined || isClockError(own)) return clock.startedOn;
    if (!isClockError(cap) && (own.dueOn ?? '9') > (cap.dueOn ?? '9')) return clock.startedOn;
  }
  return null;
}

/** A head of the agency extends, of a joint case the government's (XKF 42): nobody below. */
function checkApprover(at: string, name: string, approver: string, joint: boolean): Finding[] {
  const heads: readonly (keyof typeof roles)[] = joint ? ['governmentHead'] : ['deputyHead', 'agencyHead'];
  if (!Object.hasOwn(roles, approver) || heads.some((role) => role === approver)) return [];
  const allowed = heads.map((role) => roles[role].zh).join('或者');
  const message = `${name}应由${allowed}批准，而不是${roles[approver as keyof typeof roles].zh}`;
  return [error({ at, code: 'extension-approver', message, fix: `改为${allowed}` })];
}

/** Article 45 takes time out of the limits of XKF: of a sector law's own limit only where that law says so too. */
function checkSectorStops({ definition, steps }: Subject): Finding[] {
  const sector = citationsOf(definition.limits.statutory.basis).filter(
    ({ law, rank }) => law !== xkf && rank !== 'departmentRule',
  );
  if (sector.length === 0) return [];
  return steps.flatMap((located) => {
    const { untimed } = located.step;
    const basis = untimed?.exclusionBasis;
    if (untimed === undefined || basis?.source !== 'xkf45' || !untimed.stops.includes('statutory')) return [];
    if (citationsOf(basis.cite).some(({ law }) => sector.some((one) => one.law === law))) return [];
    const message = `${named(located)}只引用行政许可法第四十五条，而法定时限由${sector[0]?.law ?? ''}规定`;
    const fix = '核对该法律、法规是否也规定这一程序不计入时限，并一并引用';
    return [warning({ at: `${located.at}/untimed/exclusionBasis/cite`, code: 'sector-limit-stopped', message, fix })];
  });
}
