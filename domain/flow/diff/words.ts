import type { RungAt } from '../../clock/rungs.ts';
import { roles } from '../../people/roles.ts';
import type { ExclusionBasis, FormField, Material, RungRecipient, StoppableClock } from '../definition.ts';

/** What is said of materials, fields and exclusions on screens and in differences. */
export const needWords = { necessary: '必要', optional: '非必要', deferrable: '容缺后补' } as const satisfies Record<
  Material['need'],
  string
>;
export const sourceWords = {
  applicant: '申请人自备',
  government: '政府部门核发',
  other: '其他',
} as const satisfies Record<Material['source'], string>;
export const fieldTypeWords = {
  text: '文字',
  number: '数',
  integer: '整数',
  boolean: '是否',
  date: '日期',
  choice: '选择',
} as const satisfies Record<FormField['type'], string>;
export const exclusionSourceWords = {
  xkf45: '行政许可法第四十五条',
  law: '法律',
  administrativeRegulation: '行政法规',
  localRegulation: '地方性法规',
  departmentRule: '部门规章',
} as const satisfies Record<ExclusionBasis['source'], string>;
export const exclusionKindWords = {
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  expertReview: '专家评审',
} as const satisfies Record<NonNullable<ExclusionBasis['kind']>, string>;

const stopWords = { statutory: '法定时限', promised: '承诺时限' } as const satisfies Record<StoppableClock, string>;

/** The Chinese word of a role, or of who handles a step; an unknown one as it is written. */
export function roleWord(role: RungRecipient): string {
  return role === 'handler' ? '经办人' : (roles[role]?.zh ?? role);
}

/** Clocks an untimed step stops, in words; none: 不停任何时限. */
export function stopsWord(stops: readonly StoppableClock[]): string {
  return stops.length === 0 ? '不停任何时限' : stops.map((stop) => stopWords[stop]).join('、');
}

/** What lets a step stop a clock: where it stands, its rank, or its kind where the rank is XKF 45 itself. */
export function exclusionWord({ source, kind, cite }: ExclusionBasis): string {
  const word = kind === undefined ? exclusionSourceWords[source] : exclusionKindWords[kind];
  return `${cite}（${word}）`;
}

/** When a warning is given, in words. */
export function rungWord(at: RungAt): string {
  if ('percent' in at) return `用到时限的 ${at.percent}%`;
  if ('before' in at) return `到期前 ${at.before} 个工作日`;
  if ('due' in at) return '到期当日';
  if ('lapsed' in at) return '到期次日';
  if ('after' in at) return `到期后 ${at.after} 个工作日`;
  return `${at.earliest.map(rungWord).join('、')}中最早者`;
}
