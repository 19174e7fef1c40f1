import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { partsOf } from '../../../console/catalogue/parts-of.ts';
import { readFile } from '../../../console/catalogue/read-file.ts';
import { rowsAtOnce } from '../../../domain/catalogue/read-row.ts';

describe('a list that is chosen', () => {
  it('is read in UTF-8, and in the national encoding of older systems', async () => {
    const gbk = Buffer.from('b2bfc3c52cb1e0c2eb0d0acbaecef1bed62c310d0a', 'hex');
    for (const bytes of [Buffer.from('\ufeff部门,编码\r\n水务局,1\r\n'), gbk]) {
      expect(await readFile(new File([bytes], '清单.csv'))).toEqual({
        name: '清单.csv',
        heads: ['部门', '编码'],
        rows: [{ line: 2, cells: ['水务局', '1'] }],
        openQuote: null,
      });
    }
  });

  it('is the first sheet of an Excel file, by the numbers of its rows, numbers as their digits', async () => {
    const rows = [
      [{ value: '部门' }, { value: '区划' }, { value: '日期' }],
      [],
      [{ value: ' 水务局 ' }, { value: 511_602_000_000 }, { value: new Date('2026-11-29'), format: 'yyyy-mm-dd' }],
    ];
    const bytes = await writeXlsxFile(rows).toBuffer();
    const { heads, rows: read } = await readFile(new File([bytes], '清单.xlsx'));
    expect(heads).toEqual(['部门', '区划', '日期']);
    expect(read).toEqual([{ line: 3, cells: ['水务局', '511602000000', '2026-11-29'] }]);
  });
});

it('rows are sent in parts that are neither too many nor too long', () => {
  const short = Array.from({ length: rowsAtOnce + 1 }, (_, line) => ({ line, cells: { name: '事项' } }));
  expect(partsOf(short).map((part) => part.length)).toEqual([rowsAtOnce, 1]);
  const long = Array.from({ length: 40 }, (_, line) => ({ line, cells: { legalBasis: '依'.repeat(4_000) } }));
  const parts = partsOf(long);
  expect(parts.flat()).toEqual(long);
  for (const part of parts) expect(Buffer.byteLength(JSON.stringify({ rows: part }))).toBeLessThan(262_144);
});
