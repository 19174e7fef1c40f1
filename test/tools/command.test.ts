import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { launchError } from '../../server/launcher/launch-error.ts';
import { toldOf } from '../../tools/command.ts';

const usage = 'npm run thing -- --all';
const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });
const errors: readonly [what: string, error: unknown, code: number, sentence: RegExp][] = [
  ['an unknown option', thrownBy(['--bogus']), 64, /Unknown option '--bogus'[\s\S]*npm run thing -- --all$/],
  ['an option without its value', thrownBy(['--login']), 64, /--login[\s\S]*npm run thing -- --all$/],
  ['a list that is not there', coded('ENOENT', "no such file 'cases.txt'"), 64, /expected a file, but.*cases\.txt/],
  ['a wrong password', coded('28P01', 'password authentication failed'), 78, /let in.*failed\. npm run migrate/],
  ['a database that is not there', coded('3D000', 'database "x" does not exist'), 78, /"x" does not exist\. npm run/],
  ['nobody at the address', coded('ECONNREFUSED', 'connect 127.0.0.1:1'), 69, /expected PostgreSQL.*127\.0\.0\.1:1/],
  ['a name with two addresses', aggregate(), 69, /connect ::1:5432; connect 127\.0\.0\.1:5432/],
  ['a setting that a piece refused', launchError(78, 'expected a folder, but'), 78, /^expected a folder, but$/],
];

function thrownBy(args: string[]): unknown {
  try {
    return parseArgs({ args, options: { login: { type: 'string' } } });
  } catch (error) {
    return error;
  }
}

function aggregate(): Error {
  const each = ['connect ::1:5432', 'connect 127.0.0.1:5432'].map((message) => coded('ECONNREFUSED', message));
  return Object.assign(new AggregateError(each), { code: 'ECONNREFUSED' });
}

describe('a command of operators', () => {
  it.each(errors)('tells %s in a sentence', (_, error, code, sentence) => {
    const told = toldOf(error, usage);
    expect(told?.code).toBe(code);
    expect(told?.sentence).toMatch(sentence);
  });

  it('lets a bug keep its stack', () => {
    expect(toldOf(new TypeError('x is not a function'), usage)).toBeNull();
    expect(toldOf('thrown', usage)).toBeNull();
  });
});
