import { ms } from './query.ts';

/** The columns of a row of a worklist (`WorkRow`); `s` is the step. */
export const stepColumns = `s.case_id AS "caseId", c.case_no AS "caseNo", c.item_code AS "itemCode", i.name AS "itemName",
  c.definition, t.content AS applicant, s.department_id AS "departmentId", d.name AS "departmentName",
  s.region_code AS "regionCode", c.status, c.due_on AS "caseDueOn", c.provisional, s.step_id AS "stepId", s.kind, s.untimed,
  s.phase, s.next_role AS "nextRole", s.extension_approver AS "extensionApprover", s.opened_on AS "openedOn", s.sort_due_on AS "dueOn", s.sort_clock AS clock, s.reminders,
  k.started_on AS "startedOn", k.limit_count AS "limitCount", k.limit_unit AS "limitUnit", k.extension, k.stops,
  (SELECT max(CASE w.level WHEN 'red' THEN 3 WHEN 'yellow' THEN 2 ELSE 1 END) FROM warning w
    WHERE w.case_id = s.case_id AND w.clock = s.sort_clock AND w.due_on = s.sort_due_on) AS "levelRank",
  ${ms('s.finished_at')} AS "finishedAt", s.outcome`;

/** What those columns need beside the step. */
export const stepJoins = `JOIN case_row c ON c.case_id = s.case_id
  LEFT JOIN case_clock k ON k.case_id = s.case_id AND k.clock = s.sort_clock
  JOIN item i ON i.code = c.item_code
  JOIN department d ON d.id = s.department_id
  LEFT JOIN case_text t ON t.case_id = c.case_id AND t.digest = c.applicant`;
