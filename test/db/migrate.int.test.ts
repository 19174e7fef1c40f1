import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDb } from '../../db/client.ts';
import { migrateDb } from '../../db/migrate.ts';
import { openTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

let base: TestDatabase;

beforeAll(async () => {
  base = await openTestDatabase({ migrated: false });
}, 60_000);
afterAll(() => base.close());

describe('migrateDb', () => {
  it('lets three processes migrate an empty database at once', async () => {
    const appPassword = 'shixian-app-of-the-tests';
    const done = await Promise.all([1, 2, 3].map(() => migrateDb(base.adminUrl, { appPassword })));
    const app = openDb(done[0]?.appUrl ?? '');
    const clock = await app.query('SELECT version, offset_ms FROM business_clock');
    const calendars = await app.query('SELECT revision FROM calendar_revision');
    await app.end();
    expect(clock.rows).toEqual([{ version: 0, offset_ms: 0 }]);
    expect(calendars.rows).toHaveLength(1);
  });

  it('keeps the application from changing tables', async () => {
    const { appUrl } = await migrateDb(base.adminUrl, { appPassword: 'shixian-app-of-the-tests' });
    const app = openDb(appUrl);
    const refused = ['CREATE TABLE t (a int)', 'CREATE TEMP TABLE t (a int)', 'DROP TABLE case_event'];
    for (const statement of [...refused, 'ALTER TABLE case_event DISABLE TRIGGER ALL']) {
      await expect(app.query(statement), statement).rejects.toMatchObject({ code: '42501' });
    }
    await app.end();
  });
});
