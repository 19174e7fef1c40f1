import { foodBusiness } from '../db/seed/items/food-business.ts';
import { waterAbstraction } from '../db/seed/items/water-abstraction.ts';
import type { ItemSeed } from '../db/seed/items/item-seed.ts';
import { closing, internal, opening, sequence, step, workdays } from '../db/seed/items/item-seed.ts';
import type { FlowDefinition } from '../domain/flow/definition.ts';
import type { Staff } from '../demo/seed/catalogue.ts';

/** Reviews in a row of one case; each is one measured step. On average a measured case is as big as one of ten steps. */
export const reviewsPerCase = 20;

const basis = '测试用例';
const code = foodBusiness.item.code.replace(/1$/, '9');

/** The id of the n-th review, from 0. */
export function reviewId(n: number): string {
  return `review${n}`;
}

const reviews = Array.from({ length: reviewsPerCase }, (_, n) =>
  step({
    id: reviewId(n),
    kind: 'review',
    title: `审查 ${n + 1}`,
    by: 'caseOfficer',
    limit: internal(1),
    outcomes: { complete: '符合', doubtful: '存疑' },
  }),
);

const definition: FlowDefinition = {
  ...foodBusiness.definition,
  itemCode: code,
  title: '基准测试事项',
  materials: foodBusiness.definition.materials.filter(({ need }) => need !== 'deferrable'),
  limits: {
    ...foodBusiness.definition.limits,
    // An act that gives more than the 20 workdays of 行政许可法第四十二条: twenty reviews of a day each would not fit into those.
    statutory: waterAbstraction.definition.limits.statutory,
    promised: workdays(40, basis, basis),
  },
  body: sequence(...opening(), ...reviews, ...closing({ decisionLimit: 1, document: '许可证', certificateLimit: 1 })),
};

/** The item of the bench: a real flow with real limits and the default ladder, only longer than most. */
export const benchItem: ItemSeed = {
  item: { ...foodBusiness.item, code, basicCode: code.slice(-12), name: '基准测试事项' },
  definition,
};

/** Makes the item and publishes its flow through the API, as a department and the catalogue do. */
export async function publishBenchItem(staff: Staff): Promise<void> {
  const { departmentId } = benchItem.item;
  const catalogue = await staff.as('catalogueAdmin', 'ln-biz');
  await catalogue.post('/items', benchItem.item);
  const drafter = await staff.as('departmentAdmin', departmentId);
  const draft = await drafter.post(`/items/${code}/flows`, { definition });
  await drafter.post(`/flows/${String(draft['id'])}/check`);
  await catalogue.post(`/flows/${String(draft['id'])}/publish`);
}
