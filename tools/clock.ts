import { isUtf8 } from 'node:buffer';

import { compileCalendar, nationalCalendar, nationalDays, upToHorizon } from '../domain/clock/calendar.ts';
import { isClockError } from '../domain/clock/clock.ts';
import { explain } from '../domain/clock/explain.ts';
import { readQuestion } from '../domain/clock/question.ts';
import { answerLine, parseStrictJson, refuseLine } from './clock-lines.ts';
import { explanationTable } from './clock-table.ts';

const help = `npm run -s clock                       JSON lines on standard input, one JSON line out for each, in order
npm run -s clock -- --explain '<json>' the same object (id not needed) explained day by day, in Chinese
npm run -s clock -- --help             this text

Input    {"id", "startedOn", "limit": {"count", "unit"}, "extension"?, "stops"?: [{"from", "to"}], "today"?}
         id      string, or a number up to 2^53 - 1 in size; echoed
         unit    workday, calendarDay, month, year
         count, extension  integers from 0; extension is 0 when absent
         stops   days x with from < x <= to are taken out; "to": null while the stop is open
         dates   YYYY-MM-DD, real days of 1900 to 2199
Output   {"id", "dueOn": date|null, "provisional", "excluded"} and, with today, "used", "remaining", "overdue"
Bad line {"id"|null, "error": {"code", "detail"}}; every line is answered, a blank one too; the exit code stays 0

Codes    broken-json (also blank or not UTF-8)  line-too-long (over 1 MiB)  duplicate-key  not-an-object
         unknown-key  missing-key  invalid-id  invalid-date  invalid-limit  unknown-unit  invalid-count
         invalid-extension  invalid-stops  stop-ends-before-it-starts
         calendar-not-covered (start, due date or today outside 2019-01-01 to 2036-12-31)

Exit     0 done; 1 --explain could not be answered; 64 unknown arguments`;

const lineLimitBytes = 1_048_576;
const lineTooLong = refuseLine(null, {
  code: 'line-too-long',
  detail: 'expected at most 1 MiB a line, but it is longer',
});
const notUtf8 = refuseLine(null, { code: 'broken-json', detail: 'expected UTF-8, but the line holds other bytes' });
const newline = 0x0a;
const calendar = upToHorizon(compileCalendar(nationalCalendar()));

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const [option, text, ...rest] = args;
  if (option === undefined) return answerAll();
  if (option === '--help' && text === undefined) return print(help, 0);
  if (option === '--explain' && text !== undefined && rest.length === 0) return explainOne(text);
  process.stderr.write(`expected no argument, --explain '<json>' or --help, but got ${args.join(' ')}\n`);
  return 64;
}

function print(text: string, exitCode: number): number {
  process.stdout.write(`${text}\n`);
  return exitCode;
}

function explainOne(text: string): number {
  const parsed = parseStrictJson(text);
  if (!('value' in parsed)) return fail(parsed);
  const { value, doubled } = parsed;
  if (doubled) return fail(doubled);
  const question = readQuestion(isObject(value) ? withoutId(value) : value);
  if (isClockError(question)) return fail(question);
  const stops = question.clock.stops.map((_, index) => ({ step: `第${index + 1}次暂停` }));
  const labels = { startedBy: '起始', stops };
  const day = question.today === undefined ? {} : { today: question.today };
  const explanation = explain(question.clock, calendar, { labels, describeDay: nationalDays(), ...day });
  return isClockError(explanation) ? fail(explanation) : print(explanationTable(explanation), 0);
}

function fail({ code, detail }: { code: string; detail: string }): number {
  process.stderr.write(`${code}: ${detail}\n`);
  return 1;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutId({ id: _id, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest;
}

/** Reads blocks, cuts them at newlines and answers each block in one write, waiting while the reader is slow. */
async function answerAll(): Promise<number> {
  // A reader that has seen enough (head) closes the pipe; that is no mistake.
  process.stdout.on('error', () => process.exit(0));
  let rest: Buffer = Buffer.alloc(0);
  let isSkipping = false;
  let isFirst = true;
  for await (const block of process.stdin as AsyncIterable<Buffer>) {
    const answers: string[] = [];
    let from = 0;
    for (let at = block.indexOf(newline); at >= 0; at = block.indexOf(newline, from)) {
      const line = Buffer.concat([rest, block.subarray(from, at)]);
      answers.push(isSkipping ? lineTooLong : answerBytes(line, isFirst));
      isSkipping = false;
      isFirst = false;
      rest = Buffer.alloc(0);
      from = at + 1;
    }
    rest = isSkipping ? rest : Buffer.concat([rest, block.subarray(from)]);
    if (rest.length > lineLimitBytes) {
      isSkipping = true;
      rest = Buffer.alloc(0);
    }
    await write(answers);
  }
  if (isSkipping) await write([lineTooLong]);
  else if (rest.length > 0) await write([answerBytes(rest, isFirst)]);
  return 0;
}

function answerBytes(line: Buffer, isFirst: boolean): string {
  if (line.length > lineLimitBytes) return lineTooLong;
  if (!isUtf8(line)) return notUtf8;
  const text = line.toString('utf8');
  return answerLine(isFirst && text.startsWith('\ufeff') ? text.slice(1) : text, calendar);
}

async function write(lines: string[]): Promise<void> {
  if (lines.length === 0) return;
  if (!process.stdout.write(`${lines.join('\n')}\n`)) {
    await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
  }
}
