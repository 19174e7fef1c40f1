import { describe, expect, it } from 'vitest';
import { worksFor } from '../../../domain/people/can.ts';
import { keeping, roleNames, supervising } from '../../../domain/people/roles.ts';

const masked: readonly string[] = ['departmentAdmin', ...supervising, ...keeping];

describe('personal data', () => {
  it.each(roleNames)('fault D12: is unmasked for who handles cases of the department: %s', (role) => {
    const person = { id: 'p', posts: [{ role, departmentId: 'sy-water', regionCode: '210100' }] };
    expect(worksFor(person, 'sy-water')).toBe(!masked.includes(role));
    expect(worksFor(person, 'sy-health')).toBe(false);
  });
});
