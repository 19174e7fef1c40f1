import { expect, it } from 'vitest';
import { differences, sharedRule } from '../../../domain/catalogue/differences.ts';
import { itemTypes } from '../../../domain/catalogue/words.ts';

const basic = { name: '取水许可（新办）', type: '01', legalBasis: '《水法》第四十八条', levels: '2^3^4' };

it('an entry differs from its basic item in name, type and basis, and has from there what it does not say', () => {
  expect(differences({ ...basic, levels: '4', department: '水务局' }, basic)).toEqual([]);
  expect(differences({ name: '取水许可(新办) ', type: '01', legalBasis: '' }, basic)).toEqual([]);
  expect(differences({ name: '取水审批', type: '10', legalBasis: '《水法》第七条' }, basic)).toEqual([
    { column: 'name', basic: '取水许可（新办）', own: '取水审批' },
    { column: 'type', basic: '01', own: '10' },
    { column: 'legalBasis', basic: '《水法》第四十八条', own: '《水法》第七条' },
  ]);
});

it('the reply names a rule for six powers and for three others', () => {
  const ruled = Object.fromEntries(Object.keys(itemTypes).map((type) => [type, sharedRule(type)]));
  const four = {
    '01': 'fourSame',
    '05': 'fourSame',
    '07': 'fourSame',
    '08': 'fourSame',
    '09': 'fourSame',
    '10': 'fourSame',
  };
  const five = { '02': 'fiveUnified', '03': 'fiveUnified', '06': 'fiveUnified' };
  expect(ruled).toEqual({ ...four, ...five, '04': null, '20': null });
});
