import { describe, expect, it } from 'vitest';
import { nationalCalendar } from '../../../../domain/clock/calendar.ts';
import { verifyChain } from '../../../../domain/case/seal.ts';
import { isFailure } from '../../../../domain/flow/simulate/failure.ts';
import { tryFlow } from '../../../../domain/flow/simulate/try-flow.ts';
import { bareFact, livedByDays } from '../../../support/lived-by-days.ts';
import { randomTrial } from '../../../support/random-flow.ts';

const calendar = nationalCalendar();
const seeds = Array.from({ length: 500 }, (_, index) => index + 1);

/** What came of living a trial day by day: its facts, or the refusal of an order. */
function lived(trial: ReturnType<typeof randomTrial>): readonly string[] | string {
  try {
    return livedByDays(trial).map(bareFact);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('a trial', () => {
  it('says what a case says to which the same is done, on 500 flows drawn at random', () => {
    const ends = new Map<string, number>();
    for (const seed of seeds) {
      const drawn = randomTrial(seed);
      const tried = tryFlow(drawn.flow, drawn.choices, calendar);
      const real = lived(drawn);
      if (isFailure(tried)) {
        expect([seed, `${tried.order} ${tried.stepId}: ${tried.because}`]).toEqual([seed, firstWords(real)]);
      } else {
        expect([seed, ...tried.facts.map(bareFact)]).toEqual([seed, ...(typeof real === 'string' ? [real] : real)]);
        expect(verifyChain(tried.facts)).toBeNull();
      }
      const end = isFailure(tried) ? (tried.because ?? tried.failed) : (tried.state.result ?? 'open');
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
    // What was drawn leads to every end, and now and then to none.
    const seldom = [...ends].filter(([, count]) => count < 5).map(([end]) => end);
    expect([[...ends.keys()].toSorted(), seldom]).toEqual([
      ['accepted-by-silence', 'granted', 'notCompetent', 'notNeeded', 'refused'],
      [],
    ]);
  });
});

function firstWords(real: readonly string[] | string): string {
  return typeof real === 'string' ? real.split(' ').slice(0, 3).join(' ') : 'was played';
}
