import { digestOf } from '../../support/driven-case.ts';
import { day } from '../../support/scene.ts';
import type { Reading } from './readings-of-steps.ts';

/** What 听证 says, of the water flow of the demonstration. */
export const readingsOfHearings: readonly Reading[] = [
  [
    {
      type: 'HearingRightTold',
      stepId: 'hearing',
      documentNo: '沈水听告〔2026〕1号',
      servedOn: day('2026-09-18'),
      matter: digestOf('取水影响下游灌溉。'),
      askBy: day('2026-09-24'),
    },
    '2026年9月18日告知听证权利，可以在2026年9月24日前提出听证申请；文号：沈水听告〔2026〕1号；涉及的重大利益：取水影响下游灌溉。',
    'Told on 18 September 2026 of the right to a hearing, to be asked for by 24 September 2026; document No. 沈水听告〔2026〕1号; interests concerned: 取水影响下游灌溉.',
  ],
  [
    {
      type: 'HearingCalled',
      stepId: 'hearing',
      documentNo: '沈水听〔2026〕1号',
      servedOn: day('2026-09-24'),
      hearingOn: day('2026-10-15'),
      hearingAt: '09:30',
      hearingPlace: digestOf('五楼听证室'),
      presider: 'p2',
    },
    '2026年9月24日通知举行听证，听证时间为2026年10月15日09:30；文号：沈水听〔2026〕1号；听证地点：五楼听证室；听证主持人：江科明。',
    'Told on 24 September 2026 that the hearing is held on 15 October 2026 at 09:30; document No. 沈水听〔2026〕1号; place: 五楼听证室; presided by 江科明.',
  ],
  [
    {
      type: 'HearingAnnounced',
      stepId: 'hearing',
      documentNo: '沈水听公〔2026〕1号',
      announcedOn: day('2026-09-24'),
      announcedIn: digestOf('本机关门户网站'),
    },
    '2026年9月24日发布听证公告；文号：沈水听公〔2026〕1号；公告载体：本机关门户网站。',
    'The hearing was announced on 24 September 2026; document No. 沈水听公〔2026〕1号; in: 本机关门户网站.',
  ],
  [
    {
      type: 'HearingFinished',
      stepId: 'hearing',
      outcome: 'held',
      heldOn: day('2026-10-08'),
      presider: 'gone',
      record: digestOf('双方陈述了意见。'),
    },
    '完成“听证”，日期为2026年10月8日；结论：已举行；听证主持人：有关人员；听证笔录：双方陈述了意见。',
    'Finished “Hearing”, held on 8 October 2026; outcome: Held; presided by somebody; record: 双方陈述了意见.',
  ],
  [
    {
      type: 'HearingWaived',
      stepId: 'hearing',
      waivedOn: day('2026-10-08'),
      statement: digestOf('申请人书面放弃听证。'),
    },
    '2026年10月8日当事人放弃听证，“听证”不再举行；申请人说明：申请人书面放弃听证。',
    'The hearing “Hearing” was waived on 8 October 2026 and is not held; statement: 申请人书面放弃听证.',
  ],
];
