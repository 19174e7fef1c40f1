import { describe, expect, it } from 'vitest';

import { kinds } from '../../../domain/steps/index.ts';
import type { Order } from '../../../domain/case/acts/index.ts';
import { isRejection } from '../../../domain/rejection.ts';
import { Scene, day, person } from '../../support/scene.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';

describe('the step kind hearing', () => {
  it.each(stepRules.hearing)('$says: $code', (rule) => {
    expect(answerTo(kinds.hearing, rule)).toBe(rule.code);
  });

  it('ends on the day it was held and keeps presider and record', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'hearing');
    scene.started('2026-09-16', 'hearing', 'hearingOfficer', 'deputyHead');
    const order = { type: 'finishHearing', stepId: 'hearing', outcome: 'held', presider: 'p', record: 'r' } as const;
    scene.must('2026-09-22', 'hearingOfficer', { ...order, heldOn: day('2026-09-18') });
    expect(scene.all('HearingFinished')[0]).toMatchObject({ presider: 'p', record: 'r', heldOn: '2026-09-18' });
    expect(scene.clock('statutory').stops).toEqual([{ from: '2026-09-16', to: '2026-09-18', stepId: 'hearing' }]);
  });

  it('fault B10: is waived with a day and a statement, before its start too, and the case goes on', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'hearing');
    const order = { type: 'waiveHearing', stepId: 'hearing', statement: 's' } as const;
    scene.must('2026-09-16', 'hearingOfficer', { ...order, waivedOn: day('2026-09-15') });
    expect(scene.step('hearing').outcome).toBe('waived');
    expect(scene.state.steps.at(-1)?.id).toBe('decision');
    expect(scene.state.presidedBy).toEqual([]);
  });

  it('fault B10: is waived while it runs: the clocks run on from that day', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'hearing');
    scene.started('2026-09-16', 'hearing', 'hearingOfficer', 'deputyHead');
    const order = { type: 'waiveHearing', stepId: 'hearing', statement: 's' } as const;
    scene.must('2026-09-22', 'hearingOfficer', { ...order, waivedOn: day('2026-09-18') });
    expect(scene.clock('statutory').stops).toEqual([{ from: '2026-09-16', to: '2026-09-18', stepId: 'hearing' }]);
  });

  const hearing = { stepId: 'hearing' } as const;
  const called = (servedOn: string, hearingOn: string, presider = 'p') =>
    ({
      type: 'callHearing',
      ...hearing,
      documentNo: '听1',
      servedOn: day(servedOn),
      hearingOn: day(hearingOn),
      hearingAt: '09:30',
      hearingPlace: 'w',
      presider,
    }) as const;
  const open = () => new Scene('2026-04-20').reviewed('2026-04-20', 'hearing');
  const answer = (scene: Scene, on: string, order: Order) => {
    const given = scene.give(on, person('hearingOfficer'), order);
    return isRejection(given) ? given.code : 'taken';
  };

  it('D10 the right is told with the last day to ask: the fifth working day', () => {
    const scene = open();
    const told = { documentNo: '听1', servedOn: day('2026-04-27'), matter: 'm' } as const;
    scene.must('2026-04-27', 'hearingOfficer', { type: 'tellHearingRight', ...hearing, ...told });
    expect(scene.all('HearingRightTold')[0]).toMatchObject({ askBy: '2026-05-07' });
    expect(scene.step('hearing').hearing).toEqual({ askBy: '2026-05-07' });
  });

  it('D13, T22 is called seven working days before: for 14 May on 6 May at the latest, and announced so too', () => {
    expect(answer(open(), '2026-05-06', called('2026-05-06', '2026-05-14'))).toBe('taken');
    expect(answer(open(), '2026-05-07', called('2026-05-07', '2026-05-14'))).toBe('hearing-told-too-late');
    const scene = open();
    scene.must('2026-05-06', 'hearingOfficer', called('2026-05-06', '2026-05-14'));
    const announce = { type: 'announceHearing', ...hearing, documentNo: '听2', announcedIn: 'w' } as const;
    expect(answer(scene, '2026-05-07', { ...announce, announcedOn: day('2026-05-07') })).toBe('hearing-told-too-late');
    expect(answer(scene, '2026-05-07', { ...announce, announcedOn: day('2026-05-06') })).toBe('taken');
  });

  it('T22 is called under somebody who did not review, and held as it was called; another call replaces the one before', () => {
    expect(answer(open(), '2026-04-27', called('2026-04-27', '2026-05-14', 'caseOfficer'))).toBe(
      'presider-is-reviewer',
    );
    const scene = open().started('2026-04-27', 'hearing', 'hearingOfficer', 'deputyHead');
    scene.must('2026-04-27', 'hearingOfficer', called('2026-04-27', '2026-05-14'));
    const held = { type: 'finishHearing', ...hearing, outcome: 'held', record: 'r' } as const;
    const finish = (heldOn: string, presider: string) => ({ ...held, heldOn: day(heldOn), presider });
    expect(answer(scene, '2026-05-15', finish('2026-05-13', 'p'))).toBe('hearing-not-as-called');
    expect(answer(scene, '2026-05-15', finish('2026-05-14', 'q'))).toBe('hearing-not-as-called');
    scene.must('2026-05-15', 'hearingOfficer', called('2026-04-30', '2026-05-15', 'q'));
    expect(answer(scene, '2026-05-15', finish('2026-05-15', 'q'))).toBe('taken');
  });
});
