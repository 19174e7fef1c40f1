import type { CivilDate } from '../clock/civil-date.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { CaseState } from './state.ts';

/** The statements that nobody has answered, by their number. */
export function unanswered({ statements }: CaseState): readonly number[] {
  return statements?.received.flatMap(({ no, isAnswered }) => (isAnswered ? [] : [no])) ?? [];
}

/** Whoever was told, has said nothing and still may on a day. */
function awaited({ statements }: CaseState, on: CivilDate): readonly CivilDate[] {
  const said = new Set(statements?.received.map(({ toldNo }) => toldNo));
  return statements?.told.flatMap(({ no, stateBy }) => (said.has(no) || on > stateBy ? [] : [stateBy])) ?? [];
}

/** Why nothing is decided yet: somebody who was told of their right may still speak, or was not answered (XKF 36). Null: nothing holds it up. */
export function statementsBar(state: CaseState, on: CivilDate): Rejection | null {
  const [until] = awaited(state, on);
  if (until !== undefined) {
    return reject(
      'statement-awaited',
      `expected the statement of who was told, or a day later than ${until}, but it is ${on}`,
    );
  }
  const open = unanswered(state);
  if (open.length === 0) return null;
  return reject('statement-unanswered', `expected an answer to each statement, but ${open.join(', ')} has none`);
}
