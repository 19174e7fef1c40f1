import { describe, expect, it } from 'vitest';
import { randomPassword } from '../../../console/people/random-password.ts';
import { weaknessOf } from '../../../server/passwords.ts';

describe('a password that an administrator gives', () => {
  it('is taken by the API, can be read aloud, and is another each time', () => {
    const made = Array.from({ length: 200 }, () => randomPassword('jiangxinlai'));
    expect(made.filter((password) => !/^([2-9a-km-z]{4}-){3}[2-9a-km-z]{4}$/.test(password))).toEqual([]);
    // Common passwords are looked for one by one: a few are enough.
    expect(made.slice(0, 5).filter((password) => weaknessOf(password, { login: 'jiangxinlai' }) !== null)).toEqual([]);
    expect(new Set(made).size).toBe(made.length);
  });

  it('is drawn anew where the login stands in it', () => {
    const draws = [0, 1];
    const draw = (bytes: Uint8Array) => bytes.fill(draws.shift() ?? 2);
    expect(randomPassword('22', draw)).toBe('3333-3333-3333-3333');
  });
});
