import type { PersonId } from './case/marks.ts';
import type { Role } from './people/roles.ts';
import type { rejections } from './rejections/index.ts';

/**
 * A reason to refuse an order. Closed: a new one is an entry in domain/rejections/ and a test. Only its type is needed here: the
 * browser refuses nothing itself and must not load the words of all refusals with the first page.
 */
export type RejectionCode = keyof typeof rejections;

/** What a refusal is about, by ids only: who shows it puts their titles to them. */
export interface About {
  readonly materials?: readonly string[];
  readonly steps?: readonly string[];
  readonly roles?: readonly Role[];
  readonly people?: readonly PersonId[];
  /** Fields of the order, by name. */
  readonly fields?: readonly string[];
}

/** An expected refusal: a value, never thrown inside domain/. `detail` reads "expected ..., but ...". */
export interface Rejection {
  readonly rejected: true;
  readonly code: RejectionCode;
  readonly detail: string;
  readonly about?: About;
}

/** Builds a refusal. `detail` is one English sentence in the form "expected ..., but ...". */
export function reject(code: RejectionCode, detail: string, about?: About): Rejection {
  return { rejected: true, code, detail, ...(about && { about }) };
}

/** Tells a refusal from an answer. */
export function isRejection(value: object): value is Rejection {
  return 'rejected' in value && value.rejected === true;
}
