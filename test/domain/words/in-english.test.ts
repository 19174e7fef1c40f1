import { describe, expect, it } from 'vitest';
import { itemSeeds } from '../../../db/seed/items/index.ts';
import { stepsOf } from '../../../domain/flow/blocks.ts';
import { inEnglish } from '../../../domain/words/in-english.ts';
import { testFlow } from '../../support/flow-fixture.ts';

describe('fault E12: a flow on an English page', () => {
  it.each(itemSeeds.map(({ item, definition }) => [item.name, definition] as const))(
    '%s has the titles of outcomes in English, and every step by its kind; fault F23: no two steps are called the same',
    (_, definition) => {
      const steps = stepsOf(inEnglish(definition));
      const words = steps.flatMap(({ outcomes }) => outcomes.map((outcome) => outcome.title));
      expect(words.filter((word) => /\p{Script=Han}/u.test(word))).toEqual([]);
      expect(steps.map(({ title }) => title).filter((title) => !/^[A-Z][a-z ]+( \(.+\))?$/.test(title))).toEqual([]);
      const own = (titles: readonly string[]) => new Set(titles).size;
      expect(own(steps.map(({ title }) => title))).toBe(own(stepsOf(definition).map(({ title }) => title)));
    },
  );

  it('calls a step by its kind where the department gave no English, and leaves all but the titles as it is', () => {
    const english = inEnglish(testFlow);
    expect(stepsOf(english).find(({ id }) => id === 'experts')?.title).toBe('Expert review');
    const untitled = (flow: typeof testFlow) => stepsOf(flow).map((step) => ({ ...step, title: '' }));
    expect(untitled(english)).toEqual(untitled(testFlow));
  });
});
