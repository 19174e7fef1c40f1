import type { Static } from 'typebox';
import type { FileView } from '../../contract/routes/files.ts';
import type { CaseFile } from '../../db/files/case-files.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { fileKinds } from '../../domain/files/kinds.ts';
import { fileStates } from '../../domain/files/states.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';

/** Files that arrived, as a page shows them; `definition` says what their materials are called. */
export function presentFiles(files: readonly CaseFile[], definition: FlowDefinition): Static<typeof FileView>[] {
  return files.flatMap(({ kind, sha256, keptAt, ...file }) => {
    if (kind === null || sha256 === null || keptAt === null) return [];
    const { title, preview } = fileKinds[kind];
    return [
      {
        fileId: file.fileId,
        materialId: file.materialId,
        materialTitle: materialTitle(definition, file.materialId),
        name: file.name,
        size: file.size,
        kind,
        kindTitle: title,
        preview,
        state: file.state,
        stateTitle: fileStates[file.state],
        version: file.version,
        replaces: file.replaces,
        sha256,
        broughtBy: file.broughtByName,
        keptAt: rfc3339(keptAt),
        endedAt: file.endedAt === null ? null : rfc3339(file.endedAt),
        endedBy: file.endedByName,
        endedWhy: file.endedWhy,
      },
    ];
  });
}

/** What a material of the item is called; its id where the flow does not know it. */
export function materialTitle({ materials }: FlowDefinition, materialId: string): string {
  return materials.find(({ id }) => id === materialId)?.title ?? materialId;
}
