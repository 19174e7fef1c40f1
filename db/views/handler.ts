import { ofWholeCase } from '../../domain/case/tasks.ts';

/** Who holds a task, by name (经办人). */
export interface Handler {
  readonly id: string;
  readonly name: string;
}

/** SQL: the person of a row of `app_user` (an outer join) as a `Handler`; null while nobody holds the task. */
export function handlerOf(user: string): string {
  return `CASE WHEN ${user}.id IS NOT NULL THEN json_build_object('id', ${user}.id, 'name', ${user}.name) END`;
}

/** So many people of a post are named; of more, whoever waits knows nobody to ask. */
const fewNames = 3;

/** SQL: the names of who hold the post of a row of `case_task` that nobody holds, where they are few. */
export function holdersOf(task: string): string {
  return `CASE WHEN ${task}.assignee IS NULL THEN (SELECT CASE WHEN count(*) <= ${fewNames} THEN string_agg(u.name, '、' ORDER BY u.name, u.id) END
    FROM post p JOIN app_user u ON u.id = p.user_id
    WHERE p.department_id = ${task}.department_id AND p.role = ${task}.role AND NOT u.disabled) END`;
}

/** SQL: a row of `case_task` is the one task of its open step, none of the whole case that hangs on it. */
export function ofOpenStep(task: string): string {
  return `${task}.origin NOT IN (${ofWholeCase.map((origin) => `'${origin}'`).join(', ')})`;
}
