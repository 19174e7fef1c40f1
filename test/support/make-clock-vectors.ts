import { writeFileSync } from 'node:fs';

import { bruteForce } from './brute-force-clock.ts';
import { randomClock, seededRandom } from './random-clock.ts';

/**
 * Writes test/domain/clock/vectors.jsonl: 600 questions with the oracle's answers, one JSON object a line.
 * Run from the root with `npx tsx test/support/make-clock-vectors.ts` when design.md section 3 or the calendar changes.
 */
const random = seededRandom(20_261_124);
const lines = Array.from({ length: 600 }, (_, index) => {
  const question = randomClock(random);
  return JSON.stringify({ id: index + 1, question, expected: bruteForce(question) });
});
writeFileSync('test/domain/clock/vectors.jsonl', `${lines.join('\n')}\n`);
