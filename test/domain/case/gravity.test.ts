import { describe, expect, it } from 'vitest';
import { byGravity } from '../../../domain/case/gravity.ts';
import { mattersOf } from '../../../domain/case/matters.ts';
import { applicantActor } from '../../../domain/people/applicant.ts';
import { Scene, day } from '../../support/scene.ts';

const clock = (id: string, light: Parameters<typeof byGravity>[0][number]['light'], dueOn: string | null) => ({
  id,
  light,
  dueOn: dueOn === null ? null : day(dueOn),
});

describe('the gravest clock of a case', () => {
  it('stands first, of equals the one due first, what has no date last', () => {
    const clocks = [
      clock('ended', 'ended', '2026-01-01'),
      clock('step', 'yellow', '2026-03-01'),
      clock('stopped', 'stopped', null),
      clock('promised', 'red', '2026-03-05'),
      clock('statutory', 'red', '2026-03-04'),
      clock('none', 'green', null),
      clock('green', 'green', '2026-02-01'),
    ];
    const order = ['statutory', 'promised', 'step', 'green', 'none', 'stopped', 'ended'];
    expect(byGravity(clocks).map(({ id }) => id)).toEqual(order);
    expect(byGravity(clocks.toReversed()).map(({ id }) => id)).toEqual(order);
  });
});

describe('what the window has to see to', () => {
  it('is a withdrawal that was asked for, until the case ends', () => {
    const scene = new Scene('2026-09-18');
    expect(mattersOf(scene.state)).toEqual([]);
    scene.give('2026-09-18', applicantActor, { type: 'askWithdrawal', statement: 's' });
    expect(mattersOf(scene.state)).toEqual(['withdrawal']);
    scene.must('2026-09-21', 'windowClerk', { type: 'withdraw', statement: 's' });
    expect([scene.state.status, mattersOf(scene.state)]).toEqual(['closed', []]);
  });

  it('is an identity that nobody has verified', () => {
    const { state } = new Scene('2026-09-18');
    const filing = { ...state.filing, identity: 'unverified' as const };
    expect(mattersOf({ ...state, filing })).toEqual(['identity']);
    const identity = { proof: 'idCard', verifiedOn: day('2026-09-18') } as unknown as NonNullable<
      typeof state.identity
    >;
    expect(mattersOf({ ...state, filing, identity })).toEqual([]);
  });
});
