import type { CivilDate } from '../clock/civil-date.ts';
import { instanceId } from '../instance-id.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import { dueOnOf } from './clocks.ts';
import type { Digest } from './marks.ts';
import { unlisted } from './materials.ts';
import type { CaseState, World } from './state.ts';
import { isSame, materialsOf } from './supplement.ts';
import type { AskedItem } from './asked.ts';

interface Where {
  readonly world: World;
  readonly state: CaseState;
}

interface Notice {
  readonly asked: readonly AskedItem[];
  readonly mends: readonly Digest[];
}

/**
 * What a notice names: something, each once, with how to mend it, and as it stands; a second one nothing that the first did not name.
 * `received` comes in with it. Refusals `unknown-material`, `material-shared`, `supplement-list-invalid`, `supplement-new-item`.
 */
export function checkAsked(
  { world, state }: Where,
  { asked, mends }: Notice,
  received: readonly string[],
): Rejection | null {
  const odd = unlisted(world, [...materialsOf(asked), ...received]) ?? askedOfNobody(world, asked);
  if (odd) return odd;
  const twice = asked.some((item, at) => asked.findIndex((other) => isSame(other, item)) !== at);
  if (asked.length === 0 || asked.length !== mends.length || twice) {
    const detail = `expected each item once with how to mend it, but got ${asked.length} items and ${mends.length} texts`;
    return reject('supplement-list-invalid', detail);
  }
  const held = [...state.received, ...received];
  const untrue = asked.find(
    ({ kind, id, defect }) => kind === 'material' && held.includes(id) === (defect === 'missing'),
  );
  if (untrue !== undefined) {
    const detail = `expected ${untrue.id} to be ${untrue.defect}, but it is ${untrue.defect === 'missing' ? '' : 'not '}there`;
    return reject('supplement-list-invalid', detail, { materials: [untrue.id] });
  }
  const fresh = asked.find((item) => state.supplement?.named.every((one) => !isSame(one, item)) ?? false);
  if (fresh === undefined) return null;
  const detail = `expected only what the first notice named (XKF 32(1)(4)), but ${fresh.id} is new`;
  return reject('supplement-new-item', detail, { materials: materialsOf([fresh]) });
}

/** What is had from shared data is not asked of the applicant, unless what came is wrong. Refusal `material-shared`. */
function askedOfNobody({ plan }: World, asked: readonly AskedItem[]): Rejection | null {
  const isShared = (id: string) => plan.materials.some((material) => material.id === id && material.shared === true);
  const odd = asked.find(({ kind, id, defect }) => kind === 'material' && defect === 'missing' && isShared(id));
  if (odd === undefined) return null;
  const detail = `expected materials that the applicant gives, but ${odd.id} is had from shared data`;
  return reject('material-shared', detail, { materials: [odd.id] });
}

/**
 * The day a notice was served: since the application (or the supplement) came in, not to come, in time, and proved where it lies back.
 * Refusals `supplement-day-invalid`, `supplement-too-late`, `supplement-evidence-required`.
 */
export function checkServed(
  { world, state, today }: Where & { readonly today: CivilDate },
  servedOn: CivilDate,
  evidence: Digest | undefined,
): Rejection | null {
  const from = state.supplement?.declaredOn ?? state.filing.receivedOn;
  if (servedOn < from || servedOn > today) {
    return reject('supplement-day-invalid', `expected a day from ${from} to ${today}, but got ${servedOn}`);
  }
  const id = instanceId('notice', (state.supplement?.round ?? 0) + 1);
  const clock = state.clocks.find((one) => one.id === id);
  const dueOn = clock === undefined ? null : dueOnOf(world, clock);
  if (dueOn !== null && servedOn > dueOn) {
    return reject('supplement-too-late', `expected a notice served by ${dueOn}, but it was served on ${servedOn}`);
  }
  if (servedOn === today || evidence !== undefined) return null;
  const detail = `expected proof of service on ${servedOn}, entered on ${today}, but none was given`;
  return reject('supplement-evidence-required', detail);
}
