import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import { defaultLadder } from '../../../domain/flow/ladder.ts';
import type { ItemSeed } from './item-seed.ts';
import {
  assumed,
  closing,
  demoSource,
  internal,
  noticeByXkf,
  opening,
  secondReview,
  sequence,
  step,
} from './item-seed.ts';

const rule = '食品经营许可和备案管理办法（市场监管总局令第78号）';
const unitFrom = '办法原文（工作日）；条款未核对（演示假定）';
const code = '11210103MB000012344000131007001';

const definition: FlowDefinition = {
  itemCode: code,
  title: '食品经营许可（新办，餐饮服务）',
  sensitive: ['lifeAndHealth'],
  limits: {
    notice: noticeByXkf,
    promisedNotice: assumed(2, '承诺告知时限'),
    // Until the region's own policy is at hand: what such policies allow, said to be an assumption.
    deferral: assumed(3, '地方容缺受理规定'),
    statutory: assumed(10, rule, unitFrom),
    promised: assumed(5, '承诺办结时限'),
    delivery: assumed(5, rule, unitFrom),
    extension: { max: 5, approver: 'agencyHead', basis: '行政许可法第四十二条' },
  },
  limitBranches: [],
  form: [
    { key: 'shopName', title: '经营场所名称', type: 'text', required: true, maxLength: 100 },
    { key: 'address', title: '经营场所地址', type: 'text', required: true, maxLength: 200 },
    {
      key: 'business',
      title: '经营项目',
      type: 'choice',
      required: true,
      choices: [
        { id: 'hotFood', title: '热食类食品制售' },
        { id: 'coldFood', title: '冷食类食品制售' },
        { id: 'drinks', title: '自制饮品制售' },
      ],
    },
    { key: 'area', title: '经营面积', type: 'number', required: true, minimum: 1, unit: '平方米' },
    { key: 'staffCount', title: '从业人员数', type: 'integer', required: true, minimum: 1, unit: '人' },
    { key: 'online', title: '是否网络经营', type: 'boolean', required: true },
  ],
  materials: [
    { id: 'application', title: '食品经营许可申请书', need: 'necessary', source: 'applicant', basis: rule },
    {
      id: 'licence',
      title: '营业执照',
      need: 'necessary',
      source: 'government',
      basis: rule,
      shared: '经营主体登记信息（国家企业信用信息公示系统）',
    },
    { id: 'floorPlan', title: '经营场所平面图和设备设施布局图', need: 'necessary', source: 'applicant', basis: rule },
    { id: 'rules', title: '食品安全管理制度', need: 'necessary', source: 'applicant', basis: rule, reuse: {} },
    {
      id: 'health',
      title: '食品安全员和从业人员健康证明',
      need: 'deferrable',
      source: 'applicant',
      basis: '食品安全法第四十五条',
      // 健康证明有效期为一年。
      reuse: { months: 12 },
    },
  ],
  body: sequence(
    ...opening(),
    step({
      id: 'review',
      kind: 'review',
      title: '材料审查',
      by: 'caseOfficer',
      limit: internal(1),
      outcomes: { complete: '材料符合', doubtful: '材料存疑，现场重点核查' },
    }),
    // Timed: this rule leaves 现场核查 inside its ten days (domain.md 8.1).
    step({
      id: 'siteInspection',
      kind: 'siteInspection',
      title: '现场核查',
      by: 'siteInspector',
      limit: internal(2),
      params: { minPeople: 2 },
      outcomes: { qualified: '核查合格', unqualified: '核查不合格' },
      negative: 'unqualified',
    }),
    secondReview(1),
    ...closing({ decisionLimit: 1, document: '食品经营许可证', certificateLimit: 1 }),
  ),
  ladder: defaultLadder,
};

/** 食品经营许可（新办，餐饮）, domain.md 8.1: everything timed, one extension of five days. */
export const foodBusiness: ItemSeed = {
  item: {
    code,
    basicCode: '000131007001',
    name: '食品经营许可（新办，餐饮服务）',
    type: '01',
    departmentId: 'sh-market',
    guide: {
      catalogueLevel: '县级',
      legalBasis: ['食品安全法第三十五条', rule],
      implementingBody: '沈阳市沈河区市场监督管理局',
      implementingBodyNature: '法定机关',
      powerSource: '法定本级行使',
      serviceTargets: ['自然人', '企业法人'],
      statutoryLimitNote: '现场核查计入时限',
      caseType: '承诺件',
      conditions: [
        '经营场所与污染源保持规定距离',
        '有与经营项目相适应的设备设施和布局',
        '有食品安全管理人员和保证食品安全的制度',
      ],
      channels: ['窗口', '电脑网办', '移动端'],
      place: '沈河区政务服务中心一楼市场监管窗口（演示地址）',
      officeHours: '工作日 9:00-12:00，13:00-17:00',
      visits: 0,
      online: true,
      scope: '跨县',
      inServiceHall: true,
      booking: true,
      courier: true,
      fee: false,
      resultType: '证照',
      resultName: '食品经营许可证',
      validity: '5 年',
      enquiries: '024-0000-1201（演示号码）',
      complaints: '024-0000-1202（演示号码）',
      source: demoSource,
    },
  },
  definition,
};
