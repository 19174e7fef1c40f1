import type { CaseData } from './case-data.ts';

/** What has a file and is not recorded as received, by id: it is there. */
export function withFile({ materials }: CaseData): readonly string[] {
  return materials.filter(({ received, hasFile }) => hasFile && !received).map(({ id }) => id);
}

/** Of what a supplement asks, the materials that have a file. */
export function awaitedWithFile(view: CaseData): readonly { readonly kind: 'material'; readonly id: string }[] {
  const asked = view.supplement?.asked.filter(({ arrivedOn, kind }) => kind === 'material' && arrivedOn === null) ?? [];
  return withFile(view).flatMap((id) =>
    asked.some((one) => one.id === id) ? [{ kind: 'material', id } as const] : [],
  );
}
