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
  noticeByXkf,
  opening,
  secondReview,
  sequence,
  step,
  workdays,
} from './item-seed.ts';

const rule = '房地产开发企业资质管理规定（条款未核对，演示假定）';
const undertakings = '告知承诺制的地方规定（演示假定）';
const code = '11210100MB000006XP3000117003001';

/** 材料审查 and 审核: what the applicant's undertaking stands for where the item is granted on one. */
const examination = sequence(
  step({
    id: 'review',
    kind: 'review',
    title: '材料审查',
    by: 'caseOfficer',
    limit: internal(4),
    outcomes: { complete: '材料符合', doubtful: '材料存疑' },
  }),
  secondReview(2),
);
const afterCheck = step({
  id: 'afterCheck',
  kind: 'afterCheck',
  title: '事后核查',
  by: 'caseOfficer',
  outcomes: { kept: '与承诺一致', untrue: '与承诺不符' },
  negative: 'untrue',
});

const definition: FlowDefinition = {
  itemCode: code,
  title: '房地产开发企业资质核定（二级）',
  afterHours: { counts: 'nextWorkday', closesAt: 17, duty: [{ weekday: 'saturday', from: 9, to: 12 }] },
  limits: {
    notice: noticeByXkf,
    promisedNotice: assumed(1, '承诺告知时限'),
    supplement: assumed(10, '补正期限'),
    statutory: workdays(20, '行政许可法第四十二条', '行政许可法第八十二条（工作日）'),
    promised: assumed(10, '承诺办结时限'),
    delivery: deliveryByXkf,
    afterCheck: assumed(30, undertakings),
    extension: { max: 10, approver: 'agencyHead', basis: '行政许可法第四十二条' },
  },
  limitBranches: [],
  form: [
    { key: 'companyName', title: '企业名称', type: 'text', required: true, maxLength: 100 },
    { key: 'capital', title: '净资产', type: 'number', required: true, minimum: 0, unit: '万元' },
    { key: 'staff', title: '有职称的专业管理人员数', type: 'integer', required: true, minimum: 1, unit: '人' },
    { key: 'since', title: '从事房地产开发经营起始日期', type: 'date', required: true },
  ],
  materials: [
    { id: 'application', title: '房地产开发企业资质申报表', need: 'necessary', source: 'applicant', basis: rule },
    { id: 'staffList', title: '专业管理人员名册和劳动合同', need: 'necessary', source: 'applicant', basis: rule },
    {
      id: 'quality',
      title: '无工程质量责任事故证明',
      need: 'necessary',
      source: 'government',
      basis: rule,
      replaceable: '实行告知承诺的证明事项清单（演示假定）',
    },
  ],
  body: sequence(
    ...opening({ undertaking: true }),
    onOutcome('examined', 'acceptance', 'accepted', examination),
    ...closing({ decisionLimit: 1, document: '房地产开发企业资质证书', certificateLimit: 2 }),
    onOutcome('checkedAfterGrant', 'decision', 'grant', onOutcome('checked', 'acceptance', 'undertaken', afterCheck)),
  ),
  ladder: defaultLadder,
};

/** 房地产开发企业资质核定（二级）: granted at once on an undertaking where the applicant chooses that, with a check afterwards. */
export const developerQualification: ItemSeed = {
  item: {
    code,
    basicCode: '000117003001',
    name: '房地产开发企业资质核定（二级）',
    type: '01',
    departmentId: 'sy-housing',
    guide: {
      catalogueLevel: '市级',
      legalBasis: [rule],
      implementingBody: '沈阳市城乡建设局',
      implementingBodyNature: '法定机关',
      powerSource: '法定本级行使',
      serviceTargets: ['企业法人'],
      caseType: '承诺件',
      conditions: ['净资产达到二级资质标准', '有职称的专业管理人员达到二级资质标准', '未发生过工程质量责任事故'],
      channels: ['窗口', '电脑网办'],
      place: '沈阳市政务服务中心二楼城乡建设窗口（演示地址）',
      officeHours: '工作日 9:00-12:00，13:00-17:00',
      visits: 0,
      online: true,
      scope: '全市',
      inServiceHall: true,
      booking: true,
      courier: true,
      fee: false,
      resultType: '证照',
      resultName: '房地产开发企业资质证书',
      validity: '3 年',
      enquiries: '024-0000-1301（演示号码）',
      complaints: '024-0000-1302（演示号码）',
      source: demoSource,
    },
  },
  definition,
};
