import fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { Id } from '../../contract/shapes.ts';
import type { ClockKind } from '../../domain/flow/definition.ts';
import { clockId, instanceId, isAuthoredId, splitClockId, splitInstance } from '../../domain/instance-id.ts';

const authored = fc.stringMatching(/^[A-Za-z0-9_.:-]{1,80}$/);
const rounds = fc.integer({ min: 1, max: 1_000_000 });

describe('the id of a round', () => {
  it('is the authored id itself in round 1, so that ids of before rounds keep their bytes', () => {
    expect(instanceId('review', 1)).toBe('review');
    expect(instanceId('review', 2)).toBe('review#2');
    expect(instanceId(clockId('notice'), 2)).toBe('notice#2');
  });

  it('is made and split without loss, and no two are alike', () => {
    fc.assert(
      fc.property(authored, rounds, authored, rounds, (id, round, other, otherRound) => {
        expect(splitInstance(instanceId(id, round))).toEqual({ id, round });
        const alike = instanceId(id, round) === instanceId(other, otherRound);
        expect(alike).toBe(id === other && round === otherRound);
      }),
    );
  });

  it.each(['review#', 'review#1', 'review#0', 'review#02', 'review#x', '#', 'a#2#3'])(
    'is not %s: that is taken as it stands',
    (id) => {
      expect(splitInstance(id)).toEqual({ id, round: 1 });
    },
  );

  it('cannot be authored: the contract takes no # in an id', () => {
    fc.assert(
      fc.property(authored, (id) => {
        expect(isAuthoredId(id)).toBe(true);
        expect(Value.Check(Id, id)).toBe(true);
      }),
    );
    expect(isAuthoredId('review#2')).toBe(false);
    expect(Value.Check(Id, 'review#2')).toBe(false);
  });
});

describe('the id of a clock', () => {
  const kinds = fc.constantFrom<ClockKind>('notice', 'statutory', 'promised', 'step', 'start', 'promise', 'delivery');

  it('is its kind, and for the clock of a step the id of the step behind it', () => {
    expect(clockId('statutory')).toBe('statutory');
    expect(clockId('promise', 'experts')).toBe('promise:experts');
  });

  it('is split into kind and step, whatever the round', () => {
    fc.assert(
      fc.property(kinds, authored, rounds, (kind, id, round) => {
        const stepId = instanceId(id, round);
        expect(splitClockId(clockId(kind, stepId))).toEqual({ kind, stepId });
        expect(splitInstance(clockId(kind, stepId))).toEqual({ id: clockId(kind, id), round });
        expect(splitClockId(instanceId(clockId(kind), round))).toEqual({ kind, stepId: null });
      }),
    );
  });

  it.each(['nonsense', 'promises:a', ':a', '', 'toString'])('is not %s', (id) => {
    expect(splitClockId(id)).toBeNull();
  });
});
