import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** What is estimated of a long password is dear and says nothing more. */
const readLength = 64;
/** zxcvbn's scale: 0 and 1 fall to guesses within minutes or hours at a throttled door, 2 does not. */
const leastScore = 2;

let estimate: ZxcvbnFactory | undefined;

/** Whether guessers try this soon: known passwords, rows of keys, dates, repetitions, and what is made of them by a digit or two. */
export function isCommon(password: string): boolean {
  // The lists take a quarter of a second to open: when the first password is chosen, not when the process starts.
  estimate ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return estimate.check(password.slice(0, readLength)).score < leastScore;
}
