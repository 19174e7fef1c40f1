import type { Calendar } from '../domain/clock/calendar.ts';
import { isClockError } from '../domain/clock/clock.ts';
import type { ClockErrorCode } from '../domain/clock/clock.ts';
import { readFields } from '../domain/clock/parse-clock.ts';
import { answerQuestion, readQuestion } from '../domain/clock/question.ts';

/** Why a line could not be answered: the clock's own codes, and those of the line around it. A closed list. */
export type LineErrorCode = ClockErrorCode | 'broken-json' | 'line-too-long' | 'duplicate-key' | 'invalid-id';

/** A refused line: a closed code and a sentence. */
export type LineError = { code: LineErrorCode; detail: string };

const lineKeys = { required: ['id', 'startedOn', 'limit'], optional: ['extension', 'stops', 'today'] };

/** The answer to one line of JSON, itself one line of JSON: `{"id", ...answer}` or `{"id"|null, "error"}`. */
export function answerLine(line: string, calendar: Calendar): string {
  const parsed = parseStrictJson(line);
  if (!('value' in parsed)) return refuseLine(null, parsed);
  const { value, doubled } = parsed;
  const id = idOf(value);
  if (doubled) return refuseLine(id, doubled);
  const fields = readFields(value, 'the line', lineKeys);
  if (isClockError(fields)) return refuseLine(id, fields);
  if (id === null) {
    return refuseLine(null, {
      code: 'invalid-id',
      detail: 'expected id as a string or an exact number, but it is neither',
    });
  }
  const { id: _id, ...asked } = fields;
  const question = readQuestion(asked);
  if (isClockError(question)) return refuseLine(id, question);
  const answer = answerQuestion(question, calendar);
  return isClockError(answer) ? refuseLine(id, answer) : JSON.stringify({ id, ...answer });
}

/** A line of output for a line that was refused. */
export function refuseLine(id: string | number | null, { code, detail }: LineError): string {
  return JSON.stringify({ id, error: { code, detail } });
}

/**
 * Reads JSON in which no object names a key twice: JSON.parse alone keeps the last of two equal keys without a word.
 * Then the text has more colons outside strings than the value has keys. Error `broken-json`; a value with a key
 * doubled comes with the error `duplicate-key`.
 */
export function parseStrictJson(text: string): { value: unknown; doubled?: LineError } | LineError {
  if (text.trim() === '') return brokenJson('the line is blank');
  const { colons, depth } = scan(text);
  if (depth > depthLimit) return brokenJson(`it is nested deeper than ${depthLimit}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return brokenJson(`got ${JSON.stringify(text.slice(0, 60))}`);
  }
  if (countKeys(value) === colons) return { value };
  const detail = 'expected every key once in its object, but one is doubled';
  return { value, doubled: { code: 'duplicate-key', detail } };
}

/** A question is three levels deep; the limit keeps recursion over foreign data short. */
const depthLimit = 16;

function brokenJson(but: string): LineError {
  return { code: 'broken-json', detail: `expected a JSON object, but ${but}` };
}

/** The id to echo: a string, or a number that JSON can give back unchanged. */
function idOf(value: unknown): string | number | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  const { id } = value;
  if (typeof id === 'string') return id;
  const isExact = typeof id === 'number' && Number.isFinite(id) && Math.abs(id) <= Number.MAX_SAFE_INTEGER;
  return isExact ? id : null;
}

/** Colons and brackets of a JSON text outside its strings: how many keys it names and how deep it goes. */
function scan(text: string): { colons: number; depth: number } {
  let colons = 0;
  let level = 0;
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (inString) {
      if (character === '\\') i += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === ':') colons += 1;
    else if (character === '{' || character === '[') depth = Math.max(depth, (level += 1));
    else if (character === '}' || character === ']') level -= 1;
  }
  return { colons, depth };
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, item: unknown) => sum + countKeys(item), own);
}
