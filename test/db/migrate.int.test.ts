import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDb } from '../../db/client.ts';
import { migrateDb } from '../../db/migrate.ts';
import { nationalCalendar } from '../../domain/clock/calendar.ts';
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
    const calendars = await app.query('SELECT region, revision, snapshot FROM calendar_revision ORDER BY revision');
    await app.end();
    expect(clock.rows).toEqual([{ version: 0, offset_ms: 0 }]);
    const known = [1, 2].map((revision) => ({ region: '000000', revision }));
    expect(calendars.rows).toEqual(known.map((named) => ({ ...named, snapshot: nationalCalendar(named) })));
  });

  it('numbers the calendar that cases of before rules 3 name by a text', async () => {
    const older = await openTestDatabase({ migrated: false });
    const file = new URL('../../db/migrations/0009_calendar_regions.sql', import.meta.url);
    await older.admin.query('CREATE TABLE calendar_revision (revision text PRIMARY KEY, snapshot jsonb NOT NULL)');
    const text = nationalCalendar('cn-2026.1');
    await older.admin.query('INSERT INTO calendar_revision VALUES ($1, $2)', [text.revision, JSON.stringify(text)]);
    await older.admin.query(readFileSync(file, 'utf8'));
    const { rows } = await older.admin.query('SELECT region, revision, snapshot FROM calendar_revision');
    await older.close();
    const first = { region: '000000', revision: 1 };
    expect(rows).toEqual([{ ...first, snapshot: nationalCalendar(first) }]);
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
