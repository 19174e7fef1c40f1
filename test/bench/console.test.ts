import { describe, expect, it } from 'vitest';
import { goalMs, linesOf, slowGoalMs } from '../../bench/console/page.ts';
import type { Opening } from '../../bench/console/visits.ts';

const subject = {
  name: 'board',
  login: 'yanduxing',
  path: '/board',
  content: '[data-count]',
  request: '/api/v1/board',
};

function openings(...contentMs: number[]): Opening[] {
  return contentMs.map((ms) => ({ contentMs: ms, askedMs: 500, apiMs: 40, scriptKb: 0 }));
}

describe('judging the speed of the console', () => {
  it('keeps the goal by the median, whatever the slowest opening was, and judges cold and warm apart', () => {
    const seen = [{ subject, cold: openings(900, goalMs, 5_000), warm: openings(100, goalMs + 1, goalMs + 1) }];
    expect(linesOf(seen).map(({ cache, content, met }) => [cache, content.median, content.max, met])).toEqual([
      ['cold', goalMs, 5_000, true],
      ['warm', goalMs + 1, goalMs + 1, false],
    ]);
  });

  it('fault E12: gives an applicant on a slow line 4 s and no more', () => {
    const slow = { ...subject, login: null };
    const seen = [{ subject: slow, cold: openings(slowGoalMs), warm: openings(slowGoalMs + 1) }];
    expect([slowGoalMs, ...linesOf(seen).map(({ met }) => met)]).toEqual([4_000, true, false]);
  });
});
