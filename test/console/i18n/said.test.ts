import i18next from 'i18next';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { english } from '../../../console/i18n/english/index.ts';
import {
  bracketed,
  byWhom,
  inLanguage,
  joined,
  labelled,
  said,
  saidClock,
  titledStep,
} from '../../../console/i18n/said.ts';
import type { Step } from '../../../domain/flow/definition.ts';
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
    expect(saidClock('notice#2', '受理告知时限（第 2 轮）')).toBe('Acceptance limit (round 2)');
    expect(saidClock('promise:expertReview#3', '特别程序承诺时限（专家评审，第 3 轮）')).toBe(
      'Promise of the untimed step (专家评审, round 3)',
    );
    expect([labelled('Due', 'today'), byWhom('江承文', 'Gave it back.')]).toEqual([
      'Due: today',
      '江承文: Gave it back.',
    ]);
    expect(saidClock('promise:expertReview', '特别程序承诺时限（专家评审）')).toBe(
      'Promise of the untimed step (专家评审)',
    );
  });

  it('fault F23: tell steps of one kind apart, and stand between English stops', async () => {
    const among = [
      { title: '审查', kind: 'review' },
      { title: '征求公安交管部门意见', kind: 'review' },
      { title: '公示', titleEn: 'Public notice', kind: 'review' },
      { title: '公开听证', kind: 'hearing' },
    ] as unknown as readonly Step[];
    const titles = () => among.map((step) => titledStep(step, among));
    expect(titles()).toEqual(['Review', 'Review (征求公安交管部门意见)', 'Public notice', 'Hearing']);
    expect(`A${bracketed('b')}`).toBe('A (b)');
    expect([joined(['a', 'b']), joined(['a', 'b'], '，'), joined(['a', 'b'], '；')]).toEqual(['a, b', 'a, b', 'a; b']);
    await i18next.changeLanguage('zh-CN');
    expect(`甲${bracketed('乙')}`).toBe('甲（乙）');
    expect([joined(['甲', '乙']), joined(['甲', '乙'], '，')]).toEqual(['甲、乙', '甲，乙']);
    expect(titles()).toEqual(['审查', '征求公安交管部门意见', '公示', '公开听证']);
    await i18next.changeLanguage('en');
  });

  it('are the API’s own on a Chinese page', async () => {
    await i18next.changeLanguage('zh-CN');
    expect(said('role', 'approver', '批准人')).toBe('批准人');
    expect(inLanguage(roles.approver)).toBe('批准人');
    expect(saidClock('statutory', '法定时限')).toBe('法定时限');
    expect(saidClock('notice#2', '受理告知时限（第 2 轮）')).toBe('受理告知时限（第 2 轮）');
    expect([labelled('期限', '今天'), byWhom('江承文', '退回。')]).toEqual(['期限：今天', '江承文 退回。']);
    await i18next.changeLanguage('en');
  });
});
