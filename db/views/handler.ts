/** Who holds a task, by name (经办人). */
export interface Handler {
  readonly id: string;
  readonly name: string;
}

/** SQL: the person of a row of `app_user` (an outer join) as a `Handler`; null while nobody holds the task. */
export function handlerOf(user: string): string {
  return `CASE WHEN ${user}.id IS NOT NULL THEN json_build_object('id', ${user}.id, 'name', ${user}.name) END`;
}
