/**
 * SQL: the date of a row of `case_row c` told to people, as a `ToldDue`. At a tie it is the promise's, which the names of the kinds happen to
 * say in this order too.
 */
export const toldOf = `json_build_object('dueOn', c.due_on, 'provisional', c.provisional, 'dueClock',
  (SELECT min(g.kind) FROM case_clock g WHERE g.case_id = c.case_id AND g.kind IN ('promised', 'statutory') AND g.due_on = c.due_on))`;
