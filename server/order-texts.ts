import type { OrderBody } from '../contract/orders.ts';
import { textFields } from '../domain/case/orders.ts';
import type { Order } from '../domain/case/orders.ts';
import { canonicalJson, sha256Hex } from '../domain/flow/canonical.ts';
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
  const fields: readonly string[] = textFields[body.type];
  const entries = Object.entries(body).map(([key, value]): [string, unknown] => {
    if (!fields.includes(key)) return [key, value];
    return [key, Array.isArray(value) ? value.map(take) : take(value)];
  });
  // The contract's schema has checked every field; digests and civil dates are brands of the same strings.
  return { order: Object.fromEntries(entries) as Order, texts };
}
