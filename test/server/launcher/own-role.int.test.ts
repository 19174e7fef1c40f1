import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeRole } from '../../../server/launcher/own-role.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';

const appPassword = 'shixian-app-of-the-tests';
let base: TestDatabase;
beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(async () => {
  await base.admin.query('COMMENT ON ROLE shixian_app IS NULL');
  await base.close();
});

test('fault I7: a second installation on a server is refused with a sentence, the first goes on', async () => {
  await takeRole(base.adminUrl, { owner: 'the data folder /one', appPassword });
  await takeRole(base.adminUrl, { owner: 'the data folder /one', appPassword });
  await expect(takeRole(base.adminUrl, { owner: 'the data folder /two', appPassword })).rejects.toMatchObject({
    exitCode: 75,
    message: expect.stringMatching(/^expected the role shixian_app .* but it is "shixian: of the data folder \/one"/),
  });
  await base.admin.query('COMMENT ON ROLE shixian_app IS NULL');
  await takeRole(base.adminUrl, { owner: 'the data folder /two', appPassword });
});
