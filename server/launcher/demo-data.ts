import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { demoPassword, personAt } from '../../db/seed/people.ts';
import type { Role } from '../../domain/people/roles.ts';
import { roles } from '../../domain/people/roles.ts';
import type { Running } from './launch.ts';

/** The people a newcomer tries first: who files, who handles, who approves, who watches. */
const shown: readonly [Role, string][] = [
  ['windowClerk', 'sy-water'],
  ['caseOfficer', 'sy-water'],
  ['deputyHead', 'sy-water'],
  ['approver', 'sy-water'],
  ['departmentAdmin', 'sy-water'],
  ['supervisor', 'ln-biz'],
  ['systemAdmin', 'ln-biz'],
  ['securityAdmin', 'ln-biz'],
  ['auditAdmin', 'ln-biz'],
];

/**
 * Seeds the demo through the running API (only what is missing) and answers the demo users to print.
 * @throws Error when the seed fails; an abort of `signal` ends it, and the next start goes on where it was
 */
export async function seedDemo({ url, env, log, signal }: Running): Promise<readonly string[]> {
  // The database comes by the environment: arguments can be read by everybody on the machine.
  const args = ['--import', 'tsx', 'demo/seed.ts', '--url', url];
  const child = spawn(process.execPath, args, { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'], signal });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => log(`seed: ${line}`));
  }
  await ended(child);
  return [
    `演示用户（密码都是 ${demoPassword}）：`,
    ...shown.map(([role, departmentId]) => demoUser(role, departmentId)),
  ];
}

function demoUser(role: Role, departmentId: string): string {
  const { login, name } = personAt(role, departmentId);
  return `  ${login.padEnd(16)} ${name}  ${roles[role].zh}`;
}

async function ended(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the demo data ended with ${String(code)}`)),
    );
  });
}
