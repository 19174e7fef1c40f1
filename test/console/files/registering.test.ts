import { describe, expect, it } from 'vitest';
import { registering } from '../../../console/files/registering.ts';
import { awaitedWithFile, withFile } from '../../../console/steps/with-file.ts';
import type { CaseData } from '../../../console/steps/case-data.ts';

const material = (id: string, more: object = {}) => ({
  id,
  title: id,
  need: 'necessary',
  shared: false,
  received: false,
  hasFile: false,
  ...more,
});
const view = (more: object) =>
  ({
    today: '2026-09-16',
    supplement: null,
    materials: [
      material('form', { received: true, hasFile: true }),
      material('plan', { hasFile: true }),
      material('proof'),
    ],
    allowed: [],
    ...more,
  }) as unknown as CaseData;
const offer = (order: string, more: object = {}) => ({ order, stepId: 'intake', ...more });

describe('a file that is there', () => {
  it('is ticked where its material is taken in, and what was received before is not', () => {
    expect(withFile(view({}))).toEqual(['plan']);
  });

  it('is recorded by one act: as part of a supplement where it is awaited, else as what was to come later', () => {
    const asked = [
      { kind: 'material', id: 'plan', defect: 'missing', arrivedOn: null },
      { kind: 'material', id: 'proof', defect: 'missing', arrivedOn: null },
    ];
    const supplement = { asked };
    const allowed = [offer('receiveSupplement'), offer('receiveMaterials', { stepId: null })];
    expect(registering(view({ supplement, allowed }))).toEqual({
      type: 'receiveSupplement',
      stepId: 'intake',
      arrived: [{ kind: 'material', id: 'plan' }],
      arrivedOn: '2026-09-16',
    });
    expect(awaitedWithFile(view({ supplement }))).toEqual([{ kind: 'material', id: 'plan' }]);
    expect(registering(view({ allowed }))).toEqual({ type: 'receiveMaterials', received: ['plan'] });
  });

  it('is left to the form of the step where neither may be given now', () => {
    const refusedBecause = { code: 'nothing-to-receive' };
    expect(
      registering(view({ allowed: [offer('receiveMaterials', { refusedBecause }), offer('checkIn')] })),
    ).toBeNull();
  });
});
