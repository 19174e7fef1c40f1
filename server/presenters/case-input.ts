import type { CaseView as CaseRows, Words } from '../../db/views/case-view.ts';
import type { PostHolder } from '../../db/people/directory.ts';
import type { Allowed } from '../../domain/case/allowed.ts';
import type { World } from '../../domain/case/state.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { Language } from '../../domain/words/said.ts';

/** What a case is shown from. `handles`: the viewer works for the department and sees personal data. */
export interface CaseInput {
  readonly rows: CaseRows;
  /** Of `digestsIn` and `peopleIn`. */
  readonly words: Words;
  readonly world: World;
  readonly definition: FlowDefinition;
  readonly today: CivilDate;
  readonly handles: boolean;
  readonly viewer: Actor;
  readonly allowed: readonly Allowed[];
  /** Of `rolesIn`: who holds a post of the department. */
  readonly holders: readonly PostHolder[];
  /** The documents that the department's register numbers. */
  readonly fromSeries: readonly DocumentKind[];
  /** Of the reader: why an order is refused is told in it. */
  readonly language: Language;
}
