import i18next from 'i18next';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { english } from '../../../console/i18n/english/index.ts';
import { inLanguage, said, saidClock } from '../../../console/i18n/said.ts';
import { roles } from '../../../domain/people/roles.ts';

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: english } } });
});
afterAll(() => i18next.changeLanguage('zh-CN'));

describe('the words of closed codes', () => {
  it('are English on an English page, and what no code names stays as it is', () => {
    expect(said('role', 'approver', '批准人')).toBe('Approver');
    expect(said('role', 'nobody', '某人')).toBe('某人');
    expect(inLanguage(roles.approver)).toBe('Approver');
    expect(said('result', null, null)).toBe(null);
    expect(saidClock('notice#2', '受理告知时限（第 2 轮）')).toBe('Acceptance limit（第 2 轮）');
    expect(saidClock('promise:expertReview', '特别程序承诺时限（专家评审）')).toBe(
      'Promise of the untimed step（专家评审）',
    );
  });

  it('are the API’s own on a Chinese page', async () => {
    await i18next.changeLanguage('zh-CN');
    expect(said('role', 'approver', '批准人')).toBe('批准人');
    expect(inLanguage(roles.approver)).toBe('批准人');
    expect(saidClock('statutory', '法定时限')).toBe('法定时限');
    await i18next.changeLanguage('en');
  });
});
