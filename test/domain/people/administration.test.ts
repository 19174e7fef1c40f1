import { describe, expect, it } from 'vitest';
import { incompatible, lastAt, reachOf, reaches } from '../../../domain/people/administration.ts';
import type { Place, Seat } from '../../../domain/people/administration.ts';
import { canSee, worksFor } from '../../../domain/people/can.ts';
import { administrators, isKeeping, roleNames } from '../../../domain/people/roles.ts';
import type { Administrator, Role } from '../../../domain/people/roles.ts';

const province: Seat = { departmentId: 'ln-biz', regionCode: '210000', kind: 'supervision' };
const city: Seat = { departmentId: 'sy-biz', regionCode: '210100', kind: 'supervision' };
const water: Seat = { departmentId: 'sy-water', regionCode: '210100', kind: 'department' };

const places = {
  province: { departmentId: 'ln-biz', regionCode: '210000' },
  provinceWater: { departmentId: 'ln-water', regionCode: '210000' },
  city: { departmentId: 'sy-biz', regionCode: '210100' },
  water: { departmentId: 'sy-water', regionCode: '210100' },
  district: { departmentId: 'sh-market', regionCode: '210102' },
  otherCity: { departmentId: 'dl-biz', regionCode: '210200' },
  cityItself: { departmentId: null, regionCode: '210100' },
  newDistrict: { departmentId: null, regionCode: '210199' },
  otherProvince: { departmentId: null, regionCode: '110000' },
} as const satisfies Record<string, Place>;

/** Written from the row D9, not from the code. */
const reached: readonly (readonly [string, readonly Seat[], readonly (keyof typeof places)[]])[] = [
  ['nobody', [], []],
  [
    'the 营商局 of the province',
    [province],
    ['province', 'provinceWater', 'city', 'water', 'district', 'otherCity', 'cityItself', 'newDistrict'],
  ],
  ['the 营商局 of a city', [city], ['city', 'water', 'district', 'cityItself', 'newDistrict']],
  ['a department', [water], ['water']],
  ['a department and a 营商局', [water, { ...city, regionCode: '210102' }], ['water', 'district']],
];

describe('fault D9: how far administration reaches', () => {
  it.each(reached)('%s', (_who, seats, wanted) => {
    const found = Object.entries(places).flatMap(([name, place]) => (reaches(reachOf(seats), place) ? [name] : []));
    expect(found.toSorted()).toEqual([...wanted].toSorted());
  });
});

describe('fault D9: an administrator of system, security or audit', () => {
  it('holds no other role, in whichever order they are given, but may hold the one in several departments', () => {
    for (const one of administrators) {
      expect(incompatible([one, one])).toBeNull();
      for (const other of roleNames.filter((role) => role !== one)) {
        expect([...(incompatible([one, other]) ?? [])].toSorted()).toEqual([one, other].toSorted());
        expect([...(incompatible([other, one]) ?? [])].toSorted()).toEqual([one, other].toSorted());
      }
    }
    const working: readonly Role[] = ['windowClerk', 'reviewer', 'catalogueAdmin', 'supervisor'];
    expect(incompatible(working)).toBeNull();
    expect(incompatible([])).toBeNull();
  });

  it('sees no case and no personal data, and counts as keeping the system', () => {
    for (const role of administrators) {
      const person = { id: 'p', posts: [{ role, departmentId: 'sy-water', regionCode: '210100' }] };
      expect(canSee(person, { regionCode: '210100', departments: ['sy-water'], people: ['p'] })).toBe(false);
      expect([worksFor(person, 'sy-water'), isKeeping(role)]).toEqual([false, true]);
    }
  });
});

describe('fault D9: the last administrator of a reach', () => {
  const at = (seat: Seat, role: Administrator) => ({ ...seat, role });
  it.each([
    ['the only one', [at(province, 'systemAdmin')], [], 'ln-biz'],
    ['beside another kind', [at(province, 'systemAdmin')], [at(province, 'securityAdmin')], 'ln-biz'],
    ['beside a smaller reach', [at(province, 'auditAdmin')], [at(city, 'auditAdmin')], 'ln-biz'],
    ['beside the same', [at(province, 'systemAdmin')], [at(province, 'systemAdmin')], null],
    ['below a wider reach', [at(city, 'systemAdmin')], [at(province, 'systemAdmin')], null],
    ['of a department below a 营商局', [at(water, 'securityAdmin')], [at(city, 'securityAdmin')], null],
    [
      'with two seats, one kept by another',
      [at(water, 'systemAdmin'), at(city, 'systemAdmin')],
      [at(water, 'systemAdmin')],
      'sy-biz',
    ],
    ['without a seat', [], [], null],
  ] as const)('%s', (_which, lost, others, where) => {
    expect(lastAt(lost, others)?.departmentId ?? null).toBe(where);
  });
});
