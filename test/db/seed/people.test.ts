import { expect, test } from 'vitest';
import { people } from '../../../db/seed/people.ts';
import { departments, regions } from '../../../db/seed/regions.ts';
import { roleNames } from '../../../domain/people/roles.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The last character of a 统一社会信用代码 (GB 32100): weights 3^(i-1) mod 31. */
function checkCharacter(code: string): string | undefined {
  let [sum, weight] = [0, 1];
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31];
}

/** The last character of the organisation code inside it (GB 11714). */
function organisationCheck(code: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const digits = Array.from(code.slice(8, 16), (character) => Number.parseInt(character, 36));
  const rest = 11 - (weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0) % 11);
  return rest === 10 ? 'X' : String(rest % 11);
}

test('the checks hold for a code known to be valid', () => {
  expect(checkCharacter('91350100M000100Y43')).toBe('3');
  expect(organisationCheck('91350100M000100Y43')).toBe('4');
});

test.each(departments.map((department): [string, string] => [department.name, department.uscc]))(
  '%s has a code with right checks',
  (_name, uscc) => {
    expect(uscc).toHaveLength(18);
    expect(uscc[17]).toBe(checkCharacter(uscc));
    expect(uscc[16]).toBe(organisationCheck(uscc));
  },
);

test('regions are Liaoning, its 14 cities and districts of Shenyang, and every department is in one', () => {
  const codes = regions.map(({ code }) => code);
  expect(codes.filter((code) => /^21\d\d00$/.test(code) && code !== '210000')).toHaveLength(14);
  expect(new Set(codes).size).toBe(codes.length);
  for (const department of departments) {
    expect(codes).toContain(department.regionCode);
    expect(department.uscc.slice(2, 8)).toBe(department.regionCode);
  }
});

test('there is a person for every role, and for every role of a department in each department', () => {
  const held = (departmentId: string) =>
    new Set(
      people.flatMap(({ posts }) => posts.filter((post) => post.departmentId === departmentId).map(({ role }) => role)),
    );
  expect([...new Set(people.flatMap(({ posts }) => posts.map(({ role }) => role)))].sort()).toEqual(
    [...roleNames].sort(),
  );
  const handling = departments.filter(({ kind }) => kind === 'department').map(({ id }) => [...held(id)].sort());
  for (const roles of handling) expect(roles).toEqual(handling[0]);
  expect(handling[0]).toContain('departmentAdmin');
  expect(held('sy-biz')).toContain('supervisor');
  expect(held('sy-biz')).not.toContain('caseOfficer');
});

test('each department has two inspectors, as an inspection needs them', () => {
  for (const { id, kind } of departments) {
    const inspectors = people.filter(({ posts }) =>
      posts.some(({ role, departmentId }) => role === 'siteInspector' && departmentId === id),
    );
    expect(inspectors).toHaveLength(kind === 'department' ? 2 : 0);
  }
});

test('logins, ids and names are unique, and an id depends on the login alone', () => {
  for (const of of ['login', 'id', 'name'] as const)
    expect(new Set(people.map((person) => person[of])).size).toBe(people.length);
  expect(people.every(({ login }) => /^[a-z]{4,30}$/.test(login))).toBe(true);
  expect(people.find(({ login }) => login === 'jiangchengwen')).toEqual({
    id: people.find(({ name }) => name === '江承文')?.id,
    login: 'jiangchengwen',
    name: '江承文',
    posts: [{ role: 'caseOfficer', departmentId: 'sy-water', regionCode: '210100' }],
  });
});
