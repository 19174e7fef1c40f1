import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clamdScanner } from '../../server/files/clamd.ts';
import type { Files } from '../../server/files/open-files.ts';
import { scanWaiting } from '../../server/files/scan.ts';
import { openTestApi, openTestFiles } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { eicar, openClamd } from '../support/clamd.ts';
import type { TestClamd } from '../support/clamd.ts';
import { pdf } from '../support/file-samples.ts';
import { code, fileCase } from '../support/filed-case.ts';
import type { FiledCase } from '../support/filed-case.ts';
import { bring } from '../support/uploads.ts';

let clamd: TestClamd;
let api: TestApi;
let files: Files;
let filed: FiledCase;
const heard: unknown[] = [];

beforeAll(async () => {
  clamd = await openClamd();
  const plain = await openTestFiles();
  files = { ...plain, scanner: clamdScanner(clamd), heard: (error) => heard.push(error) };
  api = await openTestApi({}, undefined, files);
  filed = await fileCase(api, 'SCANNED');
});
afterAll(async () => {
  await api.close();
  await clamd.close();
});

const brought = async (name: string, bytes: Uint8Array) =>
  bring(api, 'caseOfficer', { caseId: filed.caseId, materialId: filed.materialId, name, bytes });
const open = async (fileId: string) => api.send('caseOfficer', 'GET', `/files/${fileId}/content`);
const seen = async (fileId: string) => (await filed.list()).find((file) => file.fileId === fileId);

describe('a virus scanner', () => {
  it('lets open what it found clean, of many parts too, and keeps what it found something in for nobody', async () => {
    const clean = await brought('clean.pdf', pdf(900_000, 'clean'));
    expect(await seen(clean)).toMatchObject({ state: 'kept', scan: 'clean', mayOpen: true });
    expect((await open(clean)).statusCode).toBe(200);
    const infected = await brought('bad.pdf', Buffer.concat([pdf(400_000), Buffer.from(eicar), pdf(50)]));
    expect(await seen(infected)).toMatchObject({ state: 'kept', scan: 'infected', mayOpen: false });
    expect([(await open(infected)).statusCode, code(await open(infected))]).toEqual([409, 'file-in-quarantine']);
    const bundle = await api.send('caseOfficer', 'GET', `/cases/${filed.caseId}/files.zip`);
    expect(bundle.rawPayload.includes(eicar)).toBe(false);
    expect(bundle.rawPayload.includes('clean.pdf')).toBe(true);
    const lifted = `UPDATE blob SET scan = 'clean' WHERE scan = 'infected'`;
    await expect(api.database.admin.query(lifted)).rejects.toThrow(/expected content/);
  });

  it('that is away loses nothing: the file is kept, waits unopened, and is judged when the scanner is back', async () => {
    const { scanner } = files;
    Object.assign(files, { scanner: clamdScanner({ host: '127.0.0.1', port: 9 }) });
    const waits = await brought('waits.pdf', pdf(300, 'waits'));
    expect(heard).toHaveLength(1);
    expect(await seen(waits)).toMatchObject({ state: 'kept', scan: 'waiting', mayOpen: false });
    expect(code(await open(waits))).toBe('file-in-quarantine');
    await expect(scanWaiting(api.database.app, files)).rejects.toThrow(/ECONNREFUSED/);
    Object.assign(files, { scanner });
    expect(await scanWaiting(api.database.app, files)).toBe(1);
    expect((await open(waits)).statusCode).toBe(200);
    expect(await scanWaiting(api.database.app, files)).toBe(0);
  });

  it('that is set later judges what came before; one that was infected stays shut when none is set', async () => {
    const { scanner } = files;
    Object.assign(files, { scanner: null });
    const unscanned = await brought('before.pdf', pdf(300, 'before'));
    expect(await seen(unscanned)).toMatchObject({ scan: 'off', mayOpen: true });
    const infected = (await filed.list()).find(({ scan }) => scan === 'infected');
    expect(code(await open(infected?.fileId ?? ''))).toBe('file-in-quarantine');
    Object.assign(files, { scanner });
    expect(code(await open(unscanned))).toBe('file-in-quarantine');
    expect(await scanWaiting(api.database.app, files)).toBe(1);
    expect((await open(unscanned)).statusCode).toBe(200);
    console.log(`scanned by ${clamd.real ? 'clamd' : 'a server of its protocol'}`);
  });
});
