import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../contract/problem.ts';
import type { BodyOf, OkOf, ParamsOf, QueryOf, RouteName, routes } from '../../contract/routes.ts';
import type { Person } from '../../db/people/users.ts';
import type { Refusal } from '../../db/refusal.ts';
import type { WriteAudit } from '../audit.ts';
import type { Answer } from '../gateway/types.ts';

/** One call of a route: its parts as the contract types them, who calls (null on public routes), when it came in (ms). */
export interface Call<N extends RouteName> {
  readonly params: ParamsOf<N>;
  readonly query: QueryOf<N>;
  readonly body: BodyOf<N>;
  readonly person: (typeof routes)[N]['policy'] extends 'public' ? Person | null : Person;
  readonly receivedAt: number;
  /** Writes into the audit what the contract says that the route audits. */
  readonly audit: WriteAudit;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What a handler may say: the answer of the contract (a long one as a stream), a refusal, or an answer the gateway has stored. */
export type Said<N extends RouteName> = OkOf<N> | Problem | Refusal<string> | { readonly stored: Answer } | Streamed<N>;

type Streamed<N extends RouteName> = (typeof routes)[N] extends { readonly produces: string } ? Readable : never;

export type Handler<N extends RouteName> = (call: Call<N>) => Promise<Said<N>>;
export type Handlers = { readonly [N in RouteName]: Handler<N> };

/** A handler as the registration loop sees it. */
export type AnyHandler = (call: {
  params: unknown;
  query: unknown;
  body: unknown;
  person: Person | null;
  receivedAt: number;
  audit: WriteAudit;
  request: FastifyRequest;
  reply: FastifyReply;
}) => Promise<unknown>;
