import type { FlowDefinition } from '../../../domain/flow/definition.ts';
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
} from './item-seed.ts';

const regulation = '医疗机构管理条例';
const code = '11210100MB0000115X3000123006001';

/** 专家评审: no provision that demands it is at hand, so it stops the promised clock only (the statutory one goes on). */
const expertReview = step({
  id: 'expertReview',
  kind: 'expertReview',
  title: '专家评审',
  by: 'caseOfficer',
  params: { minPeople: 3 },
  untimed: {
    promise: assumed(10, '特别程序承诺办理时限'),
    stops: ['promised'],
    approvedBy: 'deputyHead',
  },
  outcomes: { passed: '评审通过', failed: '评审未通过' },
  negative: 'failed',
});

const siteInspection = step({
  id: 'siteInspection',
  kind: 'siteInspection',
  title: '现场勘验',
  by: 'siteInspector',
  params: { minPeople: 2 },
  untimed: { promise: assumed(5, '特别程序承诺办理时限'), stops: ['promised'], approvedBy: 'sectionChief' },
  outcomes: { qualified: '选址符合要求', unqualified: '选址不符合要求' },
  negative: 'unqualified',
});

const publicNotice = step({
  id: 'publicNotice',
  kind: 'review',
  title: '公示',
  by: 'caseOfficer',
  untimed: { promise: assumed(5, '特别程序承诺办理时限'), stops: ['promised'], approvedBy: 'sectionChief' },
  outcomes: { clear: '公示无异议', objected: '公示有异议' },
  negative: 'objected',
});

const definition: FlowDefinition = {
  itemCode: code,
  title: '设置医疗机构批准（床位一百张以上）',
  sensitive: ['lifeAndHealth'],
  limits: {
    notice: noticeByXkf,
    // The regulation says "30日"; agencies publish such limits as working days (domain.md D11), ours is not at hand.
    statutory: assumed(
      30,
      `${regulation}第十二条（原文“30日”）`,
      '条例原文未写明工作日；按实施清单通行口径录为工作日（演示假定）',
    ),
    deferral: assumed(10, '地方容缺受理规定'),
    promised: assumed(15, '承诺办结时限'),
    delivery: deliveryByXkf,
    extension: null,
  },
  limitBranches: [],
  form: [
    { key: 'institutionName', title: '拟设医疗机构名称', type: 'text', required: true, maxLength: 100 },
    { key: 'address', title: '选址', type: 'text', required: true, maxLength: 200 },
    { key: 'beds', title: '床位数', type: 'integer', required: true, minimum: 100, unit: '张' },
    { key: 'investment', title: '投资总额', type: 'number', required: true, minimum: 0, unit: '万元' },
    {
      key: 'ownership',
      title: '所有制形式',
      type: 'choice',
      required: true,
      choices: [
        { id: 'public', title: '公立' },
        { id: 'private', title: '社会办' },
      ],
    },
  ],
  materials: [
    {
      id: 'application',
      title: '设置医疗机构申请书',
      need: 'necessary',
      source: 'applicant',
      basis: `${regulation}第十条`,
    },
    {
      id: 'feasibility',
      title: '设置可行性研究报告',
      need: 'necessary',
      source: 'applicant',
      basis: `${regulation}第十条`,
    },
    { id: 'site', title: '选址报告', need: 'necessary', source: 'applicant', basis: `${regulation}第十条` },
    { id: 'plans', title: '建筑设计平面图', need: 'necessary', source: 'applicant', basis: `${regulation}第十条` },
    {
      id: 'credit',
      title: '资信证明',
      need: 'deferrable',
      source: 'other',
      basis: `${regulation}实施细则`,
      replaceable: '国办发〔2020〕42号，实行告知承诺的证明事项清单（演示假定）',
    },
  ],
  body: sequence(
    ...opening(),
    step({
      id: 'review',
      kind: 'review',
      title: '审查',
      by: 'caseOfficer',
      limit: internal(4),
      outcomes: { complete: '符合规划', doubtful: '规划符合性存疑' },
    }),
    expertReview,
    siteInspection,
    publicNotice,
    secondReview(3),
    ...closing({ decisionLimit: 2, document: '设置医疗机构批准书', certificateLimit: 2 }),
  ),
  ladder: defaultLadder,
};

/** 设置医疗机构批准, domain.md 8.2: three untimed steps in a row, of which only the expert review stops the statutory clock. */
export const medicalInstitution: ItemSeed = {
  item: {
    code,
    basicCode: '000123006001',
    name: '设置医疗机构批准（床位一百张以上）',
    type: '01',
    departmentId: 'sy-health',
    guide: {
      catalogueLevel: '市级',
      legalBasis: [`${regulation}第九条至第十二条`],
      implementingBody: '沈阳市卫生健康委员会',
      implementingBodyNature: '法定机关',
      powerSource: '法定本级行使',
      serviceTargets: ['自然人', '企业法人', '事业法人', '社会组织法人'],
      statutoryLimitNote: '条例写为 30 日，本清单按工作日公布',
      caseType: '承诺件',
      conditions: ['符合本市医疗机构设置规划', '符合医疗机构基本标准', '选址符合卫生和环境保护要求'],
      channels: ['窗口', '电脑网办'],
      place: '沈阳市政务服务中心二楼卫生健康窗口（演示地址）',
      officeHours: '工作日 9:00-12:00，13:00-17:00',
      visits: 0,
      online: true,
      inServiceHall: true,
      booking: true,
      courier: true,
      fee: false,
      resultType: '批文',
      resultName: '设置医疗机构批准书',
      enquiries: '024-0000-1101（演示号码）',
      complaints: '024-0000-1102（演示号码）',
      source: demoSource,
    },
  },
  definition,
};
