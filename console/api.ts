import { draftHeader } from '../contract/draft-header.ts';
import { ticketHeader } from '../contract/file-ticket.ts';
import type { Policy, RouteContract } from '../contract/route.ts';
import type { BodyOf, OkOf, ParamsOf, QueryOf, RouteName } from '../contract/routes.ts';
import { NetworkError, ProblemError, asProblem } from './problem-error.ts';

type Needed<K extends string, T> = undefined extends T ? { readonly [P in K]?: undefined } : { readonly [P in K]: T };

/** What a call of a route brings. `key`: Idempotency-Key. `revision`: for If-Match. `quiet`: no sign-in dialog on 401. */
export type Input<N extends RouteName> = Needed<'params', ParamsOf<N>> &
  Needed<'body', BodyOf<N>> & {
    readonly query?: QueryOf<N>;
    readonly key?: string;
    readonly revision?: number;
    readonly signal?: AbortSignal;
    readonly quiet?: boolean;
    /** What an applicant brings instead of a session. */
    readonly ticket?: string;
    /** The secret of an online draft. */
    readonly draft?: string;
  };

type Entry = Pick<RouteContract, 'method' | 'url' | 'idempotent' | 'ifMatch' | 'produces'> & { policy: Policy };

/** The one registry lookup of the console: written by vite.config.ts from contract/routes. */
const table = __ROUTES__ as Readonly<Record<RouteName, Entry>>;
const base = '/api/v1';
const tries = 30;

/** State of the connection that is not server data: the CSRF token of the session, the language, and who signs in again. */
const link = {
  csrf: null as string | null,
  language: 'zh-CN',
  signInAgain: null as null | (() => Promise<void>),
  touchedAt: 0,
};

/** A page that nobody has touched for so long asks by itself: that keeps no session alive. */
const idleAfterMs = 60_000;

/** Notices when somebody uses the page. */
export function watchHands(): void {
  const touch = () => {
    link.touchedAt = Date.now();
  };
  touch();
  for (const event of ['pointerdown', 'keydown', 'wheel']) window.addEventListener(event, touch, { passive: true });
}

/** Tells the API layer the token of the session that begins, or null when it ends. */
export function keepToken(csrf: string | null): void {
  link.csrf = csrf;
}

/** The language problem texts are asked in. */
export function speak(language: string): void {
  link.language = language;
}

/** Sets what is done when a session has expired: it resolves when the same person has signed in again. */
export function onExpired(signInAgain: (() => Promise<void>) | null): void {
  link.signInAgain = signInAgain;
}

/** Whom the contract lets call a route. */
export function policyOf(name: RouteName): Policy {
  return table[name].policy;
}

/** The address of a GET route, for what the browser itself opens: streams and files. */
export function addressOf(name: RouteName, part: { params?: unknown; query?: unknown } = {}): string {
  return address(table[name].url, part);
}

/** The headers of a request that changes something, for who sends it without `call`. */
export function writingHeaders(): Readonly<Record<string, string>> {
  return { 'accept-language': link.language, ...(link.csrf !== null && { 'x-csrf-token': link.csrf }) };
}

/**
 * Calls a route. An expired session is renewed by the dialog and the call repeated with the same key; 202 is asked again until
 * the case has answered.
 * @throws ProblemError for every refusal, NetworkError when nothing answered
 */
export async function call<N extends RouteName>(name: N, input: Input<N>): Promise<OkOf<N>> {
  const entry = table[name];
  const url = address(entry.url, input);
  const key = input.key ?? (entry.idempotent ? newKey() : undefined);
  let fresh = false;
  for (let turn = 0; turn < tries; turn += 1) {
    const response = await send(entry, url, { ...input, ...(key === undefined ? {} : { key }) });
    if (response.ok && response.status !== 202) return (await bodyOf(response, entry)) as OkOf<N>;
    if (response.status === 202) {
      await pause(1_000);
      continue;
    }
    const refusal = asProblem(await response.json().catch(() => null), response.status);
    if (refusal.code === 'not-signed-in' && link.signInAgain !== null && input.quiet !== true) {
      await link.signInAgain();
      continue;
    }
    if (refusal.code === 'bad-csrf' && !fresh) {
      fresh = true;
      link.csrf = (await call('me', { quiet: true })).csrfToken;
      continue;
    }
    throw new ProblemError(refusal);
  }
  throw new NetworkError('no answer in time', entry.method === 'GET');
}

/** A new Idempotency-Key. `crypto.randomUUID` needs a secure context, which http://intranet is not. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

type Part = {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  key?: string;
  revision?: number;
  signal?: AbortSignal;
  ticket?: string;
  draft?: string;
};

async function send(entry: Entry, url: string, input: Part): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': link.language };
  if (input.body !== undefined) headers['content-type'] = 'application/json';
  if (entry.method !== 'GET' && link.csrf !== null) headers['x-csrf-token'] = link.csrf;
  if (input.key !== undefined) headers['idempotency-key'] = input.key;
  if (Date.now() - link.touchedAt > idleAfterMs) headers['x-idle'] = '1';
  if (input.ticket !== undefined) headers[ticketHeader] = input.ticket;
  if (input.draft !== undefined) headers[draftHeader] = input.draft;
  if (input.revision !== undefined) headers['if-match'] = `"v${input.revision}"`;
  try {
    return await fetch(url, {
      method: entry.method,
      headers,
      credentials: 'same-origin',
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      ...(input.signal === undefined ? {} : { signal: input.signal }),
    });
  } catch (error) {
    if (input.signal?.aborted === true) throw error;
    throw new NetworkError(error, entry.method === 'GET');
  }
}

function address(pattern: string, { params, query }: Part): string {
  const filled = pattern.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(String(fieldOf(params, name))));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  // Not `search.size`: Chromium 92 has none, and every filter would be lost.
  const asked = search.toString();
  return `${base}${filled}${asked === '' ? '' : `?${asked}`}`;
}

function fieldOf(params: unknown, name: string): unknown {
  return typeof params === 'object' && params !== null ? Object.getOwnPropertyDescriptor(params, name)?.value : '';
}

async function bodyOf(response: Response, entry: Entry): Promise<unknown> {
  if (response.status === 204) return null;
  if (entry.produces === undefined) return response.json();
  // A document is shown as it came: under an address of this page, which whoever asked gives up again.
  return entry.produces === 'application/pdf' ? URL.createObjectURL(await response.blob()) : response.text();
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
