import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);

/** Runs tools/clock.ts with a time zone, arguments and standard input. */
function runClock(
  timeZone: string,
  args: string[],
  input: string,
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'tools/clock.ts', ...args], {
      cwd: root,
      env: { ...process.env, TZ: timeZone },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

const vectors = readFileSync(new URL('test/domain/clock/vectors.jsonl', root), 'utf8')
  .trim()
  .split('\n')
  .map((line): { id: number; question: object; expected: object | string } => JSON.parse(line));

const input = `${vectors.map(({ id, question }) => JSON.stringify({ id, ...question })).join('\n')}\n`;

describe('npm run clock', () => {
  it.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('answers every vector in order under TZ=%s', async (zone) => {
    const { code, out } = await runClock(zone, [], input);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const expected = vectors.map(({ id, expected: answer }) =>
      typeof answer === 'string' ? { id, error: { code: answer, detail: expect.any(String) } } : { id, ...answer },
    );
    expect(code).toBe(0);
    expect(answers).toEqual(expected);
  });

  it('answers bad lines, a line without end and a byte order mark in their places and still exits 0', async () => {
    const line = '{"id":"x","startedOn":"2026-03-02","limit":{"count":1,"unit":"workday"}}';
    const { code, out } = await runClock('UTC', [], `\ufeff${line}\nnonsense\n\n${'9'.repeat(1_200_000)}\n${line}`);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(code).toBe(0);
    expect(answers.map((answer) => answer.error?.code ?? answer.dueOn)).toEqual([
      '2026-03-03',
      'broken-json',
      'broken-json',
      'line-too-long',
      '2026-03-03',
    ]);
  });

  it('explains one clock for people, and says what is wrong with a bad one', async () => {
    const good = '{"startedOn":"2026-03-02","limit":{"count":2,"unit":"workday"}}';
    const explained = await runClock('America/New_York', ['--explain', good], '');
    expect(explained).toMatchObject({ code: 0, err: '' });
    expect(explained.out).toContain('2026年3月2日起始，次日起算2个工作日，故为3月4日');
    expect(await runClock('UTC', ['--explain', '{}'], '')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('missing-key'),
    });
    expect(await runClock('UTC', ['--wrong'], '')).toMatchObject({ code: 64, out: '' });
    expect((await runClock('UTC', ['--help'], '')).out).toContain('calendar-not-covered');
  });
});
