import { describe, expect, it } from 'vitest';

import { citationsOf, isCited } from '../../../domain/flow/citation.ts';

describe('fault C8: a citation', () => {
  it.each([
    ['行政许可法第四十二条第二款', [['行政许可法', 'law', '第四十二条第二款']]],
    ['《中华人民共和国行政许可法》第 四十五 条', [['行政许可法', 'law', '第四十五条']]],
    [
      '行政许可法第四十五条、取水许可和水资源费征收管理条例第十九条第三款',
      [
        ['行政许可法', 'law', '第四十五条'],
        ['取水许可和水资源费征收管理条例', 'administrativeRegulation', '第十九条第三款'],
      ],
    ],
    ['医疗机构管理条例实施细则第十条', [['医疗机构管理条例实施细则', 'departmentRule', '第十条']]],
    ['辽宁省优化营商环境条例第三十条', [['辽宁省优化营商环境条例', 'localRegulation', '第三十条']]],
    ['食品经营许可和备案管理办法（市场监管总局令第78号）', [['食品经营许可和备案管理办法', 'departmentRule', null]]],
  ])('%s is read', (text, found) => {
    expect(citationsOf(text).map(({ law, rank, article }) => [law, rank, article])).toEqual(found);
  });

  it.each([
    '演示假定',
    ' \u3000',
    '测试条例第九条',
    '行政许可法',
    '专家论证规定（演示假定，发布前须写明本地条款）',
    '第四十五条',
  ])('is not known: %j', (text) => expect(isCited(text)).toBe(false));
});
