import { describe, expect, it } from 'vitest';
import { effectOfExtension, effectOfStart } from '../../../domain/case/effect.ts';
import { Scene, day } from '../../support/scene.ts';

/** Accepted 2026-03-02: statutory due 03-30, promised due 03-23. */
const accepted = () => new Scene('2026-03-02').accepted('2026-03-02');

describe('fault E4: what an approval does to the dates, told before it is given', () => {
  it('is for an extension what the order then does', () => {
    const scene = accepted();
    scene.must('2026-03-04', 'caseOfficer', { type: 'requestExtension', count: 4, reason: 'r' });
    const told = effectOfExtension({ world: scene.world, state: scene.state, today: day('2026-03-05') });
    expect(told).toEqual([
      { clock: 'statutory', before: '2026-03-30', after: '2026-04-03' },
      { clock: 'promised', before: '2026-03-23', after: '2026-03-27' },
    ]);
    scene.must('2026-03-05', 'agencyHead', { type: 'approveExtension', documentNo: '延1' });
    expect(told.map(({ after }) => after)).toEqual([scene.dueOn('statutory'), scene.dueOn('promised')]);
  });

  it('is for an untimed step the dates when it starts today and takes all of its promise', () => {
    const { world, state } = new Scene('2026-03-02').reviewed('2026-03-02');
    // Ten working days from 03-04 on, up to 03-18; 04-06 is a holiday.
    expect(effectOfStart({ world, state, today: day('2026-03-04') }, 'experts')).toEqual([
      { clock: 'statutory', before: '2026-03-30', after: '2026-04-14' },
      { clock: 'promised', before: '2026-03-23', after: '2026-04-07' },
    ]);
  });
});
