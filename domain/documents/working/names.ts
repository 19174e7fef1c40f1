import type { Said } from '../../words/said.ts';

/**
 * Working papers (办理用表): printed from a case as it stands, to be signed by its applicant or put on file. No fact makes them, they bear
 * neither number nor code, and nothing of them is kept.
 */
export const workingPaperNames = {
  powerOfAttorney: { zh: '授权委托书', en: 'Power of attorney' },
  serviceAddress: { zh: '送达地址确认书', en: 'Confirmation of the address for service' },
  approvalSheet: { zh: '行政许可审批表', en: 'Sheet of opinions' },
} as const satisfies Readonly<Record<string, Said>>;
export type WorkingPaper = keyof typeof workingPaperNames;

/** All of them, as a screen offers them. */
export const workingPapers: readonly WorkingPaper[] = Object.keys(workingPaperNames).filter(isWorkingPaper);

function isWorkingPaper(name: string): name is WorkingPaper {
  return Object.hasOwn(workingPaperNames, name);
}
