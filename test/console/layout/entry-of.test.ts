import { describe, expect, it } from 'vitest';
import { entryOf } from '../../../console/layout/entry-of.ts';
import { paths } from '../../../console/paths.ts';

const entries = [paths.fileCase, paths.worklist('mine'), paths.worklist('near'), paths.board, paths.items];

describe('the entry of the menu a page belongs to', () => {
  it.each([
    [paths.worklist('near'), paths.worklist('near')],
    [paths.item('11210100MB0000086J'), paths.items],
    [paths.flow('0f5a'), paths.items],
    [paths.fileCase, paths.fileCase],
    [paths.receipt('c1'), paths.fileCase],
  ])('of %s is %s', (pathname, entry) => {
    expect(entryOf(pathname, entries, null)).toBe(entry);
  });

  it('of a case is the list it was opened from', () => {
    expect(entryOf(paths.oneCase('c1'), entries, paths.worklist('near'))).toBe(paths.worklist('near'));
    expect(entryOf(paths.oneCase('c1'), entries, null)).toBe(null);
  });

  it('of the account is none', () => {
    expect(entryOf(paths.account, entries, paths.worklist('near'))).toBe(null);
  });
});
