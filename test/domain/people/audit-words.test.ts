import { describe, expect, it } from 'vitest';
import { readAudit } from '../../../domain/people/audit-words.ts';
import type { AuditBook } from '../../../domain/people/audit-words.ts';
import type { AuditEntry } from '../../../domain/people/audit.ts';

const departments: Readonly<Record<string, string>> = { water: '沈阳市水务局', health: '沈阳市卫生健康委员会' };
const book: AuditBook = {
  person: (id) => (id === 'new' ? '江新来（jiangxinlai）' : id),
  department: (id) => departments[id] ?? id,
  route: () => '设置岗位',
  refusal: (_code, language) => (language === 'zh' ? '须由他人办理' : 'Another person must do it'),
};
const read = (entry: Omit<AuditEntry, 'kind'>) => readAudit({ kind: 'accountMade', ...entry }, book, 'zh');

describe('fault: an entry of the audit', () => {
  it('names an account once, and says what was there before it only where something was', () => {
    const made = { login: 'jiangxinlai', name: '江新来' };
    expect(read({ account: 'new', details: { ...made, homes: [null, 'water'] } })).toBe(
      '江新来（jiangxinlai）；所属部门：沈阳市水务局',
    );
    expect(read({ account: 'gone', details: made })).toBe('gone；江新来；用户名：jiangxinlai');
    expect(read({ account: 'new', details: { homes: ['water', 'health'] } })).toBe(
      '江新来（jiangxinlai）；所属部门由沈阳市水务局改为沈阳市卫生健康委员会',
    );
  });

  it('says posts as they changed', () => {
    const [clerk, officer] = [
      { role: 'windowClerk', departmentId: 'water' },
      { role: 'caseOfficer', departmentId: 'water' },
    ] as const;
    const posts = (before: readonly (typeof clerk | typeof officer)[], after: typeof before) =>
      read({ details: { before, after } });
    expect(posts([], [clerk])).toBe('岗位设为沈阳市水务局综合窗口受理员');
    expect(posts([clerk], [officer])).toBe('岗位由沈阳市水务局综合窗口受理员改为沈阳市水务局承办人');
    expect(posts([clerk], [])).toBe('撤去岗位：沈阳市水务局综合窗口受理员');
    expect(posts([], [])).toBe('没有岗位');
  });

  it('shows the mark of a login only where there is no account', () => {
    const details = { mark: '1fd7', locked: true } as const;
    expect(read({ account: 'new', details })).toBe('江新来（jiangxinlai）；多次输错，已锁定，没有核对密码');
    expect(read({ details: { mark: '1fd7' } })).toBe('没有这个用户名（所填内容不记录，以代号 1fd7 代替）');
  });

  it('says how a list was narrowed in words, and keeps what it has no word for', () => {
    const filter = (words: string) => read({ details: { list: 'listWarnings', filter: words, rows: 3 } });
    expect(filter('list to=scope')).toBe('预警；条件：职责范围内；共 3 行');
    expect(filter('list level=red departmentId=water')).toBe('预警；条件：级别：红牌，部门：沈阳市水务局；共 3 行');
    expect(filter('list level=undefined')).toBe('预警；共 3 行');
    expect(filter('kind=postsSet from=2026-03-01 to=2026-03-02')).toBe(
      '预警；条件：种类：设置岗位，自：2026-03-01，至：2026-03-02；共 3 行',
    );
    expect(filter('answer=waits phase=requested matter=identity')).toBe(
      '预警；条件：待签收，待批准启动，身份待核验；共 3 行',
    );
    expect(filter('other=thing')).toBe('预警；条件：other=thing；共 3 行');
  });

  it('says what was asked for and why it was refused', () => {
    expect(read({ account: 'new', details: { route: 'setPosts', refusal: 'four-eyes' } })).toBe(
      '江新来（jiangxinlai）；请求：设置岗位；原因：须由他人办理',
    );
  });
});
