import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findUser } from '../../../db/people/users.ts';
import { addDemoPeople, addPerson, personOf } from '../../support/api.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await openTestDatabase();
  await addDemoPeople(base.app);
});
afterAll(async () => base.close());

it('fault D9: an account of before is at home where its first post is, one without a post where the widest 营商局 is', async () => {
  const idle = await addPerson(base, 'without-posts', []);
  await base.admin.query('UPDATE app_user SET department_id = NULL');
  const file = new URL('../../../db/migrations/0018_administrators_and_audit.sql', import.meta.url);
  const fill = /UPDATE "app_user"[^;]+;/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
  await base.admin.query(fill);
  const homeOf = async (id: string) => (await findUser(base.app, id))?.home?.departmentId;
  expect(await homeOf(personOf('caseOfficer').id)).toBe('sy-water');
  expect(await homeOf(idle)).toBe('ln-biz');
});
