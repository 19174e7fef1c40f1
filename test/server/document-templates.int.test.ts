import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OkOf } from '../../contract/routes.ts';
import type { Role } from '../../domain/people/roles.ts';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { documentApplicant, documentWords, publishDocumented, storeDocumented } from '../support/documented-case.ts';
import { textOf } from '../support/pdf-text.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await publishDocumented(api);
});
afterAll(async () => api.close());

const one = { departmentId: 'sy-water', kind: 'refusalDecision' } as const;
const [opening, closing] = ['感谢您对本市水资源保护工作的支持。', '如需咨询，请到三楼取水窗口。'];
const send = async (who: Role, method: 'GET' | 'PUT' | 'POST', part: string, body?: object) =>
  api.send(who, method, `/document-templates${part}`, body === undefined ? {} : { body });
const codeOf = (answer: { json: <T>() => T }) => answer.json<{ code?: string }>().code;
const rowOf = async (who: Role) => {
  const { items } = (await send(who, 'GET', '')).json<OkOf<'documentTemplates'>>();
  return items
    .find(({ departmentId }) => departmentId === one.departmentId)
    ?.kinds.find(({ kind }) => kind === one.kind);
};
const proposed = async () => {
  const { version = 0, proposedAt = '' } = (await rowOf('sectionChief'))?.proposed ?? {};
  return { ...one, version, proposedAt };
};

/** The refusal of a case, as it goes out. */
async function refusalOf(caseId: string): Promise<Buffer> {
  const { items } = (await api.send('caseOfficer', 'GET', `/cases/${caseId}/documents`)).json<OkOf<'listDocuments'>>();
  const seq = items.find(({ kind }) => kind === one.kind)?.seq ?? 0;
  return (await api.send('caseOfficer', 'GET', `/cases/${caseId}/documents/${seq}/pdf`)).rawPayload;
}

it('a template is proposed, tried on a document that was made, and put in force by a second person as it was looked at', async () => {
  expect(codeOf(await send('departmentAdmin', 'POST', '/sample', { ...one, closing }))).toBe('template-no-sample');
  const before = await storeDocumented(api, { caseNo: '601' });
  const went = await refusalOf(before);
  const sample = await send('departmentAdmin', 'POST', '/sample', { ...one, opening, closing });
  expect(await textOf(sample.rawPayload)).toMatch(
    new RegExp(`${opening}.*${documentWords.reasons}.*${closing}.*本页为文书预览，不具有法律效力。`),
  );
  expect(await textOf(sample.rawPayload)).not.toContain(documentApplicant);
  expect(codeOf(await send('departmentAdmin', 'PUT', '', { ...one, opening: '　', closing: null }))).toBe(
    'template-empty',
  );
  const braced = await send('departmentAdmin', 'PUT', '', { ...one, opening: '关于{号}：', closing });
  expect([braced.statusCode, braced.json()]).toEqual([
    422,
    expect.objectContaining({ code: 'template-left-open', errors: [expect.objectContaining({ pointer: '/opening' })] }),
  ]);
  expect(codeOf(await send('departmentAdmin', 'POST', '/sample', { ...one, closing: '电话：待填写' }))).toBe(
    'template-left-open',
  );
  expect((await send('departmentAdmin', 'PUT', '', { ...one, closing })).statusCode).toBe(204);
  const looked = await proposed();
  expect(codeOf(await send('departmentAdmin', 'POST', '/in-force', looked))).toBe('template-same-person');
  expect((await send('departmentAdmin', 'PUT', '', { ...one, opening, closing })).statusCode).toBe(204);
  expect(codeOf(await send('sectionChief', 'POST', '/in-force', looked))).toBe('template-not-proposed');
  expect((await send('sectionChief', 'POST', '/in-force', await proposed())).statusCode).toBe(204);
  expect(await rowOf('sectionChief')).toMatchObject({ inForce: { version: 1, opening, closing }, proposed: null });

  const after = await textOf(await refusalOf(await storeDocumented(api, { caseNo: '602' })));
  expect(after).toMatch(new RegExp(`${opening}.*${documentWords.reasons}.*${documentWords.remedy}.*${closing}`));
  expect((await refusalOf(before)).equals(went)).toBe(true);
});

it('a version in force never changes: the next words are the next version', async () => {
  expect((await send('sectionChief', 'PUT', '', { ...one, closing: '第二版。' })).statusCode).toBe(204);
  expect((await rowOf('sectionChief'))?.inForce).toMatchObject({ version: 1, closing });
  expect((await send('departmentAdmin', 'POST', '/in-force', await proposed())).statusCode).toBe(204);
  expect(await rowOf('sectionChief')).toMatchObject({ inForce: { version: 2 }, earlier: [{ version: 1 }] });
});

it('is kept by who answers for the department or administers it, and by nobody else', async () => {
  for (const who of ['caseOfficer', 'supervisor', 'systemAdmin'] as const) {
    const answers = [
      await send(who, 'PUT', '', { ...one, closing }),
      await send(who, 'POST', '/sample', { ...one, closing }),
      await send(who, 'POST', '/in-force', { ...one, version: 1, proposedAt: '2026-11-28T00:00:00.000+08:00' }),
    ];
    expect([who, ...answers.map(codeOf)]).toEqual([who, 'not-allowed', 'not-allowed', 'not-allowed']);
  }
});
