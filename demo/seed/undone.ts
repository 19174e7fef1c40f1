import { act, numbered, remedy } from './courses.ts';
import type { Act, CaseFile } from './courses.ts';

/** 更正: a slip in the receipt of a case, told by a notice of its own. */
export const corrected = (after: number, file: CaseFile): Act =>
  act(
    after,
    'windowLead',
    'correctDocument',
    {
      documentSeq: 1,
      wrong: '收件方式：窗口',
      right: '收件方式：窗口（邮寄材料由窗口代收）',
      basis: '窗口收件登记簿、邮件签收单的记载',
    },
    (on) => ({ documentNo: numbered(file, '更')(on) }),
  );

/** 报请撤销许可: what the officer found after the grant. */
export const revocationProposed = (after: number): Act =>
  act(after, 'caseOfficer', 'proposeRevocation', {
    ground: 'deceit',
    reasons: '现场复核发现，申报的车货总重与实际不符，申请人提交的称重单系伪造。',
  });

/** 撤销许可 by a head who did not propose it. */
export const revoked = (after: number, file: CaseFile): Act =>
  act(
    after,
    'approver',
    'revokeGrant',
    {
      reasons: '申请人提交的称重单系伪造，实际车货总重超过申报数值。',
      heard: '已书面告知拟撤销的事实、理由和依据，申请人未提出异议。',
      weighed: '该许可尚未用于运输，撤销不会对公共利益造成重大损害。',
      remedy,
    },
    (on) => ({ documentNo: numbered(file, '撤')(on) }),
  );
