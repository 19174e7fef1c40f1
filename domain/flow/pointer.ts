/** The value at a JSON pointer, or undefined where there is none. Ids are no parts of pointers here: nothing is escaped. */
export function valueAt(document: unknown, pointer: string): unknown {
  return partsOf(pointer).reduce<unknown>((value, part) => (isRecord(value) ? value[part] : undefined), document);
}

/** A copy of a document with the value at a pointer replaced; undefined removes it. What the pointer does not meet stays as it is. */
export function withValue<T>(document: T, pointer: string, value: unknown): T {
  // The caller's value fits the place that its pointer names.
  return changed(document, partsOf(pointer), value) as T;
}

function changed(document: unknown, [part, ...rest]: readonly string[], value: unknown): unknown {
  if (part === undefined) return value;
  if (!isRecord(document)) return document;
  const next = changed(document[part], rest, value);
  if (Array.isArray(document)) {
    const items: readonly unknown[] = document;
    return items.flatMap((item, i) => (String(i) !== part ? [item] : next === undefined ? [] : [next]));
  }
  const others = Object.entries(document).filter(([name]) => name !== part);
  if (next === undefined) return Object.fromEntries(others);
  return { ...document, [part]: next };
}

function partsOf(pointer: string): string[] {
  return pointer.split('/').slice(1);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
