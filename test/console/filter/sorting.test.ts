import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../console/filter/filters.ts';
import { arrowOf, inTime, sortedBy, turnsOf } from '../../../console/filter/sorting.ts';

const options = ['dueLast', 'received', 'receivedFirst'].map((value) => ({ value, label: value }));
const fields: readonly Filter[] = [
  { is: 'words', name: 'find', title: '查找', most: 60 },
  { is: 'choice', name: 'sort', title: '排序', any: 'due', options, order: 'due' },
];
const due = { ascend: 'due', descend: 'dueLast' };
const received = { ascend: 'receivedFirst', descend: 'received' };

describe('the arrow in the head of a column', () => {
  it('stands where the list is sorted, which without a choice is its own order', () => {
    expect([arrowOf(due, fields, {}), arrowOf(received, fields, {})]).toEqual(['ascend', null]);
    const asked = { sort: 'received', find: '水' };
    expect([arrowOf(due, fields, asked), arrowOf(received, fields, asked)]).toEqual([null, 'descend']);
  });

  it('is absent where the list has no such order', () => {
    expect(arrowOf(inTime, fields, {})).toBeUndefined();
    expect(arrowOf(undefined, fields, {})).toBeUndefined();
    expect(arrowOf(due, fields.slice(0, 1), {})).toBeUndefined();
  });

  it('asks for its order in the address and keeps what narrows the list; its own order is not named', () => {
    const press = (sorts: typeof due, direction: 'ascend' | 'descend' | null, asked = {}) =>
      sortedBy(sorts, { direction, fields, asked });
    expect(press(received, 'ascend', { find: '水' })).toEqual({ find: '水', sort: 'receivedFirst' });
    expect(press(due, 'descend', { sort: 'received' })).toEqual({ sort: 'dueLast' });
    expect(press(due, 'ascend', { sort: 'received', find: '水' })).toEqual({ find: '水' });
    expect(press(due, null, { sort: 'dueLast' })).toEqual({});
  });

  it('turns about where the column has the own order of the list, and else is taken away by the third press', () => {
    expect(turnsOf(due, fields)).toEqual(['ascend', 'descend', 'ascend']);
    expect(turnsOf(received, fields)).toEqual(['ascend', 'descend']);
    expect(sortedBy(undefined, { direction: null, fields, asked: { sort: 'received', find: '水' } })).toEqual({
      find: '水',
    });
  });
});
