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
  workdays,
} from './item-seed.ts';

const law = '城市房地产管理法第四十五条（条款未核对，演示假定）';
const code = '11210100MB000006XP3000117006000';

const definition: FlowDefinition = {
  itemCode: code,
  title: '商品房预售许可',
  limits: {
    notice: noticeByXkf,
    passing: assumed(2, '窗口与业务部门的材料移交约定'),
    supplement: assumed(10, '补正期限'),
    statutory: workdays(20, '行政许可法第四十二条', '行政许可法第八十二条（工作日）'),
    promised: assumed(8, '承诺办结时限'),
    delivery: deliveryByXkf,
    extension: { max: 10, approver: 'agencyHead', basis: '行政许可法第四十二条' },
  },
  limitBranches: [],
  form: [
    { key: 'project', title: '项目名称', type: 'text', required: true, maxLength: 100 },
    { key: 'place', title: '项目坐落', type: 'text', required: true, maxLength: 200 },
    { key: 'buildings', title: '预售楼栋数', type: 'integer', required: true, minimum: 1, unit: '栋' },
    { key: 'area', title: '预售面积', type: 'number', required: true, minimum: 0, unit: '平方米' },
  ],
  materials: [
    { id: 'application', title: '商品房预售许可申请表', need: 'necessary', source: 'applicant', basis: law },
    { id: 'land', title: '不动产权证书（土地使用权）', need: 'necessary', source: 'government', basis: law },
    { id: 'works', title: '建筑工程施工许可证', need: 'necessary', source: 'government', basis: law },
    { id: 'plan', title: '商品房预售方案', need: 'necessary', source: 'applicant', basis: law },
  ],
  body: sequence(
    ...opening({ passedOn: true }),
    step({
      id: 'review',
      kind: 'review',
      title: '材料审查',
      by: 'caseOfficer',
      limit: internal(3),
      outcomes: { complete: '材料符合', doubtful: '材料存疑' },
    }),
    secondReview(2),
    ...closing({ decisionLimit: 1, document: '商品房预售许可证', certificateLimit: 2 }),
  ),
  ladder: defaultLadder,
};

/** 商品房预售许可: the window takes in and passes the materials on, the department accepts (domain.md 12.1.6). */
export const presale: ItemSeed = {
  item: {
    code,
    basicCode: '000117006000',
    name: '商品房预售许可',
    type: '01',
    departmentId: 'sy-housing',
    guide: {
      catalogueLevel: '市级',
      legalBasis: [law],
      implementingBody: '沈阳市城乡建设局',
      implementingBodyNature: '法定机关',
      powerSource: '法定本级行使',
      serviceTargets: ['企业法人'],
      caseType: '承诺件',
      conditions: [
        '已交付全部土地使用权出让金',
        '持有建设工程规划许可证和施工许可证',
        '投入开发建设的资金达到规定比例',
      ],
      channels: ['窗口', '电脑网办'],
      place: '沈阳市政务服务中心二楼城乡建设窗口（演示地址）',
      officeHours: '工作日 9:00-12:00，13:00-17:00',
      visits: 1,
      online: true,
      scope: '全市',
      inServiceHall: true,
      booking: true,
      courier: true,
      fee: false,
      resultType: '证照',
      resultName: '商品房预售许可证',
      validity: '至预售楼栋售完为止',
      enquiries: '024-0000-1303（演示号码）',
      complaints: '024-0000-1302（演示号码）',
      source: demoSource,
    },
  },
  definition,
};
