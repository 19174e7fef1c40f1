import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { cellsOf, optionsOf, paperOf } from '../../../console/ui/sheet.ts';

interface Row {
  readonly name: string | null;
  readonly days: number;
}
const sheet = {
  title: '督办清理台账',
  made: '制表时间：2026-11-24 09:30:00',
  columns: [
    { key: 'name', title: '申请人', text: ({ name }: Row) => name },
    { key: 'days', title: '天数', text: ({ days }: Row) => days },
  ],
  rows: [
    { name: '沈阳浑河供水有限公司', days: 3 },
    { name: null, days: 12 },
  ],
};

describe('fault E10: a list as an Excel file', () => {
  it('has lines around every cell of the table, the empty ones too', () => {
    const [title, made, ...table] = cellsOf(sheet);
    expect(title?.[0]?.value).toBe('督办清理台账');
    expect(made?.[0]?.value).toBe('制表时间：2026-11-24 09:30:00');
    expect(table.flat().every((cell) => cell !== null && 'borderStyle' in cell && cell.borderStyle === 'thin')).toBe(
      true,
    );
  });

  it('is printed on A4 across, one page wide, with its head on each page', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sheet-'));
    const file = join(folder, 'list.xlsx');
    await writeXlsxFile(cellsOf(sheet), optionsOf(sheet), { features: [paperOf(sheet.title)] }).toFile(file);
    const read = (name: string) => execFileSync('python3', ['-c', unzip, file, name], { encoding: 'utf8' });
    const page = read('xl/worksheets/sheet1.xml');
    expect(page).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
    expect(page).toMatch(/<pageSetup fitToWidth="1" fitToHeight="0" paperSize="9" orientation="landscape"\/>/);
    expect(read('xl/workbook.xml')).toContain("'督办清理台账'!$1:$3");
  });
});

const unzip = 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))';
