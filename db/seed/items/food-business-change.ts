import { onOutcome } from '../../../domain/flow/blocks.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import { defaultLadder } from '../../../domain/flow/ladder.ts';
import type { ItemSeed } from './item-seed.ts';
import { assumed, demoSource, noticeByXkf, opening, sequence, step } from './item-seed.ts';

const rule = '食品经营许可和备案管理办法（市场监管总局令第78号）';
const unitFrom = '办法原文（工作日）；条款未核对（演示假定）';
const onTheSpot = '行政许可法第三十四条第二款；即时办结（演示假定）';
const code = '11210103MB000012344000131007002';

const definition: FlowDefinition = {
  itemCode: code,
  title: '食品经营许可（变更名称、法定代表人）',
  sensitive: ['lifeAndHealth'],
  limits: {
    notice: noticeByXkf,
    statutory: assumed(10, rule, unitFrom),
    promised: assumed(0, '承诺办结时限：即办', onTheSpot),
    delivery: assumed(5, rule, unitFrom),
    extension: null,
  },
  limitBranches: [],
  form: [
    { key: 'licenceNo', title: '原许可证编号', type: 'text', required: true, maxLength: 40 },
    {
      key: 'change',
      title: '变更事项',
      type: 'choice',
      required: true,
      choices: [
        { id: 'name', title: '经营者名称' },
        { id: 'legalRepresentative', title: '法定代表人（负责人）' },
      ],
    },
    { key: 'changedTo', title: '变更后的内容', type: 'text', required: true, maxLength: 100 },
  ],
  materials: [
    { id: 'application', title: '食品经营许可变更申请书', need: 'necessary', source: 'applicant', basis: rule },
    {
      id: 'licence',
      title: '变更后的营业执照',
      need: 'necessary',
      source: 'government',
      basis: rule,
      shared: '经营主体登记信息（国家企业信用信息公示系统）',
    },
  ],
  body: sequence(
    ...opening(),
    step({
      id: 'decision',
      kind: 'decision',
      title: '当场决定',
      by: 'windowLead',
      outcomes: { grant: '准予许可', refuse: '不予许可' },
    }),
    onOutcome(
      'afterGrant',
      'decision',
      'grant',
      step({
        id: 'certificate',
        kind: 'certificate',
        title: '换发食品经营许可证',
        by: 'certificateClerk',
        outcomes: { issued: '制证完成' },
      }),
    ),
    step({
      id: 'delivery',
      kind: 'delivery',
      title: '送达',
      by: 'certificateClerk',
      outcomes: { delivered: '已送达' },
    }),
  ),
  ladder: defaultLadder,
};

/** 食品经营许可变更: an 即办件, decided at the window by the lead whom the agency has authorised (XKF 34(2)). */
export const foodBusinessChange: ItemSeed = {
  item: {
    code,
    basicCode: '000131007002',
    name: '食品经营许可（变更名称、法定代表人）',
    type: '01',
    departmentId: 'sh-market',
    guide: {
      catalogueLevel: '县级',
      legalBasis: ['食品安全法第三十五条', rule],
      implementingBody: '沈阳市沈河区市场监督管理局',
      implementingBodyNature: '法定机关',
      powerSource: '法定本级行使',
      serviceTargets: ['自然人', '企业法人'],
      promisedLimitNote: '材料齐全的，当场办结',
      caseType: '即办件',
      conditions: ['持有有效的食品经营许可证', '经营场所、经营项目和主体业态没有变化'],
      channels: ['窗口', '电脑网办'],
      place: '沈河区政务服务中心一楼市场监管窗口（演示地址）',
      officeHours: '工作日 9:00-12:00，13:00-17:00',
      visits: 1,
      online: true,
      scope: '跨县',
      inServiceHall: true,
      booking: true,
      courier: true,
      fee: false,
      resultType: '证照',
      resultName: '食品经营许可证',
      validity: '同原许可证',
      enquiries: '024-0000-1201（演示号码）',
      complaints: '024-0000-1202（演示号码）',
      source: demoSource,
    },
  },
  definition,
};
