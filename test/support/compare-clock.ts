import { compileCalendar, nationalCalendar, upToHorizon } from '../../domain/clock/calendar.ts';
import { isClockError } from '../../domain/clock/clock.ts';
import { answerQuestion, readQuestion } from '../../domain/clock/question.ts';
import { bruteForce } from './brute-force-clock.ts';
import type { OracleAnswer, OracleClock } from './brute-force-clock.ts';
import { randomClock, seededRandom } from './random-clock.ts';

const calendar = upToHorizon(compileCalendar(nationalCalendar()));

/** The product's answer to a question, or the code of its refusal, in the oracle's form. */
export function productAnswer(question: OracleClock): OracleAnswer | string {
  const read = readQuestion(question);
  if (isClockError(read)) return read.code;
  const answer = answerQuestion(read, calendar);
  return isClockError(answer) ? answer.code : answer;
}

/** Compares random questions with the oracle and returns the first few on which they differ. */
export function differences(seed: number, count: number, onProgress?: (done: number) => void): string[] {
  const random = seededRandom(seed);
  const found: string[] = [];
  for (let done = 1; done <= count && found.length < 5; done += 1) {
    const question = randomClock(random);
    const expected = canonical(bruteForce(question));
    const actual = canonical(productAnswer(question));
    if (actual !== expected) found.push(`${JSON.stringify(question)} expected ${expected}, but got ${actual}`);
    onProgress?.(done);
  }
  return found;
}

function canonical(answer: OracleAnswer | string): string {
  if (typeof answer === 'string') return answer;
  const { dueOn, provisional, excluded, used, remaining, overdue } = answer;
  return JSON.stringify({ dueOn, provisional, excluded, used, remaining, overdue });
}
