import type { Said } from '../words/said.ts';

/** Documents (文书) of a case: the closed list. `numbered`: it bears a number of its own. */
export const documentKinds = {
  receipt: { zh: '收件凭证', en: 'Receipt', numbered: false },
  acceptanceNotice: { zh: '受理通知书', en: 'Notice of acceptance', numbered: true },
  nonAcceptanceNotice: { zh: '不予受理通知书', en: 'Notice of non-acceptance', numbered: true },
  supplementNotice: { zh: '申请材料补正告知书', en: 'Supplement notice', numbered: true },
  deferralNotice: { zh: '容缺受理通知书', en: 'Notice of deferred materials', numbered: true },
  timeNeededNotice: { zh: '特别程序所需时间告知书', en: 'Notice of time needed', numbered: true },
  extensionNotice: { zh: '延期告知书', en: 'Notice of extension', numbered: true },
  grantDecision: { zh: '准予行政许可决定书', en: 'Decision to grant', numbered: true },
  refusalDecision: { zh: '不予行政许可决定书', en: 'Decision to refuse', numbered: true },
  certificate: { zh: '许可证件', en: 'Certificate', numbered: true },
  terminationNotice: { zh: '终止办理通知书', en: 'Notice of termination', numbered: true },
  serviceReturn: { zh: '送达回证', en: 'Return of service', numbered: false },
} as const satisfies Readonly<Record<string, Said & { readonly numbered: boolean }>>;
export type DocumentKindName = keyof typeof documentKinds;
