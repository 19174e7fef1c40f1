import type { Static } from 'typebox';
import type { SupplementView } from '../../contract/case-view.ts';
import type { OkOf } from '../../contract/routes.ts';
import { isSame, refOf } from '../../domain/case/supplement.ts';
import type { ItemRef, SupplementState } from '../../domain/case/asked.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';

/** What a supplement notice asks for, as the page of a case shows it; `texts`: the words that the reader may see, by digest. */
export function presentSupplement(
  supplement: SupplementState | undefined,
  o: { definition: FlowDefinition; dueOn: CivilDate | null; texts: Readonly<Record<string, string>> },
): Static<typeof SupplementView> | null {
  if (supplement === undefined) return null;
  const { state, round, documentNo, servedOn, asked, mends, consequence, named, declaredOn } = supplement;
  return {
    state,
    round,
    documentNo,
    servedOn,
    dueOn: o.dueOn,
    declaredOn,
    asked: asked.map(({ kind, id, defect }, at) => ({
      kind,
      id,
      defect,
      title: titleOf({ kind, id }, o.definition),
      mend: o.texts[mends[at] ?? ''] ?? null,
      arrivedOn: arrivalOf(supplement, { kind, id }),
    })),
    consequence: o.texts[consequence] ?? null,
    named: named.map(refOf),
  };
}

/** What the applicant still has to supply, by name; null where nothing is awaited. */
export function awaitedOf(
  supplement: Omit<SupplementState, 'mends' | 'consequence'> | null,
  o: { definition: FlowDefinition; dueOn: CivilDate | null },
): OkOf<'lookup'>['supplement'] {
  if (supplement === null || supplement.state !== 'waiting') return null;
  const { documentNo, servedOn, asked } = supplement;
  const items = asked.map(({ kind, id, defect }) => ({
    title: titleOf({ kind, id }, o.definition),
    defect,
    arrivedOn: arrivalOf(supplement, { kind, id }),
  }));
  return { documentNo, servedOn, dueOn: o.dueOn, asked: items };
}

function arrivalOf({ arrived }: Pick<SupplementState, 'arrived'>, item: ItemRef): CivilDate | null {
  return arrived.find((part) => isSame(part, item))?.on ?? null;
}

function titleOf({ kind, id }: ItemRef, { materials, form }: FlowDefinition): string {
  const title =
    kind === 'material' ? materials.find((one) => one.id === id)?.title : form.find((one) => one.key === id)?.title;
  return title ?? id;
}
