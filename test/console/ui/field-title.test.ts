import i18next from 'i18next';
import type { TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditArea } from '../../../console/i18n/audit.ts';
import { clerkArea } from '../../../console/i18n/clerk.ts';
import { frameArea } from '../../../console/i18n/frame.ts';
import { orderArea } from '../../../console/i18n/order.ts';
import { mistakeText, titlesOf } from '../../../console/ui/field-title.ts';
import { routes } from '../../../contract/routes.ts';

const areas: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  audit: auditArea,
  clerk: clerkArea,
  frame: frameArea,
  order: orderArea,
};
const t = ((key: string) => {
  const [area = '', name = ''] = key.split('.');
  return areas[area]?.[name] ?? key;
}) as TFunction;
beforeAll(async () => {
  await i18next.init({ lng: 'zh-CN', resources: { 'zh-CN': { translation: areas } } });
});
const read = (pointer: string) => mistakeText(t, { pointer, code: 'required', message: '必填' });

describe('fault: a mistake in a field', () => {
  it('is told by the title of the field, and never by its path', () => {
    expect(read('/posts')).toBe('岗位：必填');
    expect(read('/contact/phone')).toBe('联系方式 联系电话：必填');
    expect(read('/agent/idNo')).toBe('委托代理人 证件号码：必填');
    expect(read('/materials/0/id')).toBe('申报材料：必填');
    expect(read('/opinion')).toBe('意见：必填');
    expect(read('/query/receivedFrom')).toMatch(/^收件日期自：/);
    expect(read('/nobody/knows')).toBe('必填');
    expect(read('')).toBe('必填');
  });

  it('in a choice is told without the keys of its values', () => {
    const purple = { pointer: '/query/light', code: 'enum', message: '应为 red、yellow、green 之一' };
    expect(mistakeText(t, purple)).toBe('预警状态：没有这一项，请从列出的选项中选择');
    const unread = { pointer: '/query/unread', code: 'const', message: '应为 true' };
    expect(mistakeText(t, unread)).toBe('状态：没有这一项，请从列出的选项中选择');
  });

  it('has a title for whatever people fill in on the pages of filing, accounts and passwords', () => {
    const bodies = [routes.fileCase, routes.setPosts, routes.changePassword, routes.createToken].map(
      ({ body }) => body,
    );
    const fields = bodies.flatMap(({ properties }) => Object.keys(properties));
    const silent = fields.filter((name) => titlesOf(`/${name}`).length === 0);
    // What no person fills in: chosen by a button, or by a box with its own sentence.
    expect(silent).toEqual(['despite', 'reuse', 'keepTokens', 'scope']);
    for (const key of fields.flatMap((name) => titlesOf(`/${name}`))) expect(t(key as 'frame.posts')).not.toBe(key);
  });
});
