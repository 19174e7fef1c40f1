import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { openDb } from '../db/client.ts';
import { listDepartments, upsertDepartments, upsertRegions } from '../db/people/departments.ts';
import { createUser } from '../db/people/users.ts';
import { roleNames } from '../domain/people/roles.ts';
import { configOrExit } from '../server/config.ts';
import { hashPassword, isStrong } from '../server/passwords.ts';

const usage = `npm run user -- add --login <login> --name <name> --role <role> --department <id>
  [--department-name <name> --uscc <code> --region <six digits> --region-name <name> --kind department|supervision]

Adds a person to the database of DATABASE_URL. The password is read from standard input when it is not a terminal,
else asked for; an empty one is made and printed once. A department that is not there yet is made when it is described.`;

const text = { type: 'string' } as const;
const options = {
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

type Given = { readonly [K in keyof typeof options]?: string | undefined };

await main();

/** Exit codes: 0 added, 64 wrong arguments, 65 refused. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { login, name, department } = values;
  const role = roleNames.find((known) => known === values.role);
  if (positionals[0] !== 'add' || !login || !name || !department || role === undefined) return end(64, usage);
  if (!/^[a-z][a-z0-9._-]{1,31}$/.test(login)) return end(64, `expected a login of a-z, 0-9, . _ -, but got ${login}`);
  const { config } = configOrExit();
  if (config.DATABASE_URL === undefined) return end(64, 'expected DATABASE_URL, but it is not given');
  const given = await askPassword();
  const password = given === '' ? randomBytes(12).toString('base64url') : given;
  if (!isStrong(password, { login })) return end(65, 'expected 10 characters or more, unlike the login');
  const db = openDb(config.DATABASE_URL, { applicationName: 'shixian-user', max: 1 });
  try {
    await describeDepartment(db, department, values);
    const passwordHash = await hashPassword(password);
    const made = await createUser(db, { login, name, passwordHash, posts: [{ role, departmentId: department }] });
    if ('refused' in made) return end(65, made.detail);
    const secret = given === '' ? `, password ${password} (shown once: change it after sign-in)` : '';
    process.stdout.write(`added ${login} as ${role} of ${department}${secret}\n`);
  } finally {
    await db.end();
  }
}

/** A new installation has no department yet: the first administrator brings one. */
async function describeDepartment(db: ReturnType<typeof openDb>, id: string, given: Given): Promise<void> {
  const { 'department-name': name, uscc, region, 'region-name': regionName, kind = 'supervision' } = given;
  if ((await listDepartments(db)).some((one) => one.id === id)) return;
  if (!name || !uscc || !region || !regionName || (kind !== 'department' && kind !== 'supervision')) {
    return end(65, `expected a department that exists or is described, but ${id} is neither\n\n${usage}`);
  }
  await upsertRegions(db, [{ code: region, name: regionName }]);
  await upsertDepartments(db, [{ id, uscc, name, regionCode: region, kind }]);
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

function end(code: number, sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}
