import { describe, expect, it } from 'vitest';

import { catchAll, catchAllConditions } from '../../../domain/flow/catch-all.ts';

describe('fault C5: a catch-all', () => {
  it.each([
    '其他需要提交的材料',
    '其他材料',
    '审批机关认为需要的材料',
    '受理部门要求补充的证明文件',
    '相关资质证书',
    '其 他 材 料',
    '其\u3000他\u200b材料',
    '法律、行政法规、规章规定的其他条件',
    '需要提供的有关情况',
    '营业执照、身份证等',
    '营业执照等材料',
  ])('is found in %s', (text) => expect(catchAll(text)).not.toBeNull());

  it.each([
    '取水许可申请书',
    '食品安全管理制度',
    '车货总体外廓尺寸和轴荷分布图',
    '经办人身份证件和授权委托书',
    '相关系数',
    '初等教育机构备案表',
    '是否有其他取水口',
  ])('is not found in %s', (text) => expect(catchAll(text)).toBeNull());

  it('is found in the conditions of a guide', () => {
    const conditions = ['车辆具备承运资格', '符合法律、法规规定的其他条件'];
    expect(catchAllConditions({ conditions })).toEqual([{ index: 1, words: '其他条件' }]);
    expect(catchAllConditions({})).toEqual([]);
  });
});
