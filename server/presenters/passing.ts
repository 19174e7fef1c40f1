import type { Static } from 'typebox';
import type { PassingView } from '../../contract/passing-view.ts';
import type { PassingState } from '../../domain/case/passed.ts';
import { lastReturnOn } from '../../domain/case/passing-clock.ts';
import type { World } from '../../domain/case/state.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';

/** How the materials stand between window and department; `texts`: those the reader may see. Null while nothing was passed on. */
export function presentPassing(
  passing: PassingState | undefined,
  o: {
    readonly world: World;
    readonly definition: FlowDefinition;
    readonly people: Readonly<Record<string, string>>;
    readonly texts: Readonly<Record<string, string>>;
  },
): Static<typeof PassingView> | null {
  if (passing === undefined) return null;
  const { stage, round, on, by, receiver, items, reason } = passing;
  const nameOf = (id: string) => o.people[id] ?? id;
  const titleOf = (id: string) => o.definition.materials.find((material) => material.id === id)?.title ?? id;
  return {
    stage,
    round,
    on,
    by: nameOf(by),
    receiver: nameOf(receiver),
    items: items.map((item) => ({ ...item, title: titleOf(item.id) })),
    reason: reason === undefined ? null : (o.texts[reason] ?? null),
    returnBy: stage === 'passed' ? lastReturnOn(o.world, on) : null,
  };
}
