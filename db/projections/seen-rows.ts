import type { Fact, FactOf, FactType } from '../../domain/case/facts/index.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { caseSeen } from '../schema/tasks.ts';

export type SeenRow = typeof caseSeen.$inferSelect;

type Viewer = Pick<SeenRow, 'kind' | 'viewer'>;
/** Whom a fact lets in, given who caused it and whose case it is. */
type Door<T extends FactType> = (body: FactOf<T>, o: { actorId: string | null; own: string }) => Viewer | null;

const person = (viewer: string | null): Viewer | null => (viewer === null ? null : { kind: 'person', viewer });
const department = (viewer: string): Viewer => ({ kind: 'department', viewer });

const doors: { readonly [T in FactType]?: Door<T> } = {
  CaseFiled: (_body, { own }) => department(own),
  // Its own department is in since the filing.
  StepOpened: ({ departmentId: at }, { own }) => (at === undefined || at === own ? null : department(at)),
  TaskClaimed: (_body, { actorId }) => person(actorId),
  TaskHandedOver: ({ to }) => person(to),
  TaskReassigned: ({ to }) => person(to),
};

/** Whether a fact may let somebody in: what is remembered of who sees the case ends with it. */
export function letsIn(type: FactType): boolean {
  return doors[type] !== undefined;
}

/** The rows of case_seen that a run of facts adds: its department, others with a step of it, people with a task. */
export function seenRowsOf(facts: readonly Fact[], { caseId, filing, closedAt }: CaseState): SeenRow[] {
  const closed = closedAt === null ? null : new Date(closedAt);
  const rows = facts.flatMap(({ actorId, body }) => {
    const viewer = viewerOf(body, { actorId, own: filing.departmentId });
    return viewer === null ? [] : [{ caseId, ...viewer, closedAt: closed }];
  });
  return [...new Map(rows.map((row) => [`${row.kind} ${row.viewer}`, row])).values()];
}

function viewerOf<T extends FactType>(body: FactOf<T>, o: { actorId: string | null; own: string }): Viewer | null {
  return doors[body.type as T]?.(body, o) ?? null;
}
