/**
 * What the bundled libraries call and Chromium 92 lacks; imported first, for its effect. The build refuses a console that calls
 * anything else that is newer (server/launcher/newer-calls.ts).
 */
export function fillIn(world: { readonly Object: object; readonly Array: { readonly prototype: object } }): void {
  fill(world.Object, 'hasOwn', (on: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(on, key));
  fill(world, 'structuredClone', copyOf);
  const { prototype } = world.Array;
  // What the law of a case calls, which is played in the browser too.
  fill(prototype, 'findLast', function (this: unknown[], fits: (one: unknown) => boolean) {
    return [...this].reverse().find(fits);
  });
  fill(prototype, 'findLastIndex', function (this: unknown[], fits: (one: unknown) => boolean) {
    const back = [...this].reverse().findIndex(fits);
    return back === -1 ? -1 : this.length - 1 - back;
  });
  fill(prototype, 'toReversed', function (this: unknown[]) {
    return [...this].reverse();
  });
  fill(prototype, 'toSorted', function (this: unknown[], compare?: (a: unknown, b: unknown) => number) {
    return [...this].sort(compare);
  });
}

function fill(on: object, name: string, value: unknown): void {
  if (!(name in on)) Object.defineProperty(on, name, { value, configurable: true, writable: true });
}

/** A copy of plain data, which is all the libraries ask for; anything else is shared. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  const shape: unknown = Object.getPrototypeOf(value);
  if (shape !== Object.prototype && shape !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]));
}

fillIn(globalThis);
