import { expect, it } from 'vitest';
import { playDemo } from '../../support/demo-scenes.ts';

it('every act of the demo is lawful', () => {
  const { scenes, refused } = playDemo();
  expect(refused).toEqual([]);
  expect([...scenes.values()].filter(({ state }) => state.result === 'granted').length).toBeGreaterThan(10);
});
