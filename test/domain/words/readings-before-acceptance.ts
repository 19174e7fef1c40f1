import { digestOf } from '../../support/driven-case.ts';
import { day } from '../../support/scene.ts';
import type { Reading } from './readings-of-steps.ts';

/** What is said of a supplement, of silence, and of the acceptance after them. */
export const readingsBeforeAcceptance: readonly Reading[] = [
  [
    {
      type: 'PassedToDepartment',
      stepId: 'passing',
      round: 2,
      on: day('2026-09-15'),
      receiver: 'p1',
      items: [
        { id: 'application', originals: 1, copies: 2 },
        { id: 'waterReport', originals: 0, copies: 0 },
      ],
    },
    '2026年9月15日再次向部门移交材料，接收人江察远；移交清单：取水许可申请书（原件 1 份、复印件 2 份）、建设项目水资源论证报告书（电子件）。',
    'Passed the materials to the department again on 15 September 2026, to 江察远; list: 取水许可申请书 (originals: 1, copies: 2), 建设项目水资源论证报告书 (file).',
  ],
  [
    { type: 'ReturnedToWindow', stepId: 'passing', round: 1, reason: digestOf('缺少报告书原件。') },
    '材料与移交清单不符，退回窗口，视为未移交，所用时间计入窗口；理由：缺少报告书原件。',
    'Returned the materials to the window: they do not agree with the list, count as not passed on, and the days are the window’s; reason: 缺少报告书原件.',
  ],
  [
    { type: 'MaterialsSignedFor', stepId: 'passing', round: 2, count: 2 },
    '部门签收移交的材料 2 项，与移交清单相符。',
    'The department signed for the materials on the list: 2.',
  ],
  [
    {
      type: 'SupplementAsked',
      stepId: 'intake',
      round: 1,
      documentNo: '沈水补〔2026〕1号',
      servedOn: day('2026-09-21'),
      asked: [
        { kind: 'material', id: 'waterReport', defect: 'missing' },
        { kind: 'field', id: 'purpose', defect: 'wrong' },
      ],
      mends: [digestOf('提交经评审的报告书。'), digestOf('写明用水行业。')],
      consequence: digestOf('逾期不补正的，视为撤回申请。'),
      received: ['application'],
      evidence: digestOf('送达回证。'),
    },
    '2026年9月21日出具申请材料补正告知书；文号：沈水补〔2026〕1号；收到材料：取水许可申请书；需补交建设项目水资源论证报告书，提交经评审的报告书；需更正取水目的，写明用水行业；逾期不补正的后果：逾期不补正的，视为撤回申请；送达凭证：送达回证。',
    'Served a notice of what is to be supplied on 21 September 2026; document No. 沈水补〔2026〕1号; received: 取水许可申请书; to be supplied: 建设项目水资源论证报告书, 提交经评审的报告书; to be corrected: 取水目的, 写明用水行业; consequence: 逾期不补正的，视为撤回申请; proof of service: 送达回证.',
  ],
  [
    {
      type: 'SupplementReceived',
      arrived: [
        { kind: 'material', id: 'waterReport' },
        { kind: 'field', id: 'unknown' },
      ],
      on: day('2026-09-22'),
    },
    '2026年9月22日收到补正材料：建设项目水资源论证报告书、表单内容。',
    'Received on 22 September 2026 of what was asked: 建设项目水资源论证报告书, a field of the form.',
  ],
  [
    { type: 'SupplyReported', round: 1, on: day('2026-09-23') },
    '申请人于2026年9月23日在网上声明补正完毕。',
    'The applicant said online on 23 September 2026 that all is supplied.',
  ],
  [
    { type: 'SupplyDeclared', round: 1, on: day('2026-09-23') },
    '申请人于2026年9月23日声明补正完毕。',
    'The applicant said on 23 September 2026 that all is supplied.',
  ],
  [
    {
      type: 'CorrectedOnSpot',
      stepId: 'intake',
      corrected: [{ kind: 'field', id: 'purpose' }],
      note: digestOf('改为工业用水。'),
    },
    '申请人当场更正：取水目的；更正内容：改为工业用水。',
    'The applicant corrected on the spot: 取水目的; what: 改为工业用水.',
  ],
  [
    {
      type: 'SupplementLapsed',
      stepId: 'intake',
      result: 'notSupplied',
      documentNo: '沈水不受〔2026〕5号',
      reasons: digestOf('期限内未补正。'),
      remedy: digestOf('六十日内可以申请复议。'),
    },
    '不予受理（逾期未补正）；文号：沈水不受〔2026〕5号；理由：期限内未补正；救济途径：六十日内可以申请复议。',
    'Not supplied; document No. 沈水不受〔2026〕5号; reason: 期限内未补正; remedy: 六十日内可以申请复议.',
  ],
  [
    {
      type: 'AcceptedAfterSupplement',
      stepId: 'acceptance',
      documentNo: '沈水受〔2026〕14号',
      on: day('2026-09-30'),
      acceptedOn: day('2026-09-28'),
    },
    '2026年9月30日予以受理，出具受理通知书；受理日期为补正材料收齐之日（2026年9月28日）；文号：沈水受〔2026〕14号。',
    'Accepted the application on 30 September 2026; it counts from the day on which the last of what was asked for arrived, 28 September 2026; document No. 沈水受〔2026〕14号.',
  ],
  [
    {
      type: 'MaterialsDeferred',
      stepId: 'acceptance',
      deferred: ['waterReport'],
      documentNo: '沈水容〔2026〕1号',
      undertakenOn: day('2026-09-22'),
      undertaking: digestOf('十个工作日内补交报告书。'),
      credit: 'restored',
    },
    '申请人于2026年9月22日书面承诺后补材料：建设项目水资源论证报告书；文号：沈水容〔2026〕1号；信用核查：失信记录已修复；承诺内容：十个工作日内补交报告书。',
    'The applicant undertook on 22 September 2026 to supply later: 建设项目水资源论证报告书; document No. 沈水容〔2026〕1号; credit check: restored; undertaking: 十个工作日内补交报告书.',
  ],
  [
    {
      type: 'CertificatesReplaced',
      stepId: 'intake',
      replaced: ['waterReport'],
      documentNo: '沈水承〔2026〕1号',
      undertakenOn: day('2026-09-22'),
      undertaking: digestOf('所述属实。'),
      credit: 'clear',
    },
    '申请人于2026年9月22日作出书面承诺，替代证明：建设项目水资源论证报告书；文号：沈水承〔2026〕1号；信用核查：未发现失信记录；承诺内容：所述属实。',
    'The applicant gave an undertaking on 22 September 2026 that stands for: 建设项目水资源论证报告书; document No. 沈水承〔2026〕1号; credit check: nothing against the applicant; undertaking: 所述属实.',
  ],
  [
    {
      type: 'AcceptedOnUndertaking',
      stepId: 'acceptance',
      documentNo: '沈水受〔2026〕16号',
      on: day('2026-09-23'),
      acceptedOn: day('2026-09-22'),
      undertakingNo: '沈水诺〔2026〕1号',
      undertakenOn: day('2026-09-22'),
      undertaking: digestOf('符合全部条件。'),
      credit: 'clear',
    },
    '2026年9月23日按告知承诺予以受理，出具受理通知书，当场作出决定并事后核查；受理日期为2026年9月22日；文号：沈水受〔2026〕16号；申请人于2026年9月22日书面承诺符合许可条件（告知承诺书 沈水诺〔2026〕1号）；信用核查：未发现失信记录；承诺内容：符合全部条件。',
    'Accepted the application on an undertaking on 23 September 2026: decided at once and checked afterwards; it counts from 22 September 2026; document No. 沈水受〔2026〕16号; the applicant undertook on 22 September 2026 to meet the conditions (No. 沈水诺〔2026〕1号); credit check: nothing against the applicant; undertaking: 符合全部条件.',
  ],
  [
    {
      type: 'AfterCheckFinished',
      stepId: 'siteInspection',
      outcome: 'unqualified',
      heldOn: day('2026-10-12'),
      findings: digestOf('没有计量设施。'),
      untrue: true,
    },
    '完成“现场勘验”，日期为2026年10月12日；结论：不符合要求；核查情况：没有计量设施；撤销许可须另案办理。',
    'Finished “Site inspection”, held on 12 October 2026; outcome: Does not meet the requirements; what was found: 没有计量设施; revoking the permit is a matter of its own.',
  ],
  [
    { type: 'IdentityVerified', proof: 'document', verifiedOn: day('2026-09-15') },
    '2026年9月15日核验申请人身份，身份相符；核验方式：当面核对证件原件。',
    'Verified on 15 September 2026 who filed the application; by the document shown at the counter.',
  ],
  [
    {
      type: 'CertificatesChecked',
      checked: ['waterReport'],
      result: 'untrue',
      findings: digestOf('与登记信息不一致。'),
    },
    '核查证明事项承诺（建设项目水资源论证报告书）：核查不实；核查情况：与登记信息不一致。',
    'Checked the undertaking for 建设项目水资源论证报告书: untrue; what was found: 与登记信息不一致.',
  ],
  [
    {
      type: 'DeferralLapsed',
      missing: ['waterReport'],
      documentNo: '沈水容〔2026〕2号',
      reasons: digestOf('期限内未后补。'),
      remedy: digestOf('六十日内可以申请复议。'),
    },
    '视为撤回申请；未后补的材料：建设项目水资源论证报告书；文号：沈水容〔2026〕2号；理由：期限内未后补；救济途径：六十日内可以申请复议。',
    'Deemed withdrawn; not supplied: 建设项目水资源论证报告书; document No. 沈水容〔2026〕2号; reason: 期限内未后补; remedy: 六十日内可以申请复议.',
  ],
  [
    {
      type: 'CaseAccepted',
      stepId: 'acceptance',
      documentNo: '沈水受〔2026〕15号',
      on: day('2026-09-22'),
      evidence: digestOf('申请人签收的受理通知书。'),
    },
    '2026年9月22日予以受理，出具受理通知书；文号：沈水受〔2026〕15号；送达凭证：申请人签收的受理通知书。',
    'Accepted the application on 22 September 2026; document No. 沈水受〔2026〕15号; proof of service: 申请人签收的受理通知书.',
  ],
  [
    {
      type: 'PermitNotNeeded',
      stepId: 'intake',
      documentNo: '沈水不受〔2026〕6号',
      reasons: digestOf('家庭生活取水。'),
      remedy: digestOf('六十日内可以申请复议。'),
      servedOn: day('2026-09-22'),
      evidence: digestOf('送达回证。'),
    },
    '不受理（无需许可）；送达日期：2026年9月22日；文号：沈水不受〔2026〕6号；理由：家庭生活取水；救济途径：六十日内可以申请复议；送达凭证：送达回证。',
    'No permit needed; served on 22 September 2026; document No. 沈水不受〔2026〕6号; reason: 家庭生活取水; remedy: 六十日内可以申请复议; proof of service: 送达回证.',
  ],
  [
    { type: 'AcceptanceDeemed', on: day('2026-09-22'), supplied: true, dueOn: day('2026-10-08') },
    '逾期未告知，自收到补正材料之日（2026年9月22日）起视为受理；告知期限至2026年10月8日；依据：行政许可法第三十二条第一款第（四）项。',
    'Not answered in time: accepted from the day on which what was asked for arrived, 22 September 2026; the applicant was to be told by 8 October 2026; basis: XKF 32(1)(4).',
  ],
  [
    {
      type: 'SilenceReached',
      on: day('2026-09-18'),
      dueOn: day('2026-09-24'),
      shares: { window: 1, department: 3 },
    },
    '受理告知时限届满，没有告知记录，待首席代表核实；告知期限至2026年9月24日；窗口用 1 个工作日，部门用 3 个工作日；经确认未告知的，自收件之日（2026年9月18日）起视为受理。',
    'No answer is on record: the lead is to confirm it; the applicant was to be told by 24 September 2026; the window used 1 working day, the department 3 working days; once confirmed, the case is accepted from the day of receipt, 18 September 2026.',
  ],
  [
    {
      type: 'RefusalProposed',
      stepId: 'intake',
      competentAgency: digestOf('省水利厅'),
      reason: digestOf('年取水量属于省级权限'),
    },
    '报请首席代表不予受理；有权机关：省水利厅；理由：年取水量属于省级权限。',
    'Proposed that the lead refuse acceptance; competent agency: 省水利厅; reason: 年取水量属于省级权限.',
  ],
  [
    { type: 'ProposalReturned', stepId: 'intake', reason: digestOf('属于本局权限') },
    '退回不予受理的报请，继续办理；理由：属于本局权限。',
    'Returned the proposal to refuse acceptance: the window goes on; reason: 属于本局权限.',
  ],
  [
    { type: 'SilenceConfirmed', dueOn: day('2026-09-24'), note: digestOf('已核对发文登记。') },
    '经核实，期限内没有告知申请人；告知期限至2026年9月24日；说明：已核对发文登记。',
    'Confirmed that the applicant was not answered in time; the applicant was to be told by 24 September 2026; note: 已核对发文登记.',
  ],
  [
    {
      type: 'AcceptanceDeemed',
      on: day('2026-09-18'),
      dueOn: day('2026-09-24'),
      shares: { window: 4, department: 0 },
    },
    '逾期未告知，自收件之日（2026年9月18日）起视为受理；告知期限至2026年9月24日；窗口用 4 个工作日，部门用 0 个工作日；依据：行政许可法第三十二条第一款第（四）项。',
    'Not answered in time: accepted from the day of receipt, 18 September 2026; the applicant was to be told by 24 September 2026; the window used 4 working days, the department 0 working days; basis: XKF 32(1)(4).',
  ],
  [
    {
      type: 'AcceptanceNoticeIssued',
      stepId: 'acceptance',
      documentNo: '沈水受〔2026〕13号',
      on: day('2026-09-28'),
      acceptedOn: day('2026-09-18'),
    },
    '2026年9月28日补发受理通知书；因逾期未告知，受理日期为2026年9月18日；文号：沈水受〔2026〕13号。',
    'Issued the notice of acceptance on 28 September 2026; not answered in time, the case is accepted from 18 September 2026; document No. 沈水受〔2026〕13号.',
  ],
];
