/**
 * Elements of a service guide (办事指南) a department fills in for one item, with the word shown on screens; the numbers of
 * domain.md 3.4 stand behind. Limits, materials and steps are not here: they come from the flow definition, so that the
 * guide and the clocks cannot differ.
 */
export const guideElements = {
  catalogueLevel: '行使层级', // 17
  legalBasis: '设定依据', // 10
  implementingBody: '实施主体', // 11
  implementingBodyNature: '实施主体性质', // 13
  powerSource: '权力来源', // 16
  serviceTargets: '服务对象', // 22
  statutoryLimitNote: '法定办结时限说明', // 29
  promisedLimitNote: '承诺办结时限说明', // 32
  specialProcedures: '特别程序', // 33
  caseType: '办件类型', // 34
  conditions: '受理条件', // 35
  channels: '办理形式', // 37
  place: '办理地点', // 38
  officeHours: '办理时间', // 39
  visits: '到办事现场次数', // 40
  visitReason: '必须现场办理原因说明', // 41
  online: '是否网办', // 42
  scope: '通办范围', // 49
  inServiceHall: '是否进驻政务大厅', // 50
  booking: '是否支持预约办理', // 51
  courier: '是否支持物流快递', // 53
  quantityLimit: '数量限制', // 55
  fee: '是否收费', // 56
  resultType: '审批结果类型', // 59
  resultName: '审批结果名称', // 60
  enquiries: '咨询方式', // 62
  complaints: '监督投诉方式', // 63
  validity: '审批结果有效期',
  source: '数据说明',
} as const;

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
