import type { TObject, TSchema } from 'typebox';
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
  /** Answers with this content type instead of JSON. */
  readonly produces?: string;
  /** Guessing is worth somebody's while: few calls a minute. */
  readonly strict?: true;
}
