import { expect, it } from 'vitest';
import { runsOf } from '../../../console/case/timeline-runs.ts';

it('folds rows of business clock facts and nothing else', () => {
  const types = ['Reviewed', 'BusinessClockAdopted', 'BusinessClockAdopted', 'StepOpened', 'StepOpened'];
  expect(runsOf(types.map((type) => ({ type }))).map((run) => `${run[0]?.type} ${run.length}`)).toEqual([
    'Reviewed 1',
    'BusinessClockAdopted 2',
    'StepOpened 1',
    'StepOpened 1',
  ]);
});
