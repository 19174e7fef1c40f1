import { rowsAtOnce } from '../../domain/catalogue/read-row.ts';

/** Far below what the door takes (256 KB): a sign of Chinese has three bytes. */
const mostSigns = 60_000;

/** Rows as they are sent at once: not too many, and not too long together. */
export function partsOf<R extends { readonly cells: object }>(rows: readonly R[]): R[][] {
  const parts: R[][] = [];
  let room = 0;
  for (const row of rows) {
    const signs = JSON.stringify(row.cells).length;
    const last = parts.at(-1);
    if (last === undefined || last.length === rowsAtOnce || signs > room) {
      parts.push([row]);
      room = mostSigns - signs;
    } else {
      last.push(row);
      room -= signs;
    }
  }
  return parts;
}
