import { describe, expect, it } from 'vitest';
import { highestLevel, levelOfRank, lightOf } from '../../../server/presenters/light.ts';

const clock = { ended: false, overdue: false, stopped: false, level: null } as const;

describe('the light of a clock', () => {
  it('is green until something is said', () => {
    expect(lightOf(clock)).toBe('green');
  });

  it('is yellow from the first notice and with a yellow card', () => {
    expect(lightOf({ ...clock, level: 'notice' })).toBe('yellow');
    expect(lightOf({ ...clock, level: 'yellow' })).toBe('yellow');
  });

  it('is red with a red card before the due date, and overdue without any card', () => {
    expect(lightOf({ ...clock, level: 'red' })).toBe('red');
    expect(lightOf({ ...clock, overdue: true })).toBe('red');
  });

  it('stays red while a clock with a red card stands, and shows a stop otherwise', () => {
    expect(lightOf({ ...clock, stopped: true, level: 'red' })).toBe('red');
    expect(lightOf({ ...clock, stopped: true, level: 'yellow' })).toBe('stopped');
  });

  it('is out when the clock is over, however it ended', () => {
    expect(lightOf({ ...clock, ended: true, overdue: true, level: 'red' })).toBe('ended');
  });

  it('takes the highest of several levels', () => {
    expect(highestLevel(['yellow', 'red', 'notice'])).toBe('red');
    expect(highestLevel([])).toBeNull();
    expect([1, 2, 3, null].map((rank) => levelOfRank(rank))).toEqual(['notice', 'yellow', 'red', null]);
  });
});
