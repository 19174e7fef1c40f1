import { createHmac } from 'node:crypto';
import type { ApplicantOrderBody } from '../contract/applicant-orders.ts';
import type { OrderBody } from '../contract/orders.ts';
import { peopleFields, textFields } from '../domain/case/acts/index.ts';
import type { Order } from '../domain/case/acts/index.ts';
import { canonicalJson } from '../domain/flow/canonical.ts';
import { numberField } from '../domain/numbers/papers.ts';
import { foldName } from '../domain/words/names.ts';
import type { Text } from './gateway/types.ts';

/**
 * Words or an object of personal data as kept: JSON in canonical form for objects. The digest is HMAC-SHA-256 under the key of the
 * case (`secret`, hex), so that it neither links two cases nor can be guessed.
 */
export function keep(content: unknown, secret: string): Text {
  const text = typeof content === 'string' ? content : canonicalJson(content);
  return { digest: createHmac('sha256', Buffer.from(secret, 'hex')).update(text).digest('hex'), content: text };
}

/**
 * Replaces the free text of an order by digests under the case's key: the words go into PostgreSQL, the digests to the case. A number that is
 * not given stands empty: the register gives it.
 */
export function digestOrder(
  body: OrderBody | ApplicantOrderBody,
  secret: string,
): { order: Order; texts: readonly Text[] } {
  const texts: Text[] = [];
  const take = (content: unknown): string => {
    const text = keep(content, secret);
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
  const field = numberField(body.type);
  const asked = field === null ? {} : { [field]: '' };
  // The contract's schema has checked every field; digests and civil dates are brands of the same strings.
  return { order: { ...asked, ...Object.fromEntries<unknown>(entries) } as unknown as Order, texts };
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
