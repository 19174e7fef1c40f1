import { expect, it } from 'vitest';
import { csvOf } from '../../../server/presenters/csv.ts';
import { cleanCell, readCsv, unreadable } from '../../../domain/catalogue/csv.ts';

const cells = (text: string) => readCsv(text).rows.map((row) => row.cells);

it('reads lists as they come: BOM, quotes with commas and quotes in them, any line end, no last line end', () => {
  expect(cells('\ufeff部门,名称\r\n水务局,"取水（新办,变更）"\r\n')).toEqual([
    ['部门', '名称'],
    ['水务局', '取水（新办,变更）'],
  ]);
  expect(cells('a,b\nc,d')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(cells('a\rb\r')).toEqual([['a'], ['b']]);
  expect(cells('"他说""好""",')).toEqual([['他说"好"', '']]);
  expect(cells('"",x')).toEqual([['', 'x']]);
  expect(cells('')).toEqual([]);
});

it('leaves a quote inside a cell alone, and goes on behind one that closes too early', () => {
  expect(cells('5" 管,b\nc"d,e')).toEqual([
    ['5" 管', 'b'],
    ['c"d', 'e'],
  ]);
  expect(cells('"取水"许可,b')).toEqual([['取水许可', 'b']]);
});

it('keeps the line on which a row begins, over cells of several lines and empty rows', () => {
  const { rows } = readCsv('a,b\r\n"一\r\n二",c\r\n,\r\n\r\nd,e\r\n');
  expect(rows).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['一\r\n二', 'c'] },
    { line: 6, cells: ['d', 'e'] },
  ]);
});

it('names the line of a quote that never closes, and keeps what stands before it', () => {
  expect(readCsv('a,b\nc,"d\ne,f\n')).toEqual({ rows: [{ line: 1, cells: ['a', 'b'] }], openQuote: 2 });
});

it('shows what cannot be read as one sign, and takes away what an export put before formulas and long numbers', () => {
  expect(cleanCell('取\u0000水\u202e')).toBe(`取${unreadable}水${unreadable}`);
  const written = ['=1+1', '-', '511602000000', '01', `'引号`, ' 空 '];
  const [, ...read] = cells(csvOf(written, [['值', (text: string) => text]]));
  expect(read.map(([cell]) => cell)).toEqual(['=1+1', '-', '511602000000', '01', `'引号`, '空']);
});
