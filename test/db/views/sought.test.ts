import { describe, expect, it } from 'vitest';
import { serialIn, soughtIn } from '../../../db/views/sought.ts';

/** The keys of each way in which what is typed may be meant. */
const keysOf = (typed: string) => soughtIn(typed).ways.map(({ keys }) => keys);

describe('what is typed to find a case', () => {
  it('is a word in pairs of signs, or the whole name of a person', () => {
    expect(keysOf('浑河水')).toEqual([['浑河', '河水'], ['=浑河水']]);
  });

  it('is a number by its end, of which four signs are needed', () => {
    expect(soughtIn('1390000１０００').ways).toEqual([{ keys: ['~1000'], like: ['%13900001000'] }]);
    expect(soughtIn('100').ways).toEqual([]);
  });

  it('is a serial where it is a few digits', () => {
    expect(['7', '12', '0012', '1234', '1a', ''].map(serialIn)).toEqual(['0007', '0012', null, null, null, null]);
  });

  it('is several words that must all be there, each as a part or as a whole name, beside the one without blanks', () => {
    expect(keysOf('供水 1000')).toEqual([
      ['供水', '水1', '10', '00', '00'],
      ['=供水1000'],
      ['供水', '~1000'],
      ['=供水', '~1000'],
    ]);
    expect(keysOf('供水 10').slice(2)).toEqual([]);
  });

  it('grows no more ways than four words have', () => {
    expect(keysOf('一二 三四 五六 七八 九十 甲乙')).toHaveLength(2 + 16);
  });

  it('stands for itself where it has signs of a pattern', () => {
    expect(soughtIn('50%_').ways[0]?.like).toEqual(['%50\\%\\_%']);
  });
});
