import type { CivilDate } from '../clock/civil-date.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { AskedItem, ItemRef } from './asked.ts';
import type { CaseState } from './state.ts';

/** Whether two refer to the same material or field. */
export function isSame(one: ItemRef, other: ItemRef): boolean {
  return one.kind === other.kind && one.id === other.id;
}

/** Which material or field something is about, and no more of it: as facts keep it. */
export function refOf({ kind, id }: ItemRef): ItemRef {
  return { kind, id };
}

/** What the last notice names and has not arrived. */
export function stillAsked({ supplement }: CaseState): readonly AskedItem[] {
  if (supplement === undefined) return [];
  return supplement.asked.filter((item) => !supplement.arrived.some((part) => isSame(part, item)));
}

/** The day of arrival from which an accepted case counts: of the application, or of the last supplement that was required (XKF 32(1)(5)). */
export function arrivedOn({ supplement, filing }: CaseState): CivilDate {
  if (supplement === undefined) return filing.countsFrom ?? filing.receivedOn;
  const last = supplement.arrived.reduce<CivilDate | null>(
    (day, { on }) => (day === null || on > day ? on : day),
    null,
  );
  return last ?? supplement.declaredOn ?? filing.receivedOn;
}

/** A supplement that is still to come keeps a case from being accepted, but for materials that are just brought. Refusal `supplement-outstanding`. */
export function supplementBars(state: CaseState, brought: readonly string[] = []): Rejection | null {
  const still = stillAsked(state).filter(({ kind, id }) => kind === 'field' || !brought.includes(id));
  if (still.length === 0) return null;
  const detail = `expected all that the supplement notice names, but these are still to come: ${idsOf(still).join(', ')}`;
  return reject('supplement-outstanding', detail, { materials: materialsOf(still) });
}

/** The ids of some items, as details name them. */
export function idsOf(items: readonly ItemRef[]): readonly string[] {
  return items.map(({ id }) => id);
}

/** The materials among some items. */
export function materialsOf(items: readonly ItemRef[]): readonly string[] {
  return items.flatMap(({ kind, id }) => (kind === 'material' ? [id] : []));
}
