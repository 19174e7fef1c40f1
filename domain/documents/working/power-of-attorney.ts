import { partyOf } from '../party.ts';
import { paragraph } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';
import { blank, box } from './blank.ts';
import { partyRows } from './party-rows.ts';
import type { Written } from './written.ts';

/** 授权委托书: whom the applicant lets act, for what and how long (XKF 29); the powers are ticked by hand, because nobody may guess them. */
export function powerOfAttorney({ state, definition, book }: DocumentSource): Written {
  const { filing } = state;
  const applicant = partyOf(filing.applicant, book);
  const agent = partyOf(filing.agent, book);
  return {
    isTheirs: true,
    blocks: [
      {
        type: 'fields',
        rows: [
          ...partyRows('委托人', applicant),
          ...(applicant?.isPerson === true ? [] : [['法定代表人', blank] as const]),
          ...partyRows('受委托人', agent),
          ['受委托人电话', blank],
          ['办理事项', definition.title],
          ['办件编号', filing.caseNo],
        ],
      },
      paragraph('委托人委托上述受委托人办理上述事项，委托权限如下（在方框内打勾）：'),
      { type: 'items', items: powers.map((power) => box(power)) },
      paragraph(
        `委托期限：自＿＿＿＿年＿＿月＿＿日起至＿＿＿＿年＿＿月＿＿日止。受委托人在上述权限内的行为，由委托人承担法律责任。`,
      ),
      { type: 'signature', label: '委托人（签字或者盖章）' },
      { type: 'signature', label: '受委托人（签字）' },
    ],
  };
}

const powers = [
  '提交申请和申请材料',
  '补正、更正申请材料',
  '签收文书',
  '领取许可决定和许可证件',
  '作出承诺、撤回申请',
  `其他：${blank}`,
] as const;
