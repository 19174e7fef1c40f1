import { describe, expect, it, test } from 'vitest';
import type { CaseState } from '../../../domain/case/state.ts';
import { goodUntil, refusesReuse, standsFor } from '../../../domain/files/reuse.ts';
import type { Earlier } from '../../../domain/files/reuse.ts';
import type { Material, MaterialReuse } from '../../../domain/flow/definition.ts';
import { Scene, day } from '../../support/scene.ts';

const material = (reuse?: MaterialReuse): Material => ({
  id: 'm',
  title: '健康证明',
  need: 'necessary',
  source: 'applicant',
  ...(reuse && { reuse }),
});
const file: Earlier = { kind: 'file', as: '健康证明 ', givenOn: day('2026-02-28'), validUntil: null };
const permit: Earlier = { kind: 'certificate', as: 'ITEM', givenOn: day('2026-01-05'), validUntil: day('2031-01-04') };

describe('what was given once', () => {
  test.each([
    ['a file of the same name', file, {}, true],
    ['a file of another name', { ...file, as: '健康证' }, {}, false],
    ['a file of an item that lists nothing to be used again', file, undefined, false],
    ['a certificate that the material names', permit, { certificateOf: ['ITEM'] }, true],
    ['a certificate of another item', permit, { certificateOf: ['OTHER'] }, false],
    ['a certificate called as the material is', { ...permit, as: '健康证明' }, {}, false],
  ] as const)('stands for a material or does not: %s', (_what, earlier, reuse, does) => {
    expect(standsFor(material(reuse), earlier)).toBe(does);
  });

  it('is good for as many months as the material says, a certificate for its own term', () => {
    expect(goodUntil(material({ months: 12 }), file)).toBe('2027-02-28');
    expect(goodUntil(material({}), file)).toBeNull();
    expect(goodUntil(material({ months: 1, certificateOf: ['ITEM'] }), permit)).toBe('2031-01-04');
    expect(goodUntil(material({ months: 1 }), { ...permit, validUntil: null })).toBeNull();
  });
});

describe('it is used again', () => {
  const { state } = new Scene('2026-09-14');
  const online = (more: object) => ({ ...state, filing: { ...state.filing, ...more } });
  const refused = (of: CaseState, more: object = {}) =>
    refusesReuse({ until: null, consent: 'counter', today: day('2026-09-15'), ...more }, of);

  it('with the consent of the applicant: noted at the counter, or given with what was filed online', () => {
    expect(refused(state)).toBeNull();
    expect(refused(state, { consent: 'online' })).toBe('reuse-without-consent');
    expect(refused(online({ reuse: true }), { consent: 'online' })).toBeNull();
  });

  it('for nobody who merely says to be the applicant', () => {
    const claimed = online({ identity: 'unverified', reuse: true });
    expect(refused(claimed, { consent: 'online' })).toBe('identity-not-verified');
    const identity = { proof: 'document', verifiedOn: day('2026-09-15') } as const;
    expect(refused({ ...claimed, identity }, { consent: 'online' })).toBeNull();
  });

  it('up to its last good day', () => {
    expect(refused(state, { until: day('2026-09-15') })).toBeNull();
    expect(refused(state, { until: day('2026-09-14') })).toBe('reuse-expired');
  });
});
