import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemSeeds } from '../../../db/seed/items/index.ts';
import type { Role } from '../../../domain/people/roles.ts';
import { openTestApi } from '../../support/api.ts';
import type { TestApi } from '../../support/api.ts';

let api: TestApi;
const seed = itemSeeds.find(({ item }) => item.departmentId === 'sy-water');
const code = seed?.item.code ?? '';
let flowId = '';

beforeAll(async () => {
  api = await openTestApi();
  const body = { definition: seed?.definition };
  flowId = (await api.send('departmentAdmin', 'POST', `/items/${code}/flows`, { body })).json<{ id: string }>().id;
});
afterAll(async () => api.close());

interface Act {
  readonly act: string;
  readonly refusedBecause?: { readonly code: string; readonly detail: string };
}

/** Each act with the code of its refusal, or free. */
async function actsOf(who: Role): Promise<Record<string, string>> {
  const { acts } = (await api.send(who, 'GET', `/flows/${flowId}`)).json<{ acts: Act[] }>();
  return Object.fromEntries(acts.map(({ act, refusedBecause }) => [act, refusedBecause?.code ?? 'free']));
}

const found = async (query: string) =>
  (await api.send(null, 'GET', `/guide/items${query}`))
    .json<{ items: { code: string }[] }>()
    .items.map((item) => item.code);

describe('a version of a flow', () => {
  it('tells each viewer what may be done with it and why not, as the routes answer', async () => {
    expect(await actsOf('caseOfficer')).toEqual({ edit: 'not-allowed', check: 'not-allowed', publish: 'not-allowed' });
    expect(await actsOf('departmentAdmin')).toEqual({ edit: 'free', check: 'free', publish: 'flow-not-checked' });
    await api.send('departmentAdmin', 'POST', `/flows/${flowId}/check`);
    expect(await actsOf('departmentAdmin')).toEqual({ edit: 'free', check: 'free', publish: 'flow-same-person' });
    expect(await actsOf('catalogueAdmin')).toEqual({ edit: 'free', check: 'free', publish: 'free' });
  });

  it('is counted among the drafts of its item until it is published', async () => {
    const row = async () =>
      (await api.send('caseOfficer', 'GET', '/items'))
        .json<{ items: { code: string; publishedVersion: number | null; drafts: number }[] }>()
        .items.find((item) => item.code === code);
    expect(await row()).toMatchObject({ publishedVersion: null, drafts: 1 });
    await api.send('catalogueAdmin', 'POST', `/flows/${flowId}/publish`);
    expect(await row()).toMatchObject({ publishedVersion: 1, drafts: 0 });
    const published = { edit: 'flow-not-draft', check: 'flow-not-draft', publish: 'flow-not-draft' };
    expect(await actsOf('catalogueAdmin')).toEqual(published);
  });

  it('names who drafted and who published it, and how many cases run under it', async () => {
    const list = (await api.send('departmentAdmin', 'GET', `/items/${code}/flows`)).json();
    expect(list).toMatchObject({
      draft: { title: '起草新版本' },
      items: [
        {
          version: 1,
          draftedByName: api.personOf('departmentAdmin').name,
          publishedByName: api.personOf('catalogueAdmin').name,
          runningCases: 0,
          errors: 0,
        },
      ],
    });
    const refused = (await api.send('caseOfficer', 'GET', `/items/${code}/flows`)).json();
    expect(refused).toMatchObject({ draft: { refusedBecause: { code: 'not-allowed' } } });
  });
});

describe('the search of the guide', () => {
  it('finds by words of name, code and department, and shows only what can be applied for', async () => {
    expect(await found('')).toEqual([code]);
    expect(await found('?q=' + encodeURIComponent('取水'))).toEqual([code]);
    expect(await found('?q=' + encodeURIComponent('沈阳 取水'))).toEqual([code]);
    expect(await found(`?q=${code.slice(4, 12).toLowerCase()}`)).toEqual([code]);
    expect(await found('?q=' + encodeURIComponent('取水 食品'))).toEqual([]);
    expect(await found('?q=' + encodeURIComponent('%'))).toEqual([]);
    expect(await found('?q=' + encodeURIComponent('食品'))).toEqual([]);
  });

  it('narrows to one department', async () => {
    expect(await found('?departmentId=sy-water')).toEqual([code]);
    expect(await found('?departmentId=sy-market')).toEqual([]);
  });
});
