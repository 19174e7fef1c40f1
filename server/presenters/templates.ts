import type { OkOf } from '../../contract/routes.ts';
import type { DocumentTemplate } from '../../db/documents/templates.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import type { DocumentContent } from '../../domain/documents/content.ts';
import { documentNames } from '../../domain/documents/kind-names.ts';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import { maskIdNo, maskName, maskPhone } from './masks.ts';
import { instantOrNull } from './words.ts';

type Row = OkOf<'documentTemplates'>['items'][number]['kinds'][number];

/** The versions of a kind, the newest first: what is proposed, what is in force, what was before. */
export function presentTemplates(
  kind: DocumentKind,
  versions: readonly DocumentTemplate[],
  enforce: string | null,
): Row {
  const [inForce, ...earlier] = versions.filter(({ since }) => since !== null).map(presentVersion);
  const proposed = versions.find(({ since }) => since === null);
  return {
    kind,
    title: documentNames[kind].title,
    inForce: inForce ?? null,
    proposed: proposed === undefined ? null : presentVersion(proposed),
    earlier,
    enforce,
  };
}

function presentVersion(one: DocumentTemplate): Row['earlier'][number] {
  return {
    version: one.version,
    opening: one.opening,
    closing: one.closing,
    proposedBy: one.proposedByName,
    proposedAt: rfc3339(one.proposedAt, 'ms'),
    since: instantOrNull(one.since),
    inForceBy: one.inForceByName,
  };
}

const idNumber = /[1-9][0-9]{16}[0-9X]/g;
const phone = /1[3-9][0-9]{9}/g;

/** A document as a sample for who administers the words, not the case: its applicant, numbers of persons and telephones are masked. */
export function sampleOf(content: DocumentContent): DocumentContent {
  const { applicant } = content;
  return JSON.parse(JSON.stringify(content), (_key, value: unknown) =>
    typeof value === 'string'
      ? value.replaceAll(applicant, maskName(applicant)).replaceAll(idNumber, maskIdNo).replaceAll(phone, maskPhone)
      : value,
  ) as DocumentContent;
}
