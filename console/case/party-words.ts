/** A field of an opened text of a case (party, contact), or the empty text. */
export function textIn(value: unknown, key: string): string {
  if (typeof value !== 'object' || value === null) return '';
  const found: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
  return found === undefined || found === null ? '' : String(found);
}

/** The name in a party, however it was kept. */
export function nameOf(party: unknown): string {
  return typeof party === 'string' ? party : textIn(party, 'name') || '—';
}
