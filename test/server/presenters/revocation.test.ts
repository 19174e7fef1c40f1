import { expect, it } from 'vitest';
import { presentRevocation } from '../../../server/presenters/revocation.ts';
import { Scene, person } from '../../support/scene.ts';

it('a revocation tells ground, day and who proposed it to everybody who sees the case, its words only to who handles it', () => {
  const scene = new Scene('2026-03-02').undertaken('2026-03-03', '2026-03-05');
  const words = { texts: { r: '取水点在禁采区内。' }, people: { [person('caseOfficer').id]: '钱承办' } };
  expect(presentRevocation(scene.state, { words, handles: true })).toBeNull();
  scene.must('2026-03-09', 'caseOfficer', { type: 'proposeRevocation', ground: 'unqualified', reasons: 'r' });
  const shown = { state: 'proposed', on: '2026-03-09', by: '钱承办', decisionNo: null, servedOn: null };
  expect(presentRevocation(scene.state, { words, handles: true })).toMatchObject({
    ...shown,
    reasons: '取水点在禁采区内。',
  });
  expect(presentRevocation(scene.state, { words, handles: false })).toMatchObject({ ...shown, reasons: null });
});
