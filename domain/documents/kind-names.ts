import type { Said } from '../words/said.ts';

/** What a kind of document is called, and whether it bears a number of the register. */
export interface DocumentName {
  readonly title: Said;
  readonly numbered: boolean;
}

/** The documents that a case can issue. Closed: register, templates and facts name them by these codes. */
export const documentNames = {
  receipt: { title: { zh: '收件凭证', en: 'Receipt' }, numbered: false },
  passingSheet: { title: { zh: '材料流转单', en: 'List of materials passed on' }, numbered: false },
  acceptanceNotice: { title: { zh: '受理通知书', en: 'Notice of acceptance' }, numbered: true },
  nonAcceptanceNotice: { title: { zh: '不予受理通知书', en: 'Notice of non-acceptance' }, numbered: true },
  supplementNotice: { title: { zh: '申请材料补正告知书', en: 'Notice of what to supplement' }, numbered: true },
  deferralNotice: { title: { zh: '容缺受理通知书', en: 'Notice of deferred materials' }, numbered: true },
  timeNeededNotice: { title: { zh: '特别程序所需时间告知书', en: 'Notice of the time needed' }, numbered: true },
  statementNotice: { title: { zh: '陈述申辩告知书', en: 'Notice of the right to be heard' }, numbered: true },
  hearingRightNotice: { title: { zh: '听证权利告知书', en: 'Notice of the right to a hearing' }, numbered: true },
  hearingNotice: { title: { zh: '听证通知书', en: 'Notice of the hearing' }, numbered: true },
  hearingAnnouncement: { title: { zh: '听证公告', en: 'Announcement of the hearing' }, numbered: true },
  hearingRecord: { title: { zh: '听证笔录', en: 'Record of the hearing' }, numbered: false },
  extensionNotice: { title: { zh: '延期告知书', en: 'Notice of extension' }, numbered: true },
  grantDecision: { title: { zh: '准予行政许可决定书', en: 'Decision to grant the permit' }, numbered: true },
  refusalDecision: { title: { zh: '不予行政许可决定书', en: 'Decision to refuse the permit' }, numbered: true },
  certificate: { title: { zh: '许可证件', en: 'Permit certificate' }, numbered: true },
  terminationNotice: { title: { zh: '终止办理通知书', en: 'Notice of termination' }, numbered: true },
  serviceReturn: { title: { zh: '送达回证', en: 'Return of service' }, numbered: false },
  correctionNotice: { title: { zh: '更正通知书', en: 'Notice of a correction' }, numbered: true },
  revocationDecision: { title: { zh: '撤销行政许可决定书', en: 'Decision to revoke the permit' }, numbered: true },
} as const satisfies Record<string, DocumentName>;

export type DocumentKind = keyof typeof documentNames;

/** Whether a text is the code of a document. */
export function isDocumentKind(code: string): code is DocumentKind {
  return Object.hasOwn(documentNames, code);
}

/** The codes, in the order of a case's life. */
export const documentKinds: readonly DocumentKind[] = Object.keys(documentNames).filter(isDocumentKind);

/** The kinds that bear a number of the register. */
export const numberedKinds = documentKinds.filter((kind) => documentNames[kind].numbered);
