import type { TObject, TSchema } from 'typebox';
import type { AuditKind } from '../domain/people/audit.ts';
import type { Role } from '../domain/people/roles.ts';

/** Who may call a route: everybody, who is signed in, or who holds one of these roles somewhere. There is no default. */
export type Policy = 'public' | 'signedIn' | readonly Role[];

/** One route of the API. `url` is below /api/v1 with `:name` parameters; `status` is that of success, 200 when not given. */
export interface RouteContract {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly title: string;
  readonly tag: string;
  readonly policy: Policy;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly body?: TSchema;
  readonly ok: TSchema;
  readonly status?: 200 | 201 | 204;
  /** Needs the header Idempotency-Key: the same key always has one effect and one answer. */
  readonly idempotent?: true;
  /** Needs the header If-Match with the revision that was read. */
  readonly ifMatch?: true;
  /** Answers with an ETag: the revision of what is answered, or the last fact of a case. */
  readonly etag?: true;
  /** Answers with this content type instead of JSON. */
  readonly produces?: string;
  /** Takes bytes as they come (`application/offset+octet-stream` of tus) instead of JSON. */
  readonly takesBytes?: true;
  /** What it may write into the audit, before it answers; another kind is a bug. A test asks it of every route that changes something or gives a file. */
  readonly audits?: readonly AuditKind[];
  /** Asks for a person who has signed in: no bearer token may do it. */
  readonly inPerson?: true;
  /** May be called by somebody who must first choose a password. */
  readonly beforePassword?: true;
  /** Calls a minute from one address, where it is less than of any route: guessing is worth somebody's while, or an answer is dear. */
  readonly limit?: 'guessed' | 'dear';
}
