import { expect, it } from 'vitest';
import { documentKinds } from '../../../domain/documents/kind-names.ts';
import { toldOf } from '../../../domain/documents/told.ts';
import { handedOut } from '../../support/good-order.ts';
import { Scene, day } from '../../support/scene.ts';

it('tells notices at once, decisions and certificates once they are served, and never what is the agency’s own', () => {
  const scene = new Scene('2026-03-02').decided('2026-03-03', 'refuse');
  const told = () => documentKinds.filter((kind) => toldOf(kind, scene.facts) !== null);
  const served = ['grantDecision', 'refusalDecision', 'certificate'] as const;
  const never = ['serviceReturn', 'hearingRecord', 'passingSheet'] as const;
  const atOnce = documentKinds.filter((kind) => ![...served, ...never].some((one) => one === kind));
  expect(told()).toEqual(atOnce);
  const on = day('2026-03-06');
  scene.must('2026-03-06', 'certificateClerk', { type: 'deliver', stepId: 'delivery', ...handedOut, servedOn: on });
  expect(new Set(told())).toEqual(new Set([...atOnce, ...served]));
  expect(toldOf('refusalDecision', scene.facts)).toEqual({ servedOn: on });
  expect(toldOf('acceptanceNotice', scene.facts)).toEqual({ servedOn: null });
});
