import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { inTransaction, openDb } from '../db/client.ts';
import type { Db } from '../db/client.ts';
import { writeAudit } from '../db/people/audit.ts';
import { hasDepartment, upsertDepartments, upsertRegions } from '../db/people/departments.ts';
import { createUser, findByLogin } from '../db/people/users.ts';
import { wrongUscc } from '../domain/people/papers.ts';
import { roleNames, roles } from '../domain/people/roles.ts';
import { replacePassword } from '../server/administration.ts';
import { hashPassword, weaknessOf } from '../server/passwords.ts';
import { usageError } from '../server/launcher/launch-error.ts';

const text = { type: 'string' } as const;

/** Options of a command line that describe a person, and the department if it is not there yet. */
export const personOptions = {
  login: text,
  name: text,
  role: text,
  department: text,
  'department-name': text,
  uscc: text,
  region: text,
  'region-name': text,
  kind: text,
} as const;

/** What was given of them. */
export type GivenPerson = { readonly [K in keyof typeof personOptions]?: string | undefined };

/** How they read in a usage. */
export const personUsage = `--login <login> --name <name> --role <role> --department <id>
  [--department-name <name> --uscc <code> --region <six digits> --region-name <name> --kind department|supervision]

The password is read from standard input when it is not a terminal, else asked for; an empty one is made and printed once. A
department that is not there yet is made when it is described.`;

/** How another password is set. */
export const resetUsage =
  '--login <login>: the password is read or made as for add, and must be changed at the next sign-in';

/** Exit code 65: what was asked is refused. */
export const refused = 65;

/** A sentence for people and the exit code: 0, `usageError` or `refused`. */
export interface Outcome {
  readonly code: number;
  readonly sentence: string;
}

/** Adds a person with one post to a migrated database; a new installation's first administrator brings the department along. */
export async function addPerson(databaseUrl: string, given: GivenPerson): Promise<Outcome> {
  return add(databaseUrl, given, await askPassword());
}

/**
 * Adds the first administrators, one of each kind: what is given describes the system administrator. The passwords of the other two are made
 * and must be changed at their first sign-in: they are for two other people.
 */
export async function addAdministrators(databaseUrl: string, given: GivenPerson): Promise<Outcome> {
  const first = await addPerson(databaseUrl, { ...given, role: 'systemAdmin' });
  if (first.code !== 0) return first;
  const { login = '', department } = given;
  const sentences = [first.sentence];
  for (const [end, role] of [['security', 'securityAdmin'] as const, ['audit', 'auditAdmin'] as const]) {
    const one = { login: `${login}-${end}`, name: roles[role].zh, role, department };
    const added = await add(databaseUrl, one, '', true);
    if (added.code !== 0) return added;
    sentences.push(added.sentence);
  }
  return { code: 0, sentence: sentences.join('\n') };
}

/** `typed`: the password, or an empty one to make one. */
async function add(databaseUrl: string, given: GivenPerson, typed: string, mustChange = false): Promise<Outcome> {
  const { login, name, department } = given;
  const role = roleNames.find((known) => known === given.role);
  if (!login || !name || !department || role === undefined) {
    return { code: usageError, sentence: `${lackOf(given)}\n\n${personUsage}` };
  }
  if (!/^[a-z][a-z0-9._-]{1,31}$/.test(login)) {
    return { code: usageError, sentence: `expected a login of a-z, 0-9, . _ -, but got ${login}` };
  }
  const wrong = given.uscc === undefined ? null : wrongUscc(given.uscc);
  if (wrong !== null) return { code: usageError, sentence: `${given.uscc} is no 统一社会信用代码: ${wrong.en}` };
  const password = passwordOf(typed, login);
  if (password === null) return weak;
  return withDb(databaseUrl, async (db) => {
    if (!(await describeDepartment(db, department, given))) {
      const sentence = `expected a department that exists or is described, but ${department} is neither\n\n${personUsage}`;
      return { code: refused, sentence };
    }
    const passwordHash = await hashPassword(password);
    return inTransaction(db, async (client) => {
      const posts = [{ role, departmentId: department }];
      // A password that was made has been on somebody's screen.
      const made = await createUser(client, {
        login,
        name,
        passwordHash,
        mustChange: mustChange || typed === '',
        posts,
      });
      if ('refused' in made) return { code: refused, sentence: made.detail };
      const details = { name, login, homes: [null, department], before: [], after: posts, byCommand: true as const };
      await writeAudit(client, { kind: 'accountMade', account: made.id, who: null, address: null, details });
      return { code: 0, sentence: `added ${login} as ${role} of ${department}${shown(typed, password)}` };
    });
  });
}

/** What a command line lacks of a person, or that the role is none. */
function lackOf(given: GivenPerson): string {
  const lacking = (['login', 'name', 'role', 'department'] as const).filter((key) => !given[key]);
  if (lacking.length > 0) return `expected ${lacking.map((key) => `--${key}`).join(', ')}, but found none`;
  return `expected --role to be one of ${roleNames.join(', ')}, but found ${given.role}`;
}

/** Sets another password of an account: of those whose password no administrator resets, and of who is the last one. */
export async function resetPassword(databaseUrl: string, { login }: GivenPerson): Promise<Outcome> {
  if (!login) return { code: usageError, sentence: `expected --login, but found none\n\n${resetUsage}` };
  const typed = await askPassword();
  const password = passwordOf(typed, login);
  if (password === null) return weak;
  return withDb(databaseUrl, async (db) => {
    const account = await findByLogin(db, login);
    if (account === null) return { code: refused, sentence: `expected an account ${login}, but there is none` };
    const passwordHash = await hashPassword(password);
    await inTransaction(db, async (client) => {
      await replacePassword(client, { account, passwordHash, at: Date.now() });
      const details = { byCommand: true as const };
      await writeAudit(client, { kind: 'passwordReset', account: account.id, who: null, address: null, details });
    });
    return { code: 0, sentence: `reset ${login}${shown(typed, password)}` };
  });
}

async function withDb(databaseUrl: string, work: (db: Db) => Promise<Outcome>): Promise<Outcome> {
  const db = openDb(databaseUrl, { applicationName: 'shixian-user', max: 1 });
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}

const weak: Outcome = { code: refused, sentence: 'expected 10 characters or more, unlike the login' };

/** The password that was typed, or one that is made; null: too weak. */
function passwordOf(typed: string, login: string): string | null {
  const password = typed === '' ? randomBytes(12).toString('base64url') : typed;
  return weaknessOf(password, { login }) === null ? password : null;
}

function shown(typed: string, password: string): string {
  return typed === '' ? `, password ${password} (shown once, must be changed at the first sign-in)` : '';
}

/** Whether the department is there, made now if it was not and is described. */
async function describeDepartment(db: Db, id: string, given: GivenPerson): Promise<boolean> {
  const { 'department-name': name, uscc, region, 'region-name': regionName, kind = 'supervision' } = given;
  if (await hasDepartment(db, id)) return true;
  if (!name || !uscc || !region || !regionName || (kind !== 'department' && kind !== 'supervision')) return false;
  await upsertRegions(db, [{ code: region, name: regionName }]);
  await upsertDepartments(db, [{ id, uscc, name, regionCode: region, kind }]);
  return true;
}

async function askPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  if (process.stdin.isTTY) process.stderr.write('password (empty: one is made): ');
  for await (const line of lines) {
    lines.close();
    return line.trim();
  }
  return '';
}
