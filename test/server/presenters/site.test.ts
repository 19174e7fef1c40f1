import { describe, expect, it } from 'vitest';
import { presentSite } from '../../../server/presenters/site.ts';

describe('what a browser may know before sign-in', () => {
  it('is nothing outside demonstrations: no login, no password', () => {
    expect(presentSite(false)).toEqual({ demo: null });
  });

  it('is the demo people with role and department in demonstrations', () => {
    const { demo } = presentSite(true);
    expect(demo?.users).toContainEqual({
      login: 'jiangchengwen',
      name: '江承文',
      posts: [{ role: 'caseOfficer', roleTitle: '承办人', departmentName: '沈阳市水务局' }],
    });
    expect(demo?.users.some(({ login }) => login === 'yanweian')).toBe(true);
    const several = demo?.users.find(({ login }) => login === 'jiangjianren')?.posts ?? [];
    expect(several.map(({ roleTitle, departmentName }) => `${departmentName} ${roleTitle}`)).toEqual([
      '沈阳市水务局 综合窗口受理员',
      '沈阳市水务局 审核人',
      '沈阳市城乡建设局 综合窗口受理员',
    ]);
  });
});
