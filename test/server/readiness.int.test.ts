import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { expect, it } from 'vitest';
import { openDb } from '../../db/client.ts';
import { folderStore } from '../../server/files/folder-store.ts';
import { createReadiness } from '../../server/readiness.ts';

it('PostgreSQL and Temporal are away: /readyz says so, and nothing that was asked beside it is left unheard', async () => {
  const unheard: unknown[] = [];
  const hear = (error: unknown): void => void unheard.push(error);
  process.on('unhandledRejection', hear);
  const db = openDb('postgres://nobody@127.0.0.1:9/none');
  const ready = createReadiness({
    db,
    auditDb: null,
    store: folderStore(mkdtempSync(join(tmpdir(), 'ready-'))),
    connection: Connection.lazy({ address: '127.0.0.1:9' }),
    namespace: 'none',
    production: true,
    state: { swept: true, stopping: false },
  });
  expect(await ready()).toMatchObject({
    ready: false,
    checks: { database: false, migrations: false, temporal: false },
    warnings: [],
    builds: [],
  });
  await nextTurn();
  await db.end();
  process.off('unhandledRejection', hear);
  expect(unheard).toEqual([]);
});
