import { digestOf } from '../../support/driven-case.ts';
import { day } from '../../support/scene.ts';
import type { Reading } from './readings-of-steps.ts';

/** What is said of 更正 and 撤销, which may come after a case has ended. */
export const readingsAfterTheEnd: readonly Reading[] = [
  [
    {
      type: 'DocumentCorrected',
      documentSeq: 900,
      documentNo: '沈水更字〔2026〕1号',
      wrong: digestOf('取水期限五年的起止日期有误。'),
      right: digestOf('取水期限为五年。'),
      basis: digestOf('审批表载明五年。'),
      on: day('2026-11-02'),
    },
    '2026年11月2日更正文书；文号：沈水更字〔2026〕1号；原文：取水期限五年的起止日期有误；更正为：取水期限为五年；更正依据：审批表载明五年。',
    'Corrected on 2 November 2026: a document; document No. 沈水更字〔2026〕1号; it said: 取水期限五年的起止日期有误; it is to say: 取水期限为五年; by: 审批表载明五年.',
  ],
  [
    {
      type: 'RevocationProposed',
      ground: 'unqualified',
      reasons: digestOf('取水点在禁采区内。'),
      on: day('2026-11-02'),
    },
    '报请撤销许可；撤销事由：对不具备申请资格或者不符合法定条件的申请人准予行政许可；理由：取水点在禁采区内。',
    'Proposed to revoke the permit; ground: granted to an applicant who did not meet the conditions; reason: 取水点在禁采区内.',
  ],
  [
    { type: 'RevocationDeclined', reason: digestOf('证据不足。'), on: day('2026-11-03') },
    '不予撤销，许可继续有效；理由：证据不足。',
    'Declined to revoke: the permit holds; reason: 证据不足.',
  ],
  [
    {
      type: 'GrantRevoked',
      ground: 'deceit',
      documentNo: '沈水撤字〔2026〕1号',
      reasons: digestOf('取水点在禁采区内。'),
      heard: digestOf('被许可人未提出异议。'),
      weighed: digestOf('不损害公共利益。'),
      remedy: digestOf('六十日内向沈阳市人民政府申请复议。'),
      on: day('2026-11-05'),
    },
    '2026年11月5日撤销许可；文号：沈水撤字〔2026〕1号；撤销事由：被许可人以欺骗、贿赂等不正当手段取得行政许可；理由：取水点在禁采区内；陈述、申辩情况：被许可人未提出异议；对公共利益的影响：不损害公共利益；救济途径：六十日内向沈阳市人民政府申请复议。',
    'Revoked the permit on 5 November 2026; document No. 沈水撤字〔2026〕1号; ground: obtained by deceit, bribery or other improper means; reason: 取水点在禁采区内; what the holder said: 被许可人未提出异议; public interest: 不损害公共利益; remedy: 六十日内向沈阳市人民政府申请复议.',
  ],
  [
    {
      type: 'RevocationServed',
      mode: 'collected',
      servedOn: day('2026-11-06'),
      takenBy: 'applicant',
      recipient: digestOf('赵经理'),
    },
    '2026年11月6日向被许可人送达撤销决定，送达方式：窗口领取；签收人：赵经理；本人（本单位）领取。',
    'Served the holder with the revocation on 6 November 2026: Collected at the window; received by: 赵经理; taken by: The applicant.',
  ],
  [
    {
      type: 'GrantRevokedAbove',
      ground: 'beyondPower',
      superior: digestOf('辽宁省水利厅'),
      superiorNo: '辽水撤〔2026〕3号',
      revokedOn: day('2026-11-06'),
    },
    '上级行政机关于2026年11月6日撤销许可；上级行政机关：辽宁省水利厅；文号：辽水撤〔2026〕3号；撤销事由：超越法定职权作出准予行政许可决定。',
    'The agency above revoked the permit on 6 November 2026; agency: 辽宁省水利厅; document No. 辽水撤〔2026〕3号; ground: granted beyond the powers of the agency.',
  ],
];
