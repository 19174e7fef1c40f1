import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyFacts } from '../../../db/journal/apply.ts';
import { createWorlds } from '../../../db/journal/worlds.ts';
import { openOperations } from '../../../db/seed/operations.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { longStory, publishTestFlow, stored, uuidOf } from '../../support/played-case.ts';

let base: TestDatabase;

beforeAll(async () => {
  base = await openTestDatabase();
  await publishTestFlow(base.admin);
  const { caseId, facts } = stored(longStory(), 'a case');
  await openOperations(base.app, caseId, facts);
  await applyFacts(base.app, createWorlds(base.app), { caseId, facts });
});
afterAll(() => base.close());

const changes = [`UPDATE case_event SET request_id = 'x'`, 'DELETE FROM case_event', 'TRUNCATE case_event'];
const publishedChanges = [`UPDATE flow_version SET sha256 = 'x'`, 'DELETE FROM flow_version', 'TRUNCATE flow_version'];

describe('the journal', () => {
  it.each(changes)('refuses the application: %s', async (statement) => {
    await expect(base.app.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(changes)('refuses even its owner: %s', async (statement) => {
    await expect(base.admin.query(statement)).rejects.toMatchObject({ code: '23001' });
  });

  it('refuses its owner in a session that turned triggers off', async () => {
    const client = await base.admin.connect();
    await client.query('SET session_replication_role = replica');
    await expect(client.query('DELETE FROM case_event')).rejects.toMatchObject({ code: '23001' });
    client.release(true);
  });
});

describe('a flow version', () => {
  it.each(publishedChanges)('once published refuses its owner: %s', async (statement) => {
    await expect(base.admin.query(statement)).rejects.toMatchObject({ code: '23001' });
  });

  it('can be edited and deleted by the application while it is a draft', async () => {
    await base.app.query(
      `INSERT INTO flow_version (id, item_code, version, status, definition, sha256, findings, drafted_by)
      SELECT $1, item_code, 2, 'draft', definition, 'draft', '[]', $1 FROM flow_version WHERE version = 1`,
      [uuidOf('draft')],
    );
    const where = `WHERE status = 'draft'`;
    expect((await base.app.query(`UPDATE flow_version SET revision = 2 ${where}`)).rowCount).toBe(1);
    expect((await base.app.query(`DELETE FROM flow_version ${where}`)).rowCount).toBe(1);
  });
});

describe('the rights of the application', () => {
  it.each([
    'UPDATE case_text SET content = NULL',
    'DELETE FROM intent',
    'DELETE FROM message',
    'DELETE FROM case_head',
  ])('do not reach as far as: %s', async (statement) => {
    await expect(base.app.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
