import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { openDb } from '../db/client.ts';
import { hasDepartment, upsertDepartments, upsertRegions } from '../db/people/departments.ts';
import { createUser } from '../db/people/users.ts';
import { wrongUscc } from '../domain/people/papers.ts';
import { roleNames } from '../domain/people/roles.ts';
import { hashPassword, isStrong } from '../server/passwords.ts';

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

/** Exit code 64: a wrong argument. */
export const usageError = 64;
/** Exit code 65: what was asked is refused. */
export const refused = 65;

/** A sentence for people and the exit code: 0, `usageError` or `refused`. */
export interface Outcome {
  readonly code: number;
  readonly sentence: string;
}

/** Adds a person with one post to a migrated database; a new installation's first administrator brings the department along. */
export async function addPerson(databaseUrl: string, given: GivenPerson): Promise<Outcome> {
  const { login, name, department } = given;
  const role = roleNames.find((known) => known === given.role);
  if (!login || !name || !department || role === undefined) return { code: usageError, sentence: personUsage };
  if (!/^[a-z][a-z0-9._-]{1,31}$/.test(login)) {
    return { code: usageError, sentence: `expected a login of a-z, 0-9, . _ -, but got ${login}` };
  }
  const wrong = given.uscc === undefined ? null : wrongUscc(given.uscc);
  if (wrong !== null) return { code: usageError, sentence: `${given.uscc} is no 统一社会信用代码: ${wrong.en}` };
  const typed = await askPassword();
  const password = typed === '' ? randomBytes(12).toString('base64url') : typed;
  if (!isStrong(password, { login })) {
    return { code: refused, sentence: 'expected 10 characters or more, unlike the login' };
  }
  const db = openDb(databaseUrl, { applicationName: 'shixian-user', max: 1 });
  try {
    if (!(await describeDepartment(db, department, given))) {
      const sentence = `expected a department that exists or is described, but ${department} is neither\n\n${personUsage}`;
      return { code: refused, sentence };
    }
    const passwordHash = await hashPassword(password);
    const made = await createUser(db, { login, name, passwordHash, posts: [{ role, departmentId: department }] });
    if ('refused' in made) return { code: refused, sentence: made.detail };
  } finally {
    await db.end();
  }
  const secret = typed === '' ? `, password ${password} (shown once: change it after sign-in)` : '';
  return { code: 0, sentence: `added ${login} as ${role} of ${department}${secret}` };
}

/** Whether the department is there, made now if it was not and is described. */
async function describeDepartment(db: ReturnType<typeof openDb>, id: string, given: GivenPerson): Promise<boolean> {
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
