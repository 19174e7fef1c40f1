import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentRules } from '../../domain/case/machine.ts';
import { addHistory } from '../support/add-history.ts';
import { loadHistories, submissionsIn, toldIn } from '../support/histories.ts';
import { notNeeded } from '../support/history-scripts/not-needed.ts';
import { replayAll } from '../support/replay.ts';

const dir = mkdtempSync(join(tmpdir(), 'shixian-histories-'));
const recorded = `notNeeded-r${currentRules}-1.json`;
let added: string[];

beforeAll(async () => {
  writeFileSync(join(dir, 'notNeeded-1.json'), 'recorded before');
  added = await addHistory('notNeeded', notNeeded, dir);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('npm run history:add', () => {
  test('adds the runs of one script and leaves every other file as it is', () => {
    expect(added).toEqual([recorded]);
    expect(readdirSync(dir).toSorted()).toEqual(['notNeeded-1.json', recorded]);
    expect(readFileSync(join(dir, 'notNeeded-1.json'), 'utf8')).toBe('recorded before');
  });

  test('records what replays to the same bytes, with the orders of the script', async () => {
    rmSync(join(dir, 'notNeeded-1.json'));
    const corpus = loadHistories(dir);
    expect(corpus.flatMap(submissionsIn).map(({ order }) => order.type)).toEqual(['answerNotNeeded']);
    const results = await replayAll(corpus);
    expect(corpus.map(({ name }) => results.get(name))).toEqual(
      corpus.map((saved) => ({ told: toldIn(saved), error: null })),
    );
  });

  test('never records a script twice under the same rules', async () => {
    const before = readFileSync(join(dir, recorded), 'utf8');
    await expect(addHistory('notNeeded', notNeeded, dir)).rejects.toThrow('is recorded');
    expect(readFileSync(join(dir, recorded), 'utf8')).toBe(before);
  });
});
