import { onOutcome } from '../../../domain/flow/blocks.ts';
import type { Block, FlowDefinition } from '../../../domain/flow/definition.ts';
import { defaultLadder } from '../../../domain/flow/ladder.ts';
import type { ItemSeed } from './item-seed.ts';
import {
  assumed,
  closing,
  deliveryByXkf,
  demoSource,
  internal,
  noticeByXkf,
  opening,
  secondReview,
  sequence,
  step,
  workdays,
} from './item-seed.ts';

const rule = '医疗器械经营监督管理办法第十二条（条文序号未核对，演示假定）';
const code = '11210100MB0000078P3000131012001';

/** 现场核查 inside the twenty days; the time to put something right is outside the promise alone: a 部门规章 stops no statutory limit. */
const onSite = sequence(
  step({
    id: 'siteInspection',
    kind: 'siteInspection',
    title: '现场核查',
    by: 'siteInspector',
    limit: internal(5),
    params: { minPeople: 2 },
    outcomes: { qualified: '核查合格', rectify: '限期整改', unqualified: '核查不合格' },
    negative: 'unqualified',
  }),
  onOutcome(
    'toRectify',
    'siteInspection',
    'rectify',
    step({
      id: 'rectification',
      kind: 'review',
      title: '整改复查',
      by: 'caseOfficer',
      untimed: {
        promise: assumed(8, '整改期限（演示假定）'),
        stops: ['promised'],
        exclusionBasis: { source: 'departmentRule', cite: rule },
        approvedBy: 'sectionChief',
      },
      outcomes: { rectified: '整改到位', unrectified: '整改未到位' },
      negative: 'unrectified',
    }),
  ),
);

/** What is asked for decides what is looked at: premises, or how the licence was used. */
const byKind: Block = {
  type: 'choice',
  id: 'byKind',
  on: { form: true },
  cases: [
    { label: 'premises', title: '新办或者变更地址', when: 'form.kind in ["new", "place"]', block: onSite },
    {
      label: 'renewal',
      title: '延续',
      when: 'form.kind == "renewal"',
      block: step({
        id: 'selfCheck',
        kind: 'review',
        title: '年度自查报告核对',
        by: 'caseOfficer',
        limit: internal(2),
        outcomes: { complete: '材料符合', doubtful: '材料存疑' },
      }),
    },
  ],
  otherwise: null,
};

const definition: FlowDefinition = {
  itemCode: code,
  title: '第三类医疗器械经营许可',
  sensitive: ['lifeAndHealth'],
  limits: {
    notice: noticeByXkf,
    supplement: assumed(10, '补正期限'),
    statutory: workdays(20, '行政许可法第四十二条', '行政许可法第八十二条（工作日）'),
    promised: assumed(12, '承诺办结时限'),
    delivery: deliveryByXkf,
    extension: { max: 10, approver: 'agencyHead', basis: '行政许可法第四十二条' },
  },
  limitBranches: [],
  form: [
    { key: 'companyName', title: '企业名称', type: 'text', required: true, maxLength: 100 },
    {
      key: 'kind',
      title: '申请类型',
      type: 'choice',
      required: true,
      choices: [
        { id: 'new', title: '新办' },
        { id: 'place', title: '变更经营场所或者库房地址' },
        { id: 'renewal', title: '延续' },
      ],
    },
    {
      key: 'mode',
      title: '经营方式',
      type: 'choice',
      required: true,
      choices: [
        { id: 'wholesale', title: '批发' },
        { id: 'retail', title: '零售' },
        { id: 'both', title: '批零兼营' },
      ],
    },
    { key: 'place', title: '经营场所地址', type: 'text', required: true, maxLength: 200 },
    { key: 'storeArea', title: '库房面积', type: 'number', required: true, minimum: 0, unit: '平方米' },
  ],
  materials: [
    { id: 'application', title: '医疗器械经营许可申请表', need: 'necessary', source: 'applicant', basis: rule },
    {
      id: 'staff',
      title: '法定代表人、质量负责人的学历或者职称证明',
      need: 'necessary',
      source: 'applicant',
      basis: rule,
      reuse: {},
    },
    {
      id: 'premises',
      title: '经营场所和库房的产权证明或者租赁合同',
      need: 'necessary',
      source: 'applicant',
      basis: rule,
    },
    { id: 'rules', title: '经营质量管理制度和工作程序目录', need: 'necessary', source: 'applicant', basis: rule },
    { id: 'systems', title: '计算机信息管理系统功能说明', need: 'optional', source: 'applicant', basis: rule },
  ],
  body: sequence(
    ...opening(),
    step({
      id: 'review',
      kind: 'review',
      title: '材料审查',
      by: 'caseOfficer',
      limit: internal(3),
      outcomes: { complete: '材料符合', doubtful: '材料存疑' },
    }),
    byKind,
    secondReview(2),
    ...closing({ decisionLimit: 1, document: '医疗器械经营许可证', certificateLimit: 2 }),
  ),
  ladder: defaultLadder,
};

/** 第三类医疗器械经营许可, domain.md 8.7: the kind of application, which stands on the form, chooses the way. */
export const medicalDevices: ItemSeed = {
  item: {
    code,
    basicCode: '000131012001',
    name: '第三类医疗器械经营许可',
    type: '01',
    departmentId: 'sy-market',
    guide: {
      catalogueLevel: '市级',
      legalBasis: ['医疗器械监督管理条例', '医疗器械经营监督管理办法'],
      implementingBody: '沈阳市市场监督管理局',
      implementingBodyNature: '法定机关',
      powerSource: '法定本级行使',
      serviceTargets: ['企业法人'],
      specialProcedures: ['现场核查后需要整改的，整改时间不计入承诺时限'],
      caseType: '承诺件',
      conditions: [
        '有与经营范围和经营规模相适应的质量管理机构或者质量管理人员',
        '有与经营范围和经营规模相适应的经营场所和贮存条件',
        '有与经营的医疗器械相适应的质量管理制度',
        '有符合经营质量管理要求的计算机信息管理系统',
      ],
      channels: ['窗口', '电脑网办'],
      place: '沈阳市政务服务中心三楼市场监管窗口（演示地址）',
      officeHours: '工作日 9:00-12:00，13:00-17:00',
      visits: 0,
      online: true,
      scope: '全市',
      inServiceHall: true,
      booking: true,
      courier: true,
      fee: false,
      resultType: '证照',
      resultName: '医疗器械经营许可证',
      validity: '5 年，期满 90 至 30 个工作日前申请延续',
      enquiries: '024-0000-1401（演示号码）',
      complaints: '024-0000-1402（演示号码）',
      source: demoSource,
    },
  },
  definition,
};
