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

const rule = '超限运输车辆行驶公路管理规定第十五条';
const unitFrom = '规定原文（工作日）';
const regulation = '公路安全保护条例';
const code = '11210000MB0000107X2000118011001';

/**
 * The mass that a vehicle of so many axles may have without being oversize by mass (the order's article 3), and the load of one axle.
 * The load is an assumption of the demonstration: article 17 tells it by axle groups and tyres.
 */
const withinMass = [
  '(form.axles == 2 && form.totalMass <= 18.0)',
  '(form.axles == 3 && form.totalMass <= (form.vehicle == "truck" ? 25.0 : 27.0))',
  '(form.axles == 4 && form.totalMass <= (form.vehicle == "truck" ? 31.0 : 36.0))',
  '(form.axles == 5 && form.totalMass <= 43.0)',
  '(form.axles >= 6 && form.totalMass <= (form.vehicle == "singleDrive" ? 46.0 : 49.0))',
].join(' || ');
const withinAxleLoad = 'form.axleLoad <= 10.0';

const decide = (count: number) => workdays(count, rule, unitFrom);
const promise = (count: number) => assumed(count, '承诺办结时限');

function opinion(id: string, title: string, limit: number): Block {
  return step({
    id,
    kind: 'review',
    title,
    by: 'caseOfficer',
    limit: internal(limit),
    outcomes: { agreed: '同意', objected: '有异议' },
    negative: 'objected',
  });
}

function planAudit(id: string, limit: number): Block {
  return secondReview(limit, { id, title: '护送和通行方案审核' });
}

/** 路线勘测: demanded by the regulation, which does not take it out of the limit; it stops the promise only. */
const routeSurvey = step({
  id: 'routeSurvey',
  kind: 'siteInspection',
  title: '路线勘测',
  by: 'siteInspector',
  params: { minPeople: 2 },
  untimed: {
    promise: assumed(7, '特别程序承诺办理时限'),
    stops: ['promised'],
    requiredBy: `${regulation}第三十七条`,
    approvedBy: 'sectionChief',
  },
  outcomes: { passable: '可以通行', unpassable: '不能通行' },
  negative: 'unpassable',
});

/** Class II: traffic police and one road authority, then the plan. */
const classTwo = sequence(opinion('policeOpinion2', '征求公安交管部门意见', 1), planAudit('planAudit2', 1));

/** Class III: survey, opinions of the road authorities and of the traffic police side by side, then the plan. */
const classThree = sequence(
  routeSurvey,
  {
    type: 'parallel',
    id: 'opinions3',
    branches: [
      opinion('roadOpinion3', '征求沿线市公路管理机构意见', 2),
      opinion('policeOpinion3', '征求公安交管部门意见', 2),
    ],
  },
  planAudit('planAudit3', 2),
);

const definition: FlowDefinition = {
  itemCode: code,
  title: '公路超限运输许可（省内跨市）',
  sensitive: ['publicSafety'],
  limits: {
    notice: noticeByXkf,
    statutory: decide(15),
    promised: promise(8),
    delivery: deliveryByXkf,
    extension: null,
  },
  limitBranches: [
    {
      id: 'class1',
      title: '一类：高 4.2 米、宽 3 米、长 20 米以内，总质量和轴荷不超过该轴数的限值',
      when: `form.height <= 4.2 && form.width <= 3.0 && form.length <= 20.0 && (${withinMass}) && ${withinAxleLoad}`,
      limits: { statutory: decide(2), promised: promise(1) },
    },
    {
      id: 'class2',
      title: '二类：高 4.5 米、宽 3.75 米、长 28 米、总质量 100 吨以内',
      when: 'form.height <= 4.5 && form.width <= 3.75 && form.length <= 28.0 && form.totalMass <= 100.0',
      limits: { statutory: decide(5), promised: promise(3) },
    },
    {
      id: 'class3',
      title: '三类：超过二类任一数值',
      when: 'form.height > 4.5 || form.width > 3.75 || form.length > 28.0 || form.totalMass > 100.0',
      limits: { statutory: decide(15), promised: promise(8) },
    },
  ],
  form: [
    { key: 'length', title: '车货总长度', type: 'number', required: true, minimum: 0, maximum: 150, unit: '米' },
    { key: 'width', title: '车货总宽度', type: 'number', required: true, minimum: 0, maximum: 20, unit: '米' },
    {
      key: 'height',
      title: '车货总高度（从地面算起）',
      type: 'number',
      required: true,
      minimum: 0,
      maximum: 20,
      unit: '米',
    },
    { key: 'totalMass', title: '车货总质量', type: 'number', required: true, minimum: 0, maximum: 2000, unit: '吨' },
    {
      key: 'vehicle',
      title: '车辆类型',
      type: 'choice',
      required: true,
      choices: [
        { id: 'truck', title: '货车' },
        { id: 'combination', title: '汽车列车' },
        { id: 'singleDrive', title: '汽车列车，牵引车驱动轴为单轴' },
      ],
    },
    { key: 'axles', title: '轴数', type: 'integer', required: true, minimum: 2, maximum: 200, unit: '轴' },
    { key: 'axleLoad', title: '最大单轴轴荷', type: 'number', required: true, minimum: 0, maximum: 100, unit: '吨' },
    { key: 'cargo', title: '货物名称', type: 'text', required: true, maxLength: 100 },
    { key: 'route', title: '起讫地和行驶路线', type: 'text', required: true, maxLength: 500 },
    { key: 'startOn', title: '计划起运日期', type: 'date', required: true },
  ],
  materials: [
    {
      id: 'application',
      title: '公路超限运输申请表',
      need: 'necessary',
      source: 'applicant',
      basis: '超限运输车辆行驶公路管理规定第八条',
    },
    { id: 'operatingLicence', title: '承运人的道路运输经营许可证', need: 'necessary', source: 'government' },
    { id: 'vehicleLicence', title: '车辆行驶证', need: 'necessary', source: 'government' },
    { id: 'cargoOutline', title: '车货总体外廓尺寸和轴荷分布图', need: 'necessary', source: 'applicant' },
    { id: 'agentIdentity', title: '经办人身份证件和授权委托书', need: 'necessary', source: 'applicant' },
    {
      id: 'escortPlan',
      title: '护送方案（车货总高度超过 4.5 米、宽度超过 3.75 米、长度超过 28 米或总质量超过 100 吨的提供）',
      need: 'optional',
      source: 'applicant',
    },
  ],
  body: sequence(
    ...opening(),
    step({
      id: 'review',
      kind: 'review',
      title: '审查',
      by: 'caseOfficer',
      limit: internal(1),
      outcomes: { complete: '数据核对一致', doubtful: '数据存疑' },
    }),
    {
      type: 'choice',
      id: 'byClass',
      on: { limitBranch: true },
      cases: [
        { label: 'class2', block: classTwo },
        { label: 'class3', block: classThree },
      ],
      otherwise: null,
    },
    ...closing({ decisionLimit: null, document: '超限运输车辆通行证', certificateLimit: 1 }),
  ),
  ladder: defaultLadder,
};

/** 公路超限运输许可, domain.md 8.4: limits and steps follow numbers of the form, classes I to III. */
export const oversizeTransport: ItemSeed = {
  item: {
    code,
    basicCode: '000118011001',
    name: '公路超限运输许可（省内跨市）',
    type: '01',
    departmentId: 'ln-transport',
    guide: {
      catalogueLevel: '省级',
      legalBasis: [`${regulation}第三十五条至第三十八条`, '超限运输车辆行驶公路管理规定'],
      implementingBody: '辽宁省交通运输厅',
      implementingBodyNature: '法定机关',
      powerSource: '法定本级行使',
      serviceTargets: ['自然人', '企业法人'],
      statutoryLimitNote:
        '外廓尺寸、按轴数确定的总质量限值（规定第三条）和轴荷决定类别，轴荷按单轴 10 吨录入（演示假定）',
      specialProcedures: ['路线勘测只在三类办理'],
      caseType: '承诺件',
      conditions: ['运输的货物不可解体', '车辆和驾驶人具备承运资格', '通行路线能够承受车货总质量和外廓尺寸'],
      channels: ['电脑网办', '窗口'],
      place: '辽宁省政务服务大厅交通运输窗口（演示地址）',
      officeHours: '工作日 9:00-12:00，13:00-17:00',
      visits: 0,
      online: true,
      inServiceHall: true,
      courier: true,
      fee: false,
      resultType: '证照',
      resultName: '超限运输车辆通行证',
      validity: '按批准的时间和路线，一次有效',
      enquiries: '024-0000-1001（演示号码）',
      complaints: '024-0000-1002（演示号码）',
      source: demoSource,
    },
  },
  definition,
};
