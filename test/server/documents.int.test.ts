import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../contract/routes.ts';
import type { Role } from '../../domain/people/roles.ts';
import { openAppOver, openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { code } from '../support/filed-case.ts';
import { textOf } from '../support/pdf-text.ts';
import {
  documentApplicant as applicant,
  documentWords as words,
  publishDocumented,
  restoreGuide,
  storeDocumented,
} from '../support/documented-case.ts';

let api: TestApi;
let caseId: string;

const storeCase = async (caseNo: string, told?: readonly string[]): Promise<string> =>
  storeDocumented(api, { caseNo, ...(told && { told }) });

beforeAll(async () => {
  api = await openTestApi();
  await publishDocumented(api);
  caseId = await storeCase('77');
});
afterAll(async () => api.close());

const officer: Role = 'caseOfficer';
const listed = async (who: Role = officer) =>
  (await api.send(who, 'GET', `/cases/${caseId}/documents`)).json<OkOf<'listDocuments'>>();
const seqOf = async (kind: string) => (await listed()).items.find((one) => one.kind === kind)?.seq ?? 0;

describe('the documents of a case', () => {
  it('are listed in their order, with what each lacks', async () => {
    const { items, drafts } = await listed();
    expect(items.map(({ kind, number, missing, printed }) => [kind, number, missing.length, printed])).toEqual([
      ['receipt', null, 0, 0],
      ['acceptanceNotice', '受1', 0, 0],
      ['refusalDecision', '沈水决字〔2026〕77号', 0, 0],
    ]);
    expect(drafts).toEqual([]);
    expect((await listed('certificateClerk')).drafts.map(({ kind, orders }) => [kind, orders])).toEqual([
      ['serviceReturn', ['deliver']],
    ]);
  });

  it('are those of a case for who handles it, and of no case for others', async () => {
    const seq = await seqOf('refusalDecision');
    const urls = [`/cases/${caseId}/documents`, `/cases/${caseId}/documents/${seq}/pdf`];
    for (const url of urls) {
      expect((await api.send(null, 'GET', url)).statusCode).toBe(401);
      expect([url, (await api.send('supervisor', 'GET', url)).statusCode]).toEqual([url, 403]);
      expect((await api.send('systemAdmin', 'GET', url)).statusCode).toBe(404);
    }
    expect((await api.send('supervisor', 'POST', `/cases/${caseId}/documents/${seq}/prints`)).statusCode).toBe(403);
    expect((await api.send(officer, 'GET', `/cases/${caseId}/documents/2/pdf`)).statusCode).toBe(404);
    for (const odd of ['0', '-1', '1e3', '99999999999']) {
      expect([odd, (await api.send(officer, 'GET', `/cases/${caseId}/documents/${odd}/pdf`)).statusCode]).toEqual([
        odd,
        404,
      ]);
    }
  });

  it('come out with every word of their facts, and byte for byte again whatever is renamed meanwhile', async () => {
    const url = `/cases/${caseId}/documents/${await seqOf('refusalDecision')}/pdf`;
    const first = await api.send(officer, 'GET', url);
    expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'application/pdf']);
    const text = await textOf(first.rawPayload);
    const told = ['不予行政许可决定书', '沈水决字〔2026〕77号', applicant, '2026年3月4日', words.reasons, words.remedy];
    for (const one of told) expect(text).toContain(one);
    await api.database.admin.query(`UPDATE department SET name = '改名以后的局' WHERE id = 'sy-water'`);
    const again = await api.send('windowClerk', 'GET', url);
    expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
    const entry = `SELECT subject, details FROM audit_entry WHERE kind = 'documentOpened'`;
    const { rows } = await api.database.audit.query(entry);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ subject: '77', details: { title: '不予行政许可决定书 沈水决字〔2026〕77号' } });
  });

  it('keep their bytes where the files are: a release that sets them otherwise hands out what went out', async () => {
    const url = `/cases/${caseId}/documents/${await seqOf('acceptanceNotice')}/pdf`;
    const first = (await api.send(officer, 'GET', url)).rawPayload;
    const sha256 = createHash('sha256').update(first).digest('hex');
    expect(await api.deps.files.store.head(sha256)).toBe(first.length);
    const named = `SELECT b.kind, b.scan FROM case_document d JOIN blob b USING (sha256) WHERE d.sha256 = $1`;
    expect((await api.database.app.query(named, [sha256])).rows).toEqual([{ kind: 'pdf', scan: 'clean' }]);
    const other = await openAppOver({
      ...api.deps,
      documents: { ...api.deps.documents, site: 'https://elsewhere.example.org' },
    });
    const opened = async () => other.app.inject({ url: `/api/v1${url}`, headers: await api.bearerOf(officer) });
    expect((await opened()).rawPayload.equals(first)).toBe(true);
    // Where the content is gone, as after a restore without its files, the kept words are set once more.
    await api.deps.files.store.remove(sha256);
    const setAgain = (await opened()).rawPayload;
    expect([setAgain.equals(first), await textOf(setAgain)]).toEqual([false, await textOf(first)]);
    await other.app.close();
  });

  it('are printed once as they are and marked from the second time on, by the register', async () => {
    const seq = await seqOf('acceptanceNotice');
    const print = async () => api.send(officer, 'POST', `/cases/${caseId}/documents/${seq}/prints`);
    const [first, second] = [await print(), await print()];
    expect(await textOf(first.rawPayload)).not.toContain('补打');
    expect(await textOf(second.rawPayload)).toContain('补打（第2次打印）');
    await Promise.all(Array.from({ length: 6 }, print));
    const item = (await listed()).items.find((one) => one.seq === seq);
    expect([item?.printed, typeof item?.printedAt]).toEqual([8, 'string']);
    const change = api.database.app.query('UPDATE document_print SET nth = 99');
    await expect(change).rejects.toThrow(/permission denied/);
    await expect(api.database.admin.query('DELETE FROM case_document')).rejects.toThrow();
  });

  it('are printed on A4; the receipt as two copies or on a roll too, each a print of the register', async () => {
    const print = async (kind: string, layout: string) =>
      api.send(officer, 'POST', `/cases/${caseId}/documents/${await seqOf(kind)}/prints?layout=${layout}`);
    const refused = await print('acceptanceNotice', 'roll');
    expect([refused.statusCode, code(refused)]).toEqual([409, 'document-layout-not-offered']);
    expect((await print('receipt', 'a5')).statusCode).toBe(400);
    expect(await textOf((await print('receipt', 'copies')).rawPayload)).toMatch(/（申请人联）.*（存根联）/);
    const roll = await textOf((await print('receipt', 'roll')).rawPayload);
    expect(roll).toContain('补打（第2次打印）');
    expect(roll).not.toContain('存根联');
    const view = async (kind: string, layout: string) =>
      api.send(officer, 'GET', `/cases/${caseId}/documents/${await seqOf(kind)}/pdf?layout=${layout}`);
    expect(code(await view('acceptanceNotice', 'copies'))).toBe('document-layout-not-offered');
    const looked = await textOf((await view('receipt', 'copies')).rawPayload);
    expect(looked).toMatch(/（申请人联）.*（存根联）/);
    expect(looked).not.toContain('补打');
    expect((await listed()).items.find(({ kind }) => kind === 'receipt')?.printed).toBe(2);
  });

  it('are refused by name while something they must contain is missing', async () => {
    await api.database.admin.query(`UPDATE item SET guide = '{}' WHERE name = '测试事项'`);
    const other = await storeCase('78');
    const items = (await api.send(officer, 'GET', `/cases/${other}/documents`)).json<OkOf<'listDocuments'>>().items;
    const notice = items.find(({ kind }) => kind === 'acceptanceNotice');
    expect(notice?.missing).toEqual([{ zh: '监督投诉方式', en: 'where to complain' }]);
    const answer = await api.send(officer, 'GET', `/cases/${other}/documents/${notice?.seq}/pdf`);
    expect([answer.statusCode, code(answer)]).toEqual([409, 'document-incomplete']);
    expect(answer.json<{ detail: string }>().detail).toBe(
      '受理通知书缺少：监督投诉方式。请目录管理员在该事项的“指南要素”中填写后再办理。',
    );
    const { rows } = await api.database.admin.query('SELECT 1 FROM case_document WHERE case_id = $1', [other]);
    expect(rows).toEqual([]);
    await restoreGuide(api);
  });
});

describe('what is served', () => {
  const deliver = { type: 'deliver', stepId: 'delivery', mode: 'collected', servedOn: '2026-03-05', recipient: '王某' };
  const serve = async (id: string) =>
    api.send('certificateClerk', 'POST', `/cases/${id}/orders`, { body: deliver, headers: { 'idempotency-key': id } });
  const kept = async (id: string) =>
    (await api.database.app.query('SELECT kind FROM case_document WHERE case_id = $1', [id])).rows;

  it('is not served while it cannot be made out, and the answer names what it lacks', async () => {
    const id = await storeCase('81', [words.applicant, words.reasons]);
    const answer = await serve(id);
    expect([answer.statusCode, code(answer)]).toEqual([409, 'document-incomplete']);
    expect(answer.json<{ detail: string }>().detail).toBe('不予行政许可决定书缺少：救济途径。');
    expect(await kept(id)).toEqual([]);
  });

  it('no act is done whose paper would lack what the guide does not say', async () => {
    const id = await storeCase('83');
    const order = { type: 'accept', stepId: 'acceptance', documentNo: '受1' };
    const accept = async () =>
      api.send('windowClerk', 'POST', `/cases/${id}/orders`, {
        body: order,
        headers: { 'idempotency-key': `${id}-a` },
      });
    await api.database.admin.query(`UPDATE item SET guide = '{"complaints":"待填写"}' WHERE name = '测试事项'`);
    const answer = await accept();
    expect([answer.statusCode, answer.json<{ detail: string }>().detail]).toEqual([
      409,
      '受理通知书缺少：监督投诉方式。请目录管理员在该事项的“指南要素”中填写后再办理。',
    ]);
    await restoreGuide(api);
    expect(code(await accept())).not.toBe('document-incomplete');
  });

  it('is made out before it is served', async () => {
    const id = await storeCase('82');
    await serve(id);
    expect(await kept(id)).toEqual([{ kind: 'refusalDecision' }]);
  });
});

describe('a draft', () => {
  const taken = { mode: 'collected', takenBy: 'applicant', recipient: '王某' };
  const deliver = { type: 'deliver', stepId: 'delivery', servedOn: '2026-03-05', ...taken };
  const draft = async (who: Role, body: unknown) => api.send(who, 'POST', `/cases/${caseId}/drafts`, { body });

  it('is what the act would make, with its words, marked, and records nothing', async () => {
    const tables = ['case_event', 'case_text', 'intent', 'case_document', 'audit_entry'];
    const counts = async () =>
      Promise.all(
        tables.map(async (table) => (await api.database.admin.query(`SELECT count(*) FROM ${table}`)).rows[0]),
      );
    const before = await counts();
    const answer = await draft('certificateClerk', deliver);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    const text = await textOf(answer.rawPayload);
    for (const one of ['草稿', '送达回证', '王某', '2026年3月5日', '窗口领取']) expect(text).toContain(one);
    expect(text).not.toContain('核验码');
    expect(await counts()).toEqual(before);
  });

  it('of a document whose number the register will give says that it is to come', async () => {
    const other = await storeDocumented(api, { caseNo: '79', isDecided: false });
    const drafted = async (who: Role, body: object) =>
      textOf((await api.send(who, 'POST', `/cases/${other}/drafts`, { body })).rawPayload);
    const numbered = await drafted('approver', { type: 'makeDecision', stepId: 'decision', outcome: 'grant' });
    for (const one of ['准予行政许可决定书', '（编号待定）']) expect(numbered).toContain(one);
    const own = await drafted('windowClerk', { type: 'withdraw', statement: '项目调整，不再申请' });
    for (const one of ['终止办理通知书', '项目调整，不再申请']) expect(own).toContain(one);
    expect(own).not.toContain('编号待定');
  });

  it('is refused as the act would be, and where the act makes none', async () => {
    expect(code(await draft('certificateClerk', { ...deliver, servedOn: '2026-03-01' }))).toBe('served-on-invalid');
    expect(code(await draft('reviewer', deliver))).toBe('not-allowed');
    const contact = {
      type: 'changeContact',
      contact: { name: '张', phone: '13800000000' },
      address: '某街',
      eDelivery: true,
    };
    expect(code(await draft('windowClerk', contact))).toBe('order-without-document');
    const correction = { type: 'correctDocument', wrong: '甲', right: '乙', basis: '登记簿', documentNo: '更1' };
    for (const documentSeq of [2, 999]) {
      const answer = await draft('windowLead', { ...correction, documentSeq });
      expect([answer.statusCode, code(answer)]).toEqual([422, 'no-such-document']);
    }
    const unread = await draft('windowLead', { ...correction, documentSeq: 1, wrong: '文书中没有的文字' });
    expect([unread.statusCode, code(unread)]).toEqual([422, 'words-not-in-document']);
    expect(unread.json<{ errors: { pointer: string }[] }>().errors[0]?.pointer).toBe('/wrong');
    const read = { ...correction, documentSeq: 1, wrong: '沈阳浑河 供水' };
    expect((await draft('windowLead', read)).statusCode).toBe(200);
    expect((await draft('certificateClerk', { type: 'deliver' })).statusCode).toBe(400);
    expect((await draft('certificateClerk', { type: 'nothing' })).statusCode).toBe(400);
  });
});
