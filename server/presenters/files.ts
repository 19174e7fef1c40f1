import type { Static } from 'typebox';
import type { OkOf } from '../../contract/routes.ts';
import type { FileView } from '../../contract/routes/files.ts';
import type { CaseFile } from '../../db/files/case-files.ts';
import { reuseConsents } from '../../domain/case/files-taken.ts';
import type { FileOrigin } from '../../domain/case/files-taken.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { fileKinds } from '../../domain/files/kinds.ts';
import { receiptProof } from '../../domain/files/receipt-proof.ts';
import { serviceSignature } from '../../domain/files/signature-place.ts';
import { fileStates, mayOpen, scanStates } from '../../domain/files/states.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';

/** Files that arrived, as a page shows them; `definition` says what their materials are called. */
export function presentFiles(
  files: readonly CaseFile[],
  { definition, hasScanner }: { definition: FlowDefinition; hasScanner: boolean },
): Static<typeof FileView>[] {
  return files.flatMap(({ kind, scan, sha256, keptAt, ...file }) => {
    if (kind === null || scan === null || sha256 === null || keptAt === null) return [];
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
        scan,
        scanTitle: scanStates[scan],
        mayOpen: mayOpen(scan, hasScanner),
        state: file.state,
        stateTitle: fileStates[file.state],
        version: file.version,
        replaces: file.replaces,
        sha256,
        origin: file.origin === null ? null : presentOrigin(file.origin),
        broughtBy: file.broughtByName,
        keptAt: rfc3339(keptAt),
        takenAt: file.takenAt === null ? null : rfc3339(file.takenAt),
        takenBy: file.takenByName,
        endedAt: file.endedAt === null ? null : rfc3339(file.endedAt),
        endedBy: file.endedByName,
        endedWhy: file.endedWhy,
      },
    ];
  });
}

function presentOrigin({ caseNo, certificateNo, givenOn, goodUntil, consent }: FileOrigin) {
  return { caseNo, certificateNo: certificateNo ?? null, givenOn, goodUntil, consentTitle: reuseConsents[consent] };
}

/** The files that an applicant sent, as the applicant sees them: no names of officials. */
export function presentOffered(files: readonly CaseFile[], definition: FlowDefinition): OkOf<'listOffered'>['items'] {
  return files.flatMap(({ fileId, materialId, name, size, state, keptAt, broughtBy, endedWhy }) => {
    if (broughtBy !== null || keptAt === null) return [];
    const title = materialTitle(definition, materialId);
    const shown = { fileId, materialTitle: title, name, size, state, stateTitle: fileStates[state] };
    return [{ ...shown, sentAt: rfc3339(keptAt), why: endedWhy }];
  });
}

/** What a material of the item is called; its id where the flow does not know it. */
export function materialTitle({ materials }: FlowDefinition, materialId: string): string {
  const own = [receiptProof, serviceSignature].find(({ id }) => id === materialId);
  if (own !== undefined) return own.title.zh;
  return materials.find(({ id }) => id === materialId)?.title ?? materialId;
}
