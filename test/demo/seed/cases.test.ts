import { expect, it } from 'vitest';
import { demoCases } from '../../../demo/seed/cases.ts';

it('numbers every paper of the demo as an office writes it, none twice', () => {
  const numbers = demoCases(40).flatMap(({ seed, acts }) =>
    acts
      .map(({ order }) => order('2026-11-24'))
      .flatMap((body) => [body['documentNo'], body['certificateNo']])
      .filter((no) => no !== undefined)
      .map((no) => `${seed.item.departmentId} ${String(no)}`),
  );
  expect(numbers.length).toBeGreaterThan(100);
  expect(numbers.filter((no) => !/ \p{Script=Han}{3,7}字〔2026〕[1-9]\d*号$/u.test(no))).toEqual([]);
  expect(numbers.filter((no, index) => numbers.indexOf(no) !== index)).toEqual([]);
});
