import { digestOf } from '../../support/driven-case.ts';
import { day } from '../../support/scene.ts';
import type { Reading } from './readings-of-steps.ts';

/** What is said of 陈述、申辩. */
export const readingsOfStatements: readonly Reading[] = [
  [
    {
      type: 'InterestedTold',
      no: 1,
      documentNo: '沈水陈告〔2026〕1号',
      servedOn: day('2026-09-18'),
      interested: digestOf('下游某村村民委员会'),
      matter: digestOf('取水影响下游灌溉。'),
      stateBy: day('2026-09-24'),
    },
    '2026年9月18日告知利害关系人，可以在2026年9月24日前陈述、申辩；文号：沈水陈告〔2026〕1号；利害关系人：下游某村村民委员会；涉及的重大利益：取水影响下游灌溉。',
    'Told on 18 September 2026 somebody whose interests are concerned, who may speak until 24 September 2026; document No. 沈水陈告〔2026〕1号; who: 下游某村村民委员会; interests concerned: 取水影响下游灌溉.',
  ],
  [
    {
      type: 'StatementReceived',
      no: 1,
      toldNo: 1,
      arrivedOn: day('2026-09-21'),
      views: digestOf('枯水期水量不足。'),
    },
    '2026年9月21日收到第 1 名利害关系人的陈述、申辩意见；意见：枯水期水量不足。',
    'Received on 21 September 2026 the statement of interested party 1; it says: 枯水期水量不足.',
  ],
  [
    {
      type: 'StatementAnswered',
      statementNo: 1,
      adopted: 'partly',
      answer: digestOf('已限定枯水期取水量。'),
      on: day('2026-09-22'),
    },
    '答复第 1 份陈述、申辩意见：部分采纳；答复：已限定枯水期取水量。',
    'Answered statement 1: adopted in part; answer: 已限定枯水期取水量.',
  ],
];
