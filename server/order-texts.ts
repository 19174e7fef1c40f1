import type { OrderBody } from '../contract/orders.ts';
import { peopleFields, textFields } from '../domain/case/acts/index.ts';
import type { Order } from '../domain/case/acts/index.ts';
import { canonicalJson, sha256Hex } from '../domain/flow/canonical.ts';
import { foldName } from '../domain/words/names.ts';
import type { Text } from './gateway/types.ts';

/** Words or an object of personal data as kept: JSON in canonical form for objects. */
export function keep(content: unknown): Text {
  const text = typeof content === 'string' ? content : canonicalJson(content);
  return { digest: sha256Hex(text), content: text };
}

/** Replaces the free text of an order by digests: the words go into PostgreSQL, the digests to the case and its history. */
export function digestOrder(body: OrderBody): { order: Order; texts: readonly Text[] } {
  const texts: Text[] = [];
  const take = (content: unknown): string => {
    const text = keep(content);
    texts.push(text);
    return text.digest;
  };
  const fields = textFields(body.type);
  const entries = Object.entries(body).map(([key, value]): [string, unknown] => {
    const kind = fields.get(key);
    if (kind === undefined) return [key, value];
    const kept = kind === 'names' ? foldNames(value) : value;
    return [key, Array.isArray(kept) ? kept.map(take) : take(kept)];
  });
  // The contract's schema has checked every field; digests and civil dates are brands of the same strings.
  return { order: Object.fromEntries<unknown>(entries) as unknown as Order, texts };
}

function foldNames(value: unknown): unknown {
  return Array.isArray(value) ? value.map(foldNames) : typeof value === 'string' ? foldName(value) : value;
}

/** The ids of the people an order names, for the directory. */
export function namedIn(order: Order): readonly string[] {
  const fields: Readonly<Record<string, unknown>> = { ...order };
  return peopleFields(order.type)
    .flatMap((field) => fields[field])
    .filter((id) => typeof id === 'string');
}
