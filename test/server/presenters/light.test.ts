import { describe, expect, it } from 'vitest';
import { highestLevel, levelOfRank } from '../../../server/presenters/light.ts';

describe('the level of a clock', () => {
  it('is the highest of several', () => {
    expect(highestLevel(['yellow', 'red', 'notice'])).toBe('red');
    expect(highestLevel([])).toBeNull();
    expect([1, 2, 3, null].map((rank) => levelOfRank(rank))).toEqual(['notice', 'yellow', 'red', null]);
  });
});
