const catchAlls = [
  /(其他|其它|有关|相关)(的)?(材料|文件|资料|证明|条件|手续)/,
  /法律、?法规(、规章)?规定的其他/,
  /(需要|要求)提(供|交)的(其他|其它|有关|相关)/,
  /等(材料|文件|资料)?$/,
];

/**
 * The catch-all words (兜底条款) in the name of a material or a condition, or null. Nobody can prepare "其他材料"
 * (domain.md 3.6). Not for quotations of a law: there such words may stand.
 */
export function catchAll(text: string): string | null {
  for (const pattern of catchAlls) {
    const match = pattern.exec(text.trim());
    if (match !== null) return match[0];
  }
  return null;
}
