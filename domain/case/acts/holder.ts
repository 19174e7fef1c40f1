import type { Role } from '../../people/roles.ts';
import type { CaseState, World } from '../state.ts';

/** Whose right an act is: who holds the step's task, who the flow names, who watches or supervises, who was told besides, the applicant, the system, roles, or roles wherever they sit. */
type FixedHolder =
  | 'handler'
  | 'untimedApprover'
  | 'extensionApprover'
  | 'watcher'
  | 'told'
  | 'applicant'
  | 'system'
  | readonly Role[]
  | { readonly anywhere: readonly Role[] };

interface Where {
  readonly world: World;
  readonly state: CaseState;
}

/** A right may hang on the case: on the rules it was filed under, or on what its item cites. */
export type Holder = FixedHolder | ((where: Where) => FixedHolder);

/** Whose right an act is on this case. */
export function holderOn(holder: Holder, where: Where): FixedHolder {
  return typeof holder === 'function' ? holder(where) : holder;
}
