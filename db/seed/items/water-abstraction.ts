import { onOutcome } from '../../../domain/flow/blocks.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import { defaultLadder } from '../../../domain/flow/ladder.ts';
import type { ItemSeed } from './item-seed.ts';
import {
  assumed,
  closing,
  deliveryByXkf,
  demoSource,
  internal,
  opening,
  secondReview,
  sequence,
  step,
  workdays,
} from './item-seed.ts';

const regulation = '取水许可和水资源费征收管理条例';
const code = '11210100MB0000086J3000119007000';

/** 专家评审 of the 水资源论证报告书: XKF 45 takes it out of both clocks. */
const expertReview = step({
  id: 'expertReview',
  kind: 'expertReview',
  title: '水资源论证报告书专家评审',
  by: 'caseOfficer',
  params: { minPeople: 3 },
  untimed: {
    promise: assumed(20, '特别程序承诺办理时限'),
    stops: ['statutory', 'promised'],
    exclusionBasis: { source: 'xkf45', kind: 'expertReview', cite: '行政许可法第四十五条' },
    requiredBy: '建设项目水资源论证管理办法第九条（组织有关专家和单位审查论证报告书）',
    approvedBy: 'deputyHead',
  },
  outcomes: { passed: '评审通过', failed: '评审未通过' },
  negative: 'failed',
});

/** 征求意见 for groundwater of a planned urban area: the regulation itself takes it out of the 45 days. */
const consultation = step({
  id: 'consultation',
  kind: 'review',
  title: '征求城市建设主管部门意见',
  by: 'caseOfficer',
  untimed: {
    promise: workdays(5, `${regulation}第十九条第二款`, `${regulation}第十九条原文（工作日）`),
    stops: ['statutory', 'promised'],
    exclusionBasis: { source: 'administrativeRegulation', cite: `${regulation}第十九条第三款` },
    requiredBy: `${regulation}第十九条第二款`,
    approvedBy: 'sectionChief',
  },
  outcomes: { agreed: '同意', objected: '有异议' },
  negative: 'objected',
});

/** 现场勘验: no law takes it out of the statutory clock, so it stops the promised one only. */
const siteInspection = step({
  id: 'siteInspection',
  kind: 'siteInspection',
  title: '现场勘验',
  by: 'siteInspector',
  params: { minPeople: 2 },
  untimed: { promise: assumed(5, '特别程序承诺办理时限'), stops: ['promised'], approvedBy: 'sectionChief' },
  outcomes: { qualified: '符合要求', majorInterest: '涉及重大利害关系，需听证', unqualified: '不符合要求' },
  negative: 'unqualified',
});

const hearing = step({
  id: 'hearing',
  kind: 'hearing',
  title: '听证',
  by: 'hearingOfficer',
  untimed: {
    promise: workdays(20, '行政许可法第四十七条', '行政许可法第八十二条（工作日）'),
    stops: ['statutory', 'promised'],
    exclusionBasis: { source: 'xkf45', kind: 'hearing', cite: `行政许可法第四十五条、${regulation}第十九条第三款` },
    requiredBy: `${regulation}第十八条`,
    approvedBy: 'deputyHead',
  },
  outcomes: { held: '已举行' },
});

const definition: FlowDefinition = {
  itemCode: code,
  title: '取水许可（审批）',
  sensitive: ['ecology'],
  limits: {
    notice: workdays(5, `${regulation}第十三条`, `${regulation}第十三条原文（工作日）`),
    promisedNotice: assumed(2, '承诺告知时限'),
    supplement: assumed(15, '补正期限'),
    statutory: workdays(45, `${regulation}第十九条第一款`, `${regulation}第十九条原文（工作日）`),
    promised: assumed(20, '承诺办结时限'),
    delivery: deliveryByXkf,
    extension: null,
  },
  limitBranches: [
    {
      id: 'urbanGroundwater',
      title: '取用城市规划区地下水',
      when: 'form.waterSource == "urbanGroundwater"',
      limits: {},
    },
  ],
  form: [
    { key: 'purpose', title: '取水目的', type: 'text', required: true, maxLength: 200 },
    {
      key: 'waterSource',
      title: '取水水源',
      type: 'choice',
      required: true,
      choices: [
        { id: 'surface', title: '地表水' },
        { id: 'groundwater', title: '城市规划区外地下水' },
        { id: 'urbanGroundwater', title: '城市规划区地下水' },
      ],
    },
    { key: 'annualAmount', title: '年取水量', type: 'number', required: true, minimum: 0, unit: '万立方米' },
    { key: 'place', title: '取水地点', type: 'text', required: true, maxLength: 200 },
    { key: 'method', title: '取水方式和计量方式', type: 'text', required: true, maxLength: 500 },
    { key: 'discharge', title: '退水地点和污水处理措施', type: 'text', required: true, maxLength: 500 },
    { key: 'startOn', title: '取水起始日期', type: 'date', required: true },
    { key: 'years', title: '取水期限', type: 'integer', required: true, minimum: 1, maximum: 10, unit: '年' },
  ],
  materials: [
    {
      id: 'application',
      title: '取水许可申请书',
      need: 'necessary',
      source: 'applicant',
      basis: `${regulation}第十一条、第十二条`,
      sample: '空白表和填写样例在窗口领取；取水量按年填写，单位为万立方米',
    },
    {
      id: 'thirdParties',
      title: '与第三者利害关系的说明',
      need: 'necessary',
      source: 'applicant',
      basis: `${regulation}第十一条`,
    },
    {
      id: 'projectRecord',
      title: '建设项目备案文件（属于备案项目的提供）',
      need: 'optional',
      source: 'government',
      basis: `${regulation}第十一条`,
    },
    {
      id: 'waterReport',
      title: '建设项目水资源论证报告书',
      need: 'necessary',
      source: 'applicant',
      basis: `${regulation}第十一条第二款`,
      note: '年取水量较少的，可以填报建设项目水资源论证表',
      sample: '报告书须载明取水水源、用水合理性、退水影响，附专家签名页（样例为演示文字）',
    },
  ],
  body: sequence(
    ...opening(),
    step({
      id: 'review',
      kind: 'review',
      title: '审查',
      by: 'caseOfficer',
      limit: internal(5),
      outcomes: { expert: '需专家评审', direct: '无需专家评审' },
    }),
    {
      type: 'parallel',
      id: 'opinions',
      branches: [
        onOutcome('needExperts', 'review', 'expert', expertReview),
        {
          type: 'choice',
          id: 'needConsultation',
          on: { limitBranch: true },
          cases: [{ label: 'urbanGroundwater', block: consultation }],
          otherwise: null,
        },
      ],
    },
    siteInspection,
    onOutcome('needHearing', 'siteInspection', 'majorInterest', hearing),
    secondReview(3),
    ...closing({ decisionLimit: 2, document: '取水申请批准文件', certificateLimit: 3 }),
  ),
  ladder: defaultLadder,
};

/** 取水许可（审批）, domain.md 8.5: two kinds of untimed steps, one stopping both clocks, one the promise only. */
export const waterAbstraction: ItemSeed = {
  item: {
    code,
    basicCode: '000119007000',
    name: '取水许可（审批）',
    type: '01',
    departmentId: 'sy-water',
    guide: {
      catalogueLevel: '市级',
      legalBasis: [`${regulation}第二条、第十条至第二十五条`, '中华人民共和国水法第四十八条'],
      implementingBody: '沈阳市水务局',
      implementingBodyNature: '法定机关',
      powerSource: '法定本级行使',
      serviceTargets: ['自然人', '企业法人', '事业法人'],
      specialProcedures: ['城市规划区地下水须征求城市建设主管部门意见'],
      caseType: '承诺件',
      conditions: [
        '取水符合水资源规划和水量分配方案',
        '取水、退水布局合理',
        '不在地下水禁采区取用地下水',
        '对第三者和社会公共利益没有重大损害',
      ],
      channels: ['窗口', '电脑网办'],
      place: '沈阳市政务服务中心三楼水务窗口（演示地址）',
      officeHours: '工作日 9:00-12:00，13:00-17:00',
      visits: 0,
      online: true,
      inServiceHall: true,
      booking: true,
      courier: true,
      fee: false,
      resultType: '批文',
      resultName: '取水申请批准文件（工程竣工验收合格后核发取水许可证）',
      validity: '批准后 3 年内未开工的自行失效；取水许可证一般 5 年，最长 10 年',
      enquiries: '024-0000-8601（演示号码）',
      complaints: '024-0000-8602（演示号码）',
      source: demoSource,
    },
  },
  definition,
};
