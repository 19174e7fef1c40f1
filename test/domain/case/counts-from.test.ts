import { describe, expect, it } from 'vitest';
import { Scene } from '../../support/scene.ts';
import { testFlow } from '../../support/flow-fixture.ts';

const fromReceipt = { ...testFlow, limits: { ...testFlow.limits, countsFrom: 'receipt' } } as const;
const checkIn = { type: 'checkIn', stepId: 'intake', received: ['plan'] } as const;
const accept = { type: 'accept', stepId: 'acceptance', documentNo: '受1' } as const;

/** Received on Friday 2026-09-18, accepted on Wednesday 2026-09-23. */
const accepted = (definition: typeof testFlow) => {
  const scene = new Scene('2026-09-18', {}, definition);
  scene.must('2026-09-18', 'windowClerk', checkIn);
  scene.must('2026-09-23', 'windowClerk', accept);
  return scene;
};

describe('D12: limits count from the event that the law of the item names', () => {
  it.each([
    ['受理之日, where it names none', testFlow, '2026-09-23', '2026-10-28'],
    ['收到申请之日', fromReceipt, '2026-09-18', '2026-10-22'],
  ] as const)('%s', (_name, definition, startedOn, decideBy) => {
    const scene = accepted(definition);
    expect(scene.state.acceptedOn).toBe('2026-09-23');
    expect([scene.clock('statutory').startedOn, scene.clock('promised').startedOn]).toEqual([startedOn, startedOn]);
    expect(scene.dueOn('statutory')).toBe(decideBy);
  });

  it('what was asked for having come later: from the day of the last, which is that of the acceptance', () => {
    const scene = new Scene('2026-09-18', {}, fromReceipt);
    const asked = [{ kind: 'material', id: 'plan', defect: 'missing' }] as const;
    const notice = { type: 'askSupplement', stepId: 'intake', asked, mends: ['m'], consequence: 'q' } as const;
    scene.must('2026-09-21', 'windowClerk', { ...notice, documentNo: '补1', servedOn: '2026-09-21' } as never);
    const arrived = [{ kind: 'material', id: 'plan' }];
    const arrival = { type: 'receiveSupplement', stepId: 'intake', arrived, arrivedOn: '2026-09-24' };
    scene.must('2026-09-24', 'windowClerk', arrival as never);
    scene.must('2026-09-25', 'windowClerk', checkIn);
    scene.must('2026-09-25', 'windowClerk', accept);
    expect(scene.clock('statutory').startedOn).toBe('2026-09-24');
  });
});
