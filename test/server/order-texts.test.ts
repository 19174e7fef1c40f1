import { describe, expect, it } from 'vitest';
import { digestOrder, namedIn } from '../../server/order-texts.ts';

const finish = (experts: string[]) =>
  digestOrder({
    type: 'finishExpertReview',
    stepId: 'experts',
    outcome: 'pass',
    opinion: '同意',
    experts,
    officials: [],
  });

describe('the words of an order', () => {
  it('fault B3: one expert written in three ways is one digest, and is kept as one name', () => {
    const { order, texts } = finish(['王专家', '王专家 ', '王 专家']);
    expect(order.type === 'finishExpertReview' && new Set(order.experts).size).toBe(1);
    expect(new Set(texts.map(({ content }) => content))).toEqual(new Set(['同意', '王专家']));
  });

  it('are kept as they are written where they are no names', () => {
    const { texts } = digestOrder({ type: 'remind', stepId: 'review', note: ' 请  尽快 ' });
    expect(texts.map(({ content }) => content)).toEqual([' 请  尽快 ']);
  });

  it('name people by the fields the act declares', () => {
    expect(namedIn({ type: 'handOverTask', stepId: 'review', to: 'n', reason: 'r' })).toEqual(['n']);
    expect(namedIn({ type: 'remind', stepId: 'review', note: 'n' })).toEqual([]);
  });
});
