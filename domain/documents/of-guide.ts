import type { OrderType } from '../case/acts/index.ts';
import type { Incomplete } from './compose.ts';
import { isFilled } from './filled.ts';
import { documents } from './index.ts';
import { documentKinds } from './kind-names.ts';
import type { Counter } from './source.ts';

/** The orders whose documents must contain something of the item's guide. */
export function asksOfGuide(order: OrderType): boolean {
  return documentKinds.some((kind) => documents[kind].ofGuide.length > 0 && documents[kind].drafts.includes(order));
}

/** The first document of an order that lacks something of the item's guide: no legal act is done whose paper cannot be made. Null: none. */
export function lacksOfGuide(order: OrderType, counter: Counter): Incomplete | null {
  for (const kind of documentKinds) {
    const { drafts, ofGuide } = documents[kind];
    const missing = drafts.includes(order) ? ofGuide.filter((field) => !isFilled(counter[field])) : [];
    if (missing.length > 0) return { kind, missing };
  }
  return null;
}

/** Whether something that a document lacks is to be filled in in the item's guide, and not in the act. */
export function isOfGuide({ kind, missing }: Incomplete): boolean {
  return missing.some((field) => documents[kind].ofGuide.some((one) => one === field));
}
