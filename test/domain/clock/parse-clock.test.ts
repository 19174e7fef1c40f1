import { describe, expect, it } from 'vitest';

import { parseClock } from '../../../domain/clock/parse-clock.ts';
import { readQuestion } from '../../../domain/clock/question.ts';

const limit = { count: 20, unit: 'workday' };
const valid = { startedOn: '2026-03-02', limit };

describe('parseClock', () => {
  it('reads a whole clock and fills in nothing but extension 0 and no stops', () => {
    expect(parseClock(valid)).toEqual({ ...valid, extension: 0, stops: [] });
    const whole = { ...valid, extension: 3, stops: [{ from: '2026-03-03', to: null }], endedOn: '2026-03-05' };
    expect(parseClock(whole)).toEqual(whole);
  });

  it.each([
    ['not-an-object', null],
    ['not-an-object', [valid]],
    ['not-an-object', '2026-03-02'],
    ['unknown-key', { ...valid, holidays: [] }],
    [
      'unknown-key',
      JSON.parse('{"__proto__": {}, "startedOn": "2026-03-02", "limit": {"count": 1, "unit": "workday"}}'),
    ],
    ['unknown-key', { ...valid, limit: { ...limit, half: true } }],
    ['unknown-key', { ...valid, stops: [{ from: '2026-03-03', to: null, why: 'x' }] }],
    ['missing-key', { limit }],
    ['missing-key', { startedOn: '2026-03-02' }],
    ['missing-key', { ...valid, limit: { unit: 'workday' } }],
    ['missing-key', { ...valid, limit: { count: 1 } }],
    ['missing-key', { ...valid, stops: [{ from: '2026-03-03' }] }],
    ['missing-key', { ...valid, stops: [{ to: '2026-03-03' }] }],
    ['invalid-date', { ...valid, startedOn: '2026-02-29' }],
    ['invalid-date', { ...valid, startedOn: null }],
    ['invalid-date', { ...valid, startedOn: 20260302 }],
    ['invalid-date', { ...valid, endedOn: 'soon' }],
    ['invalid-date', { ...valid, stops: [{ from: null, to: null }] }],
    ['invalid-date', { ...valid, stops: [{ from: '2026-03-03', to: '' }] }],
    ['invalid-limit', { ...valid, limit: 20 }],
    ['invalid-limit', { ...valid, limit: null }],
    ['unknown-unit', { ...valid, limit: { count: 1, unit: 'workHour' } }],
    ['unknown-unit', { ...valid, limit: { count: 1, unit: 'Workday' } }],
    ['unknown-unit', { ...valid, limit: { count: 1, unit: null } }],
    ['invalid-count', { ...valid, limit: { count: 0.5, unit: 'workday' } }],
    ['invalid-count', { ...valid, limit: { count: -1, unit: 'workday' } }],
    ['invalid-count', { ...valid, limit: { count: '20', unit: 'workday' } }],
    ['invalid-count', { ...valid, limit: { count: 1e300, unit: 'workday' } }],
    ['invalid-count', { ...valid, limit: { count: null, unit: 'workday' } }],
    ['invalid-extension', { ...valid, extension: 1.5 }],
    ['invalid-extension', { ...valid, extension: -1 }],
    ['invalid-extension', { ...valid, extension: null }],
    ['invalid-stops', { ...valid, stops: {} }],
    ['invalid-stops', { ...valid, stops: null }],
    ['invalid-stops', { ...valid, stops: [null] }],
    ['invalid-stops', { ...valid, stops: [['2026-03-03', null]] }],
    ['stop-ends-before-it-starts', { ...valid, stops: [{ from: '2026-03-03', to: '2026-03-02' }] }],
    ['ended-before-start', { ...valid, endedOn: '2026-03-01' }],
  ])('refuses with %s: %j', (code, input) => {
    expect(parseClock(input)).toMatchObject({ code, detail: expect.stringMatching(/^expected .*, but /u) });
  });
});

describe('readQuestion', () => {
  it('takes the day asked about apart from the clock', () => {
    expect(readQuestion({ ...valid, today: '2026-03-05' })).toMatchObject({ today: '2026-03-05', clock: valid });
    expect(readQuestion({ ...valid, today: null })).toMatchObject({ code: 'invalid-date' });
    expect(readQuestion({ ...valid, endedOn: '2026-03-05' })).toMatchObject({ code: 'unknown-key' });
  });
});
