import type { RejectionCode } from '../../domain/rejection.ts';
import { rejectionCodes, rejections } from '../../domain/rejections/index.ts';
import type { RefusalRecord } from '../../domain/rejections/refusal-record.ts';
import type { CatalogueEntry } from './catalogue-entry.ts';

const statuses = {
  state: 409,
  content: 422,
  person: 403,
  unknown: 404,
} as const satisfies Record<RefusalRecord['because'], number>;

/** Refusals of the case machine: their words come from the domain, their status from what stands against the order. */
export const rejectionProblems = Object.fromEntries(
  rejectionCodes.map((code) => [code, entryOf(rejections[code])]),
) as Record<RejectionCode, CatalogueEntry>;

function entryOf({ because, title, sentence }: RefusalRecord): CatalogueEntry {
  return { status: statuses[because], zh: title.zh, en: title.en, sentence };
}
