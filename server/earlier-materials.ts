import { problem } from '../contract/problem.ts';
import type { Problem } from '../contract/problem.ts';
import type { Db } from '../db/client.ts';
import { earlierCertificates, earlierFiles } from '../db/files/earlier.ts';
import type { EarlierCertificate, EarlierFile } from '../db/files/earlier.ts';
import type { Head } from '../db/journal/head.ts';
import { wordsOf } from '../db/views/case-view.ts';
import { civilDateOf } from '../domain/clock/civil-date.ts';
import type { CivilDate } from '../domain/clock/civil-date.ts';
import { goodUntil, standsFor } from '../domain/files/reuse.ts';
import type { Earlier } from '../domain/files/reuse.ts';
import type { FlowDefinition, Material } from '../domain/flow/definition.ts';
import type { Party } from '../domain/people/papers.ts';
import type { Definitions } from './definitions.ts';

/** What may stand for a material of a case: what it is, where it was given, and until when it is good for this material. */
export interface Reusable {
  readonly materialId: string;
  readonly earlier: Earlier;
  readonly until: CivilDate | null;
  readonly content: EarlierFile | EarlierCertificate;
  /** What it is called: as a file was, a certificate by its item and number. */
  readonly name: string;
  readonly certificateNo: string | null;
}

/** What the applicant of a case gave its department before or got from it, by material and the latest first. It asks no right. */
export async function reusableFor(
  { db, definitions }: { readonly db: Db; readonly definitions: Definitions },
  { caseId, state: { filing } }: Head,
  definition: FlowDefinition,
): Promise<readonly Reusable[]> {
  const wanted = definition.materials.filter(({ reuse }) => reuse !== undefined);
  if (wanted.length === 0) return [];
  const { texts } = await wordsOf(db, { caseIds: [caseId], digests: [filing.applicant], people: [] });
  const kept = texts[filing.applicant];
  if (kept === undefined) return [];
  // Kept as the contract's Party, checked when it was filed.
  const asking = { caseId, departmentId: filing.departmentId, applicant: JSON.parse(kept) as Party };
  const [files, certificates] = await Promise.all([earlierFiles(db, asking), earlierCertificates(db, asking)]);
  const named = await Promise.all(files.map(async (file) => fileAs(file, await definitions(file.definition))));
  const all = [...named, ...certificates.map(certificateAs)];
  return wanted.flatMap((material) =>
    all.filter(({ earlier }) => standsFor(material, earlier)).map(forMaterial(material)),
  );
}

type Found = Omit<Reusable, 'materialId' | 'until'>;

function fileAs(content: EarlierFile, { materials }: FlowDefinition): Found {
  const as = materials.find(({ id }) => id === content.materialId)?.title ?? content.materialId;
  const earlier = { kind: 'file', as, givenOn: civilDateOf(content.givenAt), validUntil: null } as const;
  return { earlier, content, name: content.name, certificateNo: null };
}

function certificateAs(content: EarlierCertificate): Found {
  const { itemCode, itemName, certificateNo, validFrom, validUntil } = content;
  const earlier = { kind: 'certificate', as: itemCode, givenOn: validFrom, validUntil } as const;
  return { earlier, content, name: `${itemName}（${certificateNo}）.pdf`, certificateNo };
}

function forMaterial(material: Material): (found: Found) => Reusable {
  return (found) => ({ ...found, materialId: material.id, until: goodUntil(material, found.earlier) });
}

/** The answer to a refusal of reuse. */
export function reuseRefused(code: 'identity-not-verified' | 'reuse-without-consent' | 'reuse-expired'): Problem {
  return problem(code, `expected something given before that may be used again, but: ${code}`);
}
