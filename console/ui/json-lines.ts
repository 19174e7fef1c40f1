/** Lines of a JSON text, from 1, by JSON Pointer: where each value, with its key, begins. */
export type JsonLines = ReadonlyMap<string, number>;

/** What is wrong with a text that is no JSON: the line, from 1, and what was expected there. */
export interface JsonMistake {
  readonly line: number;
  readonly expected: 'value' | 'key' | 'colon' | 'comma' | 'end';
}

export type JsonRead =
  | { readonly value: unknown; readonly lines: JsonLines; readonly mistake: null }
  | { readonly mistake: JsonMistake };

interface Cursor {
  readonly text: string;
  at: number;
  readonly lines: Map<string, number>;
}

/** Reads a JSON text of any layout together with the line of every value; browsers do not tell where a mistake is. */
export function readJson(text: string): JsonRead {
  const cursor: Cursor = { text, at: 0, lines: new Map() };
  const expected = readValue(cursor, '', null) ?? (next(cursor) === '' ? null : 'end');
  if (expected !== null) return { mistake: { line: lineAt(text, cursor.at), expected } };
  const value: unknown = JSON.parse(text);
  return { value, lines: cursor.lines, mistake: null };
}

/** The line of a pointer, or of the nearest value around it when the text does not have it; 1 when it has none of them. */
export function lineOf(lines: JsonLines, pointer: string): number {
  const found = lines.get(pointer);
  if (found !== undefined) return found;
  return pointer === '' ? 1 : lineOf(lines, pointer.slice(0, Math.max(0, pointer.lastIndexOf('/'))));
}

type Expected = JsonMistake['expected'] | null;

const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const quoted = /"(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const space = /[ \t\n\r]*/y;

/** Reads one value; answers what was expected where it stopped. `keyAt`: where the key of the value begins. */
function readValue(cursor: Cursor, pointer: string, keyAt: number | null): Expected {
  const first = next(cursor);
  cursor.lines.set(pointer, lineAt(cursor.text, keyAt ?? cursor.at));
  if (first === '{') return readMembers(cursor, pointer);
  if (first === '[') return readItems(cursor, pointer);
  return takeText(cursor) === null && take(cursor, plain) === null ? 'value' : null;
}

function readMembers(cursor: Cursor, pointer: string): Expected {
  cursor.at += 1;
  if (next(cursor) === '}') return close(cursor);
  for (;;) {
    next(cursor);
    const keyAt = cursor.at;
    const key = takeText(cursor);
    if (key === null) return 'key';
    if (next(cursor) !== ':') return 'colon';
    cursor.at += 1;
    const wrong = readValue(cursor, `${pointer}/${escaped(JSON.parse(key))}`, keyAt);
    if (wrong !== null) return wrong;
    const after = next(cursor);
    if (after === '}') return close(cursor);
    if (after !== ',') return 'comma';
    cursor.at += 1;
  }
}

function readItems(cursor: Cursor, pointer: string): Expected {
  cursor.at += 1;
  if (next(cursor) === ']') return close(cursor);
  for (let index = 0; ; index += 1) {
    const wrong = readValue(cursor, `${pointer}/${index}`, null);
    if (wrong !== null) return wrong;
    const after = next(cursor);
    if (after === ']') return close(cursor);
    if (after !== ',') return 'comma';
    cursor.at += 1;
  }
}

function close(cursor: Cursor): null {
  cursor.at += 1;
  return null;
}

/** Skips white space; answers the character that follows, empty at the end. */
function next(cursor: Cursor): string {
  take(cursor, space);
  return cursor.text[cursor.at] ?? '';
}

function take(cursor: Cursor, pattern: RegExp): string | null {
  pattern.lastIndex = cursor.at;
  const [found] = pattern.exec(cursor.text) ?? [];
  if (found === undefined) return null;
  cursor.at += found.length;
  return found;
}

/** A string in quotes; JSON allows no control character in it, such as the end of a line. */
function takeText(cursor: Cursor): string | null {
  const begin = cursor.at;
  const found = take(cursor, quoted);
  if (found === null || [...found].every((one) => one >= ' ')) return found;
  cursor.at = begin;
  return null;
}

function escaped(key: unknown): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
