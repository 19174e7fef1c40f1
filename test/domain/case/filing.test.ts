import { describe, expect, it } from 'vitest';
import { messageRowsOf } from '../../../db/projections/message-rows.ts';
import { Scene, day } from '../../support/scene.ts';

describe('a filing', () => {
  it('is refused with received-on-invalid when its day of receipt is still to come', () => {
    expect(() => new Scene('2026-09-14', { receivedOn: day('2026-09-15') })).toThrow(/^expected .*, but /);
    expect(new Scene('2026-09-14', { receivedOn: day('2026-09-14') }).state.filing.receivedOn).toBe('2026-09-14');
  });

  it.each([
    ['2026-09-18', '2026-09-18', 'on the day itself'],
    ['2026-09-17', '2026-09-18', 'on the next working day'],
    ['2026-09-18', '2026-09-20', 'on the next working day, a Sunday that is worked'],
    ['2026-09-24', '2026-09-28', 'after a holiday'],
    ['2026-09-19', '2026-09-20', 'a receipt on a day off, on the next working day'],
  ])('fault B13: of %s is entered on %s: %s', (receivedOn, filedOn) => {
    expect(new Scene(filedOn, { receivedOn: day(receivedOn) }).findings()).toEqual([]);
  });

  it('fault B13, 12.1.7: entered later is refused without evidence, and with it is a finding that the supervisor is told of', () => {
    for (const receivedOn of [day('2026-09-16'), day('2019-01-02')]) {
      expect(() => new Scene('2026-09-18', { receivedOn })).toThrow(/^expected evidence .*, but /);
      const scene = new Scene('2026-09-18', { receivedOn, evidence: 'e' });
      expect(scene.findings()).toEqual(['received-late notice']);
      const told = messageRowsOf(scene.facts, scene.world, scene.state).filter(
        ({ kind }) => kind === 'FindingRecorded',
      );
      expect(told.map(({ role }) => role)).toEqual(['supervisor']);
    }
  });
});
