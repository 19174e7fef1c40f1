const open = '(其他|其它|其余|有关|相关)';
const things = '(材料|文件|资料|证明|证书|证件|证照|凭证|条件|手续)';
const catchAlls = [
  new RegExp(`${open}[^，。；、（）]{0,8}?${things}`),
  new RegExp(`(机关|部门|机构|单位|窗口)(认为|要求|规定|指定)[^，。；、（）]{0,8}?${things}`),
  /法律、?(行政)?法规(、?规章)?规定的(其他|其它)/,
  new RegExp(`(需要|要求|应当|依法)(提供|提交|补充|具备)的?${open}`),
  new RegExp(`等${things}?$`),
];

/**
 * The catch-all words (兜底条款) in the name of a material, a condition or a field, or null; blanks between the words hide nothing.
 * Nobody can prepare "其他材料" (domain.md 3.6). Not for quotations of a law: there such words may stand.
 */
export function catchAll(text: string): string | null {
  const folded = text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
  for (const pattern of catchAlls) {
    const match = pattern.exec(folded);
    if (match !== null) return match[0];
  }
  return null;
}

/** The conditions of a guide that are catch-alls, by their index. */
export function catchAllConditions({
  conditions,
}: Readonly<Record<string, unknown>>): { index: number; words: string }[] {
  if (!Array.isArray(conditions)) return [];
  return conditions.flatMap((condition: unknown, index) => {
    const words = catchAll(String(condition));
    return words === null ? [] : [{ index, words }];
  });
}
