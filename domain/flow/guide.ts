import type { Said } from '../words/said.ts';

/**
 * Elements of a service guide (办事指南) a department fills in for one item, with the word shown on screens; the numbers of
 * domain.md 3.4 stand behind. Limits, materials and steps are not here: they come from the flow definition, so that the
 * guide and the clocks cannot differ.
 */
export const guideElements = {
  catalogueLevel: { zh: '行使层级', en: 'Level of exercise' }, // 17
  legalBasis: { zh: '设定依据', en: 'Legal basis' }, // 10
  implementingBody: { zh: '实施主体', en: 'Competent body' }, // 11
  implementingBodyNature: { zh: '实施主体性质', en: 'Nature of the body' }, // 13
  powerSource: { zh: '权力来源', en: 'Source of the power' }, // 16
  serviceTargets: { zh: '服务对象', en: 'Who may apply' }, // 22
  statutoryLimitNote: { zh: '法定办结时限说明', en: 'On the statutory limit' }, // 29
  promisedLimitNote: { zh: '承诺办结时限说明', en: 'On the promised limit' }, // 32
  specialProcedures: { zh: '特别程序', en: 'Special procedures' }, // 33
  caseType: { zh: '办件类型', en: 'Kind of case' }, // 34
  conditions: { zh: '受理条件', en: 'Conditions' }, // 35
  channels: { zh: '办理形式', en: 'How to apply' }, // 37
  place: { zh: '办理地点', en: 'Place' }, // 38
  officeHours: { zh: '办理时间', en: 'Office hours' }, // 39
  visits: { zh: '到办事现场次数', en: 'Visits needed' }, // 40
  visitReason: { zh: '必须现场办理原因说明', en: 'Why a visit is needed' }, // 41
  online: { zh: '是否网办', en: 'Online' }, // 42
  scope: { zh: '通办范围', en: 'Where it can be applied for' }, // 49
  inServiceHall: { zh: '是否进驻政务大厅', en: 'In the service hall' }, // 50
  booking: { zh: '是否支持预约办理', en: 'By appointment' }, // 51
  courier: { zh: '是否支持物流快递', en: 'By courier' }, // 53
  quantityLimit: { zh: '数量限制', en: 'Limit of quantity' }, // 55
  fee: { zh: '是否收费', en: 'Fee' }, // 56
  resultType: { zh: '审批结果类型', en: 'Kind of result' }, // 59
  resultName: { zh: '审批结果名称', en: 'Name of the result' }, // 60
  enquiries: { zh: '咨询方式', en: 'Enquiries' }, // 62
  complaints: { zh: '监督投诉方式', en: 'Complaints' }, // 63
  validity: { zh: '审批结果有效期', en: 'Validity of the result' },
  source: { zh: '数据说明', en: 'On these data' },
} as const satisfies Readonly<Record<string, Said>>;

export type GuideElement = keyof typeof guideElements;

/** What an element holds when it is not one text: lines, a count, yes or no. */
export const guideKinds: Readonly<Partial<Record<GuideElement, 'lines' | 'count' | 'yesNo'>>> = {
  legalBasis: 'lines',
  serviceTargets: 'lines',
  specialProcedures: 'lines',
  conditions: 'lines',
  channels: 'lines',
  visits: 'count',
  online: 'yesNo',
  inServiceHall: 'yesNo',
  booking: 'yesNo',
  courier: 'yesNo',
  fee: 'yesNo',
};

/** What a department publishes about one item besides its flow. Lists are shown line by line. */
export type Guide = Readonly<Partial<Record<GuideElement, string | number | boolean | readonly string[]>>>;
