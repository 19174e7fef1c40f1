/** 材料移交 between window and department. Loaded with what says it (steps/passing-texts.ts). */
export const passingArea = {
  atWindow: '材料在窗口：该事项由部门受理，请移交部门',
  due: '移交时限至 {{day}}，逾期由窗口负责',
  passed: '材料已于 {{day}} 由{{by}}移交部门，待{{who}}签收',
  returnBy: '与清单不符的，最迟于 {{day}} 退回窗口；退回的视为未移交，所用时间计入窗口。',
  returnOver: '退回期限（{{day}}）已过，请立即签收；自移交之日起的时间计入部门。',
  returned: '{{by}} {{day}} 移交给{{who}}的材料已退回窗口，视为未移交：请核对清单后再次移交',
  sheet: '打印材料流转单',
  originals: '原件 {{count}} 份',
  copies: '复印件 {{count}} 份',
  reason: '理由：{{reason}}',
  asFile: '电子件',
  originalsField: '原件',
  copiesField: '复印件',
  listHint: '逐项核对份数；没有纸质件的，原件、复印件都填 0，记为电子件。',
} as const;
