import { describe, expect, it } from 'vitest';
import { findAccounts, findColleagues } from '../../../console/people/find-accounts.ts';
import type { Sought, User } from '../../../console/people/find-accounts.ts';

const post = (departmentId: string, role: User['posts'][number]['role']) => ({
  departmentId,
  departmentName: departmentId,
  role,
  roleTitle: role,
  regionCode: '210100',
});
const user = (login: string, name: string, more: Partial<User> = {}): User => ({
  id: login,
  login,
  name,
  disabled: false,
  locked: false,
  home: null,
  posts: [],
  ...more,
});
const all = [
  user('jiang', '江迎春', { posts: [post('sy-water', 'windowClerk'), post('sy-housing', 'reviewer')] }),
  user('bai', '白承文', { posts: [post('sy-health', 'caseOfficer')], locked: true }),
  user('gone', '江去', { locked: true, disabled: true }),
];
const found = (sought: Sought) => findAccounts(all, sought).map(({ login }) => login);

it('finds colleagues by words of the name and by a role that they hold', () => {
  const names = (sought: Sought) => findColleagues(all, sought).map(({ id }) => id);
  expect(names({})).toEqual(['jiang', 'bai', 'gone']);
  expect(names({ find: ' 江 ' })).toEqual(['jiang', 'gone']);
  expect(names({ find: '江', role: 'reviewer' })).toEqual(['jiang']);
  expect(names({ role: 'approver' })).toEqual([]);
});

describe('the list of accounts', () => {
  it('is sought by words in name and login, in whatever case', () => {
    expect([found({ find: '江' }), found({ find: ' BAI ' }), found({})]).toEqual([
      ['jiang', 'gone'],
      ['bai'],
      ['jiang', 'bai', 'gone'],
    ]);
  });

  it('is sought by department and role of one and the same post', () => {
    expect(found({ department: 'sy-water' })).toEqual(['jiang']);
    expect(found({ role: 'reviewer' })).toEqual(['jiang']);
    expect(found({ department: 'sy-water', role: 'reviewer' })).toEqual([]);
  });

  it('is found in the department it belongs to, also while it has no post', () => {
    const home = { departmentId: 'sy-water', departmentName: '沈阳市水务局', regionCode: '210100' };
    const fresh = [...all, user('new', '江新来', { home })];
    const logins = (sought: Sought) => findAccounts(fresh, sought).map(({ login }) => login);
    expect(logins({ department: 'sy-water' })).toEqual(['jiang', 'new']);
    expect(logins({ department: 'sy-water', role: 'windowClerk' })).toEqual(['jiang']);
  });

  it('tells a locked account from a disabled one that is locked too', () => {
    expect([found({ state: 'locked' }), found({ state: 'disabled' }), found({ state: 'enabled' })]).toEqual([
      ['bai'],
      ['gone'],
      ['jiang'],
    ]);
  });
});
