import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OkOf } from '../../contract/routes.ts';
import type { Role } from '../../domain/people/roles.ts';
import { openTestApi } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import {
  documentApplicant as applicant,
  documentWords as words,
  publishDocumented,
  storeDocumented,
} from '../support/documented-case.ts';
import { digestOf } from '../support/driven-case.ts';
import { textOf } from '../support/pdf-text.ts';
import type { Scene } from '../support/scene.ts';

let api: TestApi;
let caseId: string;

beforeAll(async () => {
  api = await openTestApi();
  await publishDocumented(api);
  caseId = await storeDocumented(api, { caseNo: '77' });
});
afterAll(async () => api.close());

const officer: Role = 'caseOfficer';
const seqOf = async (kind: string) => {
  const { items } = (await api.send(officer, 'GET', `/cases/${caseId}/documents`)).json<OkOf<'listDocuments'>>();
  return items.find((one) => one.kind === kind)?.seq ?? 0;
};

/** What stands on a paper to check it by. */
const codeIn = (text: string) => /核验码：([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(text)?.[1] ?? '';
const check = async (number: string, given: string, address?: string) =>
  api.send(null, 'POST', '/documents/check', {
    body: { number, code: given },
    ...(address !== undefined && { address }),
  });

describe('a check of a document', () => {
  it('says what it is by number and code, masked, and its seal; and nothing to a wrong code', async () => {
    const seq = await seqOf('refusalDecision');
    const paper = await api.send(officer, 'GET', `/cases/${caseId}/documents/${seq}/pdf`);
    const right = codeIn(await textOf(paper.rawPayload));
    const number = '沈水决字〔2026〕77号';
    const answer = await check(number, right.toLowerCase().replace('-', ' '));
    expect(answer.statusCode).toBe(200);
    const found = answer.json<OkOf<'checkDocument'>>();
    expect(found).toMatchObject({
      number,
      itemName: '测试事项',
      on: '2026年3月4日',
      state: 'valid',
      later: [],
      isSealGood: true,
    });
    expect(found.applicant).toBe('沈****');
    expect(answer.body).not.toContain(applicant);
    expect(answer.body).not.toContain(words.reasons);
    for (const wrong of ['AAAAA-AAAAA', right.slice(0, -1), `${right}A`, '〔', '0'])
      expect([wrong, (await check(number, wrong)).statusCode]).toEqual([wrong, 404]);
    expect((await check('没有的号', right)).statusCode).toBe(404);
    expect((await check('', right)).statusCode).toBe(400);
  });

  it('finds a paper without a number by that of its case', async () => {
    const paper = await api.send(officer, 'GET', `/cases/${caseId}/documents/${await seqOf('receipt')}/pdf`);
    const answer = await check('77', codeIn(await textOf(paper.rawPayload)));
    expect([answer.statusCode, answer.json<OkOf<'checkDocument'>>().title.zh]).toEqual([200, '收件凭证']);
  });

  it('tells what came after it: a notice of an application that has ended', async () => {
    const withdraw = { type: 'withdraw', statement: 's' } as const;
    const id = await storeDocumented(api, {
      caseNo: '83',
      isDecided: false,
      after: (scene) => scene.must('2026-03-05', 'windowClerk', withdraw),
    });
    const items = (await api.send(officer, 'GET', `/cases/${id}/documents`)).json<OkOf<'listDocuments'>>().items;
    const seq = items.find(({ kind }) => kind === 'acceptanceNotice')?.seq ?? 0;
    const paper = await api.send(officer, 'GET', `/cases/${id}/documents/${seq}/pdf`);
    const found = (await check('受1', codeIn(await textOf(paper.rawPayload)))).json<OkOf<'checkDocument'>>();
    const title = { zh: '该申请已经终止办理', en: 'the application has ended since' };
    expect([found.state, found.later, found.about]).toEqual([
      'valid',
      [{ note: 'ended', on: '2026-03-05', number: null, title }],
      null,
    ]);
  });

  it('tells of a corrected paper by which one, and of the correction which paper it is of; the first stays byte for byte', async () => {
    const slip = { wrong: '受理日期三月四日', right: '受理日期三月三日', basis: '窗口登记簿' };
    const digests = { wrong: digestOf(slip.wrong), right: digestOf(slip.right), basis: digestOf(slip.basis) };
    const seqIn = (scene: Scene) => scene.facts.find(({ body }) => body.type === 'CaseAccepted')?.seq ?? 0;
    const id = await storeDocumented(api, {
      caseNo: '84',
      isDecided: false,
      told: [...Object.values(words), ...Object.values(slip)],
      after: (scene) => {
        const correction = { documentSeq: seqIn(scene), documentNo: '沈水更〔2026〕1号', ...digests };
        scene.must('2026-03-05', 'windowLead', { type: 'correctDocument', ...correction });
      },
    });
    const items = (await api.send(officer, 'GET', `/cases/${id}/documents`)).json<OkOf<'listDocuments'>>().items;
    const paperOf = async (kind: string) => {
      const seq = items.find((one) => one.kind === kind)?.seq ?? 0;
      return api.send(officer, 'GET', `/cases/${id}/documents/${seq}/pdf`);
    };
    const [notice, first] = [await paperOf('correctionNotice'), await paperOf('acceptanceNotice')];
    const text = await textOf(notice.rawPayload);
    for (const one of ['受理通知书》（编号：受1）', slip.wrong, slip.right, slip.basis]) expect(text).toContain(one);
    const checked = async (number: string, paper: string) =>
      (await check(number, codeIn(paper))).json<OkOf<'checkDocument'>>();
    const later = { note: 'corrected', on: '2026-03-05', number: '沈水更〔2026〕1号' };
    expect((await checked('受1', await textOf(first.rawPayload))).later).toMatchObject([later]);
    expect(items.find(({ kind }) => kind === 'acceptanceNotice')?.later).toMatchObject([later]);
    expect(await checked('沈水更〔2026〕1号', text)).toMatchObject({ about: '受1', later: [] });
    expect((await paperOf('acceptanceNotice')).rawPayload.equals(first.rawPayload)).toBe(true);
  });

  it('locks out who guesses, and nobody else', async () => {
    const number = '受1';
    const answers = [];
    for (let n = 0; n < 12; n += 1) answers.push((await check(number, `AAAAA-AAAA${n % 10}`, '10.9.9.9')).statusCode);
    expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 404));
    expect(answers.at(-1)).toBe(429);
    expect((await check(number, 'AAAAA-AAAAA', '10.9.9.8')).statusCode).toBe(404);
  });
});
