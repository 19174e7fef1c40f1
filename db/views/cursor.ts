import { parseCivilDate } from '../../domain/clock/civil-date.ts';
import { refuse } from '../refusal.ts';
import type { BadCursor } from './query.ts';

/** What one place of a cursor may hold. */
export type CursorPart = 'day' | 'instant' | 'flag' | 'uuid' | 'id' | 'number';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const fits: Readonly<Record<CursorPart, (text: string) => boolean>> = {
  day: (text) => text === 'infinity' || parseCivilDate(text) !== undefined,
  instant: (text) => /^[0-9]{1,13}$/.test(text),
  flag: (text) => text === 'true' || text === 'false',
  uuid: (text) => uuid.test(text),
  number: (text) => /^[\x21-\x7e]{1,60}$/.test(text),
  id: (text) => /^[\x21-\x7e]{1,200}$/.test(text),
};

/** Writes the place of a row in a list as an opaque cursor: base64url of JSON, bound to the list's name. */
export function writeCursor(list: string, parts: readonly string[]): string {
  return Buffer.from(JSON.stringify([list, ...parts])).toString('base64url');
}

/**
 * Reads a cursor that `writeCursor` wrote for the same list.
 * @returns its parts in order, or `bad-cursor` for anything else
 */
export function readCursor(list: string, cursor: string, shape: readonly CursorPart[]): readonly string[] | BadCursor {
  const [name, ...parts] = parse(cursor);
  const good = name === list && parts.length === shape.length;
  if (good && shape.every((part, at) => fits[part](parts[at] ?? ''))) return parts;
  return refuse('bad-cursor', `expected a cursor that the list ${list} gave, but got another text`);
}

function parse(cursor: string): string[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(read) && read.every((part) => typeof part === 'string') ? read : [];
  } catch {
    return [];
  }
}
