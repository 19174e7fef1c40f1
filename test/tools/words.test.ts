import { expect, test } from 'vitest';
import { medicalDevices } from '../../db/seed/items/medical-devices.ts';
import { waterAbstraction } from '../../db/seed/items/water-abstraction.ts';
import { forms } from '../../demo/seed/filings.ts';
import { chooseByForm } from '../../server/conditions.ts';
import { digestsIn } from '../../tools/words.ts';

const secret = 'a1'.repeat(32);

test.each([
  ['a limit branch', chooseByForm(waterAbstraction.definition, forms.water('urbanGroundwater'), secret)],
  ['a choice over the form', chooseByForm(medicalDevices.definition, forms.devices('renewal'), secret)],
])('the evidence of %s is of conditions and inputs: no words are missed under it', (_what, chosen) => {
  expect(JSON.stringify(chosen)).toMatch(/[0-9a-f]{64}/);
  expect(digestsIn(chosen)).toEqual([]);
});

test('words are looked for under every other digest', () => {
  expect(digestsIn({ type: 'CaseFiled', filing: { applicant: secret, definition: secret } })).toEqual([secret]);
});
