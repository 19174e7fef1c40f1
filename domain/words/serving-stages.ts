import type { Said } from './said.ts';

/** Where a service stands that has begun: who must act next hangs on it. */
export const servingStages = {
  toCollect: { zh: '待领取', en: 'To be collected' },
  posted: { zh: '已邮寄，待签收', en: 'Posted, not yet received' },
  returned: { zh: '邮件退回', en: 'Returned by the post' },
  failed: { zh: '送达未成', en: 'Not served' },
  announced: { zh: '公告送达期间', en: 'Being announced' },
} as const satisfies Readonly<Record<string, Said>>;
export type ServingStage = keyof typeof servingStages;

/** What stands at the outlet window: services begun, and the decision that revoked a permit while nobody has served it. */
export const outletStages = {
  ...servingStages,
  revocation: { zh: '撤销决定待送达', en: 'Revocation to be served' },
} as const satisfies Readonly<Record<string, Said>>;
export type OutletStage = keyof typeof outletStages;
