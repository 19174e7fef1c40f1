import { describe, expect, it } from 'vitest';
import {
  askedIn,
  chosenOf,
  dashed,
  dayTyped,
  isSame,
  keptOf,
  namesOf,
  orderOfDays,
  withDays,
  without,
} from '../../../console/filter/filters.ts';
import type { Filter } from '../../../console/filter/filters.ts';

const fields: readonly Filter[] = [
  { is: 'words', name: 'find', title: '查找', most: 60, unkept: true },
  { is: 'choice', name: 'light', title: '灯', any: '全部', options: [{ value: 'red', label: '超期' }] },
  { is: 'days', name: 'from', to: 'to', title: '收件' },
  {
    is: 'choice',
    name: 'sort',
    title: '排序',
    any: '先到期',
    options: [{ value: 'received', label: '新收' }],
    order: 'due',
  },
];
const asked = (search: string) => askedIn(new URLSearchParams(search), fields);
const said = (search: string) =>
  chosenOf(fields, asked(search), (from, to) => `${from}~${to}`).map(({ title, value }) => `${title} ${value}`);

describe('the filters of a list', () => {
  it('stand in the address under their names, empty ones and those of others do not count', () => {
    expect(namesOf(fields)).toEqual(['find', 'light', 'from', 'to', 'sort']);
    expect(asked('find=%20水%20&light=&to=2026-03-01&person=x')).toEqual({ find: '水', to: '2026-03-01' });
  });

  it('are said in words, one for two days, and what has no word as it stands', () => {
    expect(said('')).toEqual([]);
    expect(said('light=red&find=水&from=2026-03-01&to=2026-03-31')).toEqual([
      '查找 水',
      '灯 超期',
      '收件 2026-03-01~2026-03-31',
    ]);
    expect(said('light=purple&to=2026-03-31')).toEqual(['灯 purple', '收件 ~2026-03-31']);
  });

  it('take a day as it is typed in haste, and leave what is none', () => {
    const days = ['20261128', '2026/11/28', '2026.11.28', '2026年11月28日', ' 2026-11-28 '];
    expect(days.map(dashed)).toEqual(days.map(() => '2026-11-28'));
    const others = ['2026', '2026112', '2026-1-5', '202611281', '昨天', ''];
    expect(others.map(dashed)).toEqual(others);
  });

  it('understand a day as it is written by hand where its year is clear', () => {
    const read = (typed: string) => dayTyped(typed, '2026-11-29');
    const days = ['11/5', '11-5', '11月5日', '2026/11/5', '2026.11.05', '2026年11月5日', '20261105'];
    expect(days.map(read)).toEqual(days.map(() => '2026-11-05'));
    expect(['12/5', '昨天', '2026', '5'].map(read)).toEqual(['12/5', '昨天', '2026', '5']);
    expect(withDays(fields, { from: '11/5', to: '', find: '11/5' }, '2026-11-29')).toEqual({
      from: '2026-11-05',
      to: '',
      find: '11/5',
    });
  });

  it('say how a list of days is sorted where nobody chose it', () => {
    expect(orderOfDays(fields, asked('from=2026-03-01'))).toEqual({ title: '排序', value: '先到期' });
    expect(orderOfDays(fields, asked('from=2026-03-01&sort=received'))).toBeNull();
    expect(orderOfDays(fields, asked('light=red'))).toBeNull();
  });

  it('tell an order from what leaves rows out', () => {
    const orders = chosenOf(fields, asked('sort=received&light=red'), () => '').map(({ order }) => order);
    expect(orders).toEqual([false, true]);
  });

  it('are taken away one by one, days together', () => {
    const [, days] = chosenOf(fields, asked('light=red&from=2026-03-01&to=2026-03-31'), () => '');
    expect(without(asked('light=red&from=2026-03-01&to=2026-03-31'), days?.names ?? [])).toEqual({ light: 'red' });
  });

  it('are kept without the words that may name people, and known again in any order', () => {
    expect(keptOf(fields, asked('find=张三&light=red&sort=received'))).toEqual({ light: 'red', sort: 'received' });
    expect(isSame({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
    expect(isSame({ a: '1' }, { a: '1', b: '2' }) || isSame({ a: '1', b: '2' }, { a: '1' })).toBe(false);
  });
});
