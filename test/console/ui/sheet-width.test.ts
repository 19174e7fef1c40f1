import { describe, expect, it } from 'vitest';
import { sheetWidth } from '../../../console/ui/sheet-width.ts';

describe('the width of a column of a sheet', () => {
  it('holds a case number of 43 characters, and Hanzi as wide as two letters', () => {
    expect(sheetWidth(['办件编号', '11210100MB0000086J3000119007000202610200001'])).toBe(45);
    expect(sheetWidth(['时限', '特别程序承诺时限（现场勘验）'])).toBe(30);
  });

  it('is never narrow, and never so wide that a sheet cannot be read', () => {
    expect(sheetWidth(['预警状态', null, 3])).toBe(10);
    expect(sheetWidth(['启动依据', '据'.repeat(100)])).toBe(60);
  });
});
