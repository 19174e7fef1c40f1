import type { Said } from './said.ts';

/** What the window has to see to in a case beside its steps: no step waits for it, so that only the case itself says it. */
export const matters = {
  withdrawal: { zh: '申请人申请撤件', en: 'Withdrawal asked for' },
  identity: { zh: '身份待核验', en: 'Identity to verify' },
} as const satisfies Readonly<Record<string, Said>>;

export type Matter = keyof typeof matters;
