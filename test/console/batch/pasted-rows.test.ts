import { describe, expect, test } from 'vitest';
import { columnsOf, pastedRows } from '../../../console/batch/pasted-rows.ts';
import { foodBusiness } from '../../../db/seed/items/food-business.ts';
import type { CivilDate } from '../../../domain/clock/civil-date.ts';

const titles = { name: '姓名或名称', idNo: '证件号码' };
const { form: fields } = foodBusiness.definition;
const today = '2026-11-29' as CivilDate;
const read = (text: string) => pastedRows(text, { titles, fields, kind: 'person', today });
const good = ['赵演示', '210102199003070011', '浑南面馆', '中街路1号', '热食类食品制售', '1,086.5', '7', '否'];
const line = (change: Record<number, string> = {}) => good.map((cell, i) => change[i] ?? cell).join('\t');

describe('a pasted list of applicants', () => {
  test('is read in the order of its columns, with or without their titles', () => {
    const [row, ...others] = read(`${columnsOf(titles, fields).join('\t')}\r\n${line()}\r\n\r\n`);
    expect(others).toEqual([]);
    expect(row).toEqual({
      name: '赵演示',
      idNo: '210102199003070011',
      form: {
        shopName: '浑南面馆',
        address: '中街路1号',
        business: 'hotFood',
        area: 1086.5,
        staffCount: 7,
        online: false,
      },
      mistakes: [],
    });
    expect(read(`${line()}\n${line({ 0: '钱演示' })}`).map(({ name }) => name)).toEqual(['赵演示', '钱演示']);
  });

  test('says of a line that it stands there before', () => {
    const [first, other, again] = read([line(), line({ 0: '钱演示' }), line()].join('\n'));
    expect([first?.mistakes, other?.mistakes]).toEqual([[], []]);
    expect(again?.mistakes).toMatchObject([{ title: '1', code: 'twice' }]);
  });

  test.each([
    ['no name', { 0: '' }, { title: '姓名或名称', code: 'missing' }],
    ['no number', { 1: '' }, { title: '证件号码', code: 'missing' }],
    ['a wrong check digit', { 1: '210102199003070012' }, { title: '证件号码', code: 'paper' }],
    ['an empty field that must be there', { 3: ' ' }, { title: '经营场所地址', code: 'missing' }],
    ['a word that is no choice', { 4: '烧烤' }, { title: '经营项目', code: 'choice' }],
    ['a word for a number', { 5: '很大' }, { title: '经营面积', code: 'number' }],
    ['half a person', { 6: '7.5' }, { title: '从业人员数', code: 'number' }],
    ['neither yes nor no', { 7: '有' }, { title: '是否网络经营', code: 'yesNo' }],
    ['a column too many', { 7: '否\t多' }, { title: '多', code: 'columns' }],
  ])('says what is wrong: %s', (_what, change, mistake) => {
    expect(read(line(change))[0]?.mistakes).toMatchObject([mistake]);
  });
});
