import type { Static } from 'typebox';
import type { DeferralTerms, DeferralView, UndertakingView } from '../../contract/case-view.ts';
import type { OkOf } from '../../contract/routes.ts';
import type { Lookup } from '../../db/views/lookup.ts';
import { dueOnOf } from '../../domain/case/clocks.ts';
import type { CaseState, World } from '../../domain/case/state.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { isClockError } from '../../domain/clock/clock.ts';
import { reckon } from '../../domain/clock/reckon.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';

/** 容缺受理 as the page of a case shows it; null where nothing was let in to come later. */
export function presentDeferral(
  { deferral, received, clocks }: CaseState,
  { world, definition }: { world: World; definition: FlowDefinition },
): Static<typeof DeferralView> | null {
  if (deferral === undefined) return null;
  const clock = clocks.find(({ kind }) => kind === 'deferral');
  return {
    documentNo: deferral.documentNo,
    undertakenOn: deferral.undertakenOn,
    dueOn: clock === undefined ? null : dueOnOf(world, clock),
    materials: deferral.materials.map((id) => ({ title: titleOf(id, definition), received: received.includes(id) })),
  };
}

/** How long what comes later may take, and until when if the case were accepted today; null where nothing may, or it was accepted. */
export function presentDeferralTerms(
  { acceptedOn, status }: CaseState,
  { world, today }: { world: World; today: CivilDate },
): Static<typeof DeferralTerms> | null {
  const limit = world.plan.limits.deferral;
  if (limit === undefined || acceptedOn !== null || status === 'closed') return null;
  const { count, unit } = limit;
  const due = reckon({ startedOn: today, limit: { count, unit }, extension: 0, stops: [] }, world.calendar);
  return { count, unit, ifToday: isClockError(due) ? null : due.dueOn };
}

/** 许可承诺 as the page of a case shows it; null where the permit rests on no undertaking. */
export function presentUndertaking(
  { undertaking, clocks }: CaseState,
  world: World,
): Static<typeof UndertakingView> | null {
  if (undertaking === undefined) return null;
  const clock = clocks.find(({ kind }) => kind === 'afterCheck');
  const checkDueOn = clock === undefined ? null : dueOnOf(world, clock);
  return { ...undertaking, checkDueOn, checkedOn: clock?.endedOn ?? null };
}

/** What an applicant still has to supply after acceptance, by name and until when; null where nothing. */
export function laterOf({ deferral, clocks, status }: Lookup, definition: FlowDefinition): OkOf<'lookup'>['deferral'] {
  const running = clocks.find(({ kind, endedOn }) => kind === 'deferral' && endedOn === null);
  if (deferral === null || running === undefined || status === 'closed') return null;
  const { received } = deferral;
  const still = deferral.materials.filter((id) => !received.includes(id));
  return { dueOn: running.dueOn, materials: still.map((id) => titleOf(id, definition)) };
}

function titleOf(id: string, { materials }: FlowDefinition): string {
  return materials.find((one) => one.id === id)?.title ?? id;
}
