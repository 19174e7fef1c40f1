import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../domain/flow/canonical.ts';
import { digestOrder, keep, namedIn } from '../../server/order-texts.ts';

const secret = 'a1'.repeat(32);
const finish = (experts: string[]) =>
  digestOrder(
    {
      type: 'finishExpertReview',
      stepId: 'experts',
      outcome: 'pass',
      opinion: '同意',
      experts,
      officials: [],
    },
    secret,
  );

describe('the words of an order', () => {
  it('fault B3: one expert written in three ways is one digest, and is kept as one name', () => {
    const { order, texts } = finish(['王专家', '王专家 ', '王 专家']);
    expect(order.type === 'finishExpertReview' && new Set(order.experts).size).toBe(1);
    expect(new Set(texts.map(({ content }) => content))).toEqual(new Set(['同意', '王专家']));
  });

  it('are kept as they are written where they are no names', () => {
    const { texts } = digestOrder({ type: 'remind', stepId: 'review', note: ' 请  尽快 ' }, secret);
    expect(texts.map(({ content }) => content)).toEqual([' 请  尽快 ']);
  });

  it('fault D10: are not found behind their digest, and link no two cases', () => {
    const digests = [keep('13904010001', secret), keep('13904010001', 'b2'.repeat(32))].map(({ digest }) => digest);
    expect(new Set([...digests, sha256Hex('13904010001')]).size).toBe(3);
    expect(keep('13904010001', secret).digest).toBe(digests[0]);
  });

  it('name people by the fields the act declares', () => {
    expect(namedIn({ type: 'handOverTask', stepId: 'review', to: 'n', reason: 'r' })).toEqual(['n']);
    expect(namedIn({ type: 'remind', stepId: 'review', note: 'n' })).toEqual([]);
  });
});
