import { v5 } from 'uuid';

/** What the API answered: status and body, whatever it is. */
export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly text: string;
}

/** One signed-in person at the API. `send` answers every status; `get` and `post` insist on success. */
export interface ApiUser {
  readonly send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;
  readonly get: (path: string) => Promise<Record<string, unknown>>;
  readonly post: (path: string, body?: unknown, key?: string) => Promise<Record<string, unknown>>;
}

const keyNamespace = '5b0f2a1c-52c1-5e6c-8f2a-7f6f1a0d9c11';

/** A stable Idempotency-Key from words: the same words always mean the same request. */
export function stableKey(...words: readonly string[]): string {
  return v5(words.join('/'), keyNamespace);
}

/** A client that carries a bearer token. `base` is the origin, without /api/v1. */
export function withToken(base: string, token: string): ApiUser {
  return userOf(base, () => ({ authorization: `Bearer ${token}` }));
}

/** Nobody in particular: public routes. */
export function anonymous(base: string): ApiUser {
  return userOf(base, () => ({}));
}

/** Signs in with a password: cookie and CSRF token, as a browser does. Throws the problem's sentence when refused. */
export async function signIn(base: string, login: string, password: string): Promise<ApiUser> {
  const reply = await request(base, 'POST', '/session', { login, password }, {});
  if (reply.status !== 200) throw new Error(`sign-in of ${login}: ${reply.status} ${reply.text}`);
  const cookie = reply.cookies.map((line) => line.split(';')[0]).join('; ');
  const csrf = String(reply.body['csrfToken']);
  return userOf(base, () => ({ cookie, 'x-csrf-token': csrf }));
}

function userOf(base: string, credentials: () => Record<string, string>): ApiUser {
  const send: ApiUser['send'] = (method, path, body, headers = {}) =>
    request(base, method, path, body, { ...credentials(), ...headers });
  const insist = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
    const reply = await send(method, path, body, headers);
    if (reply.status >= 300 || reply.status === 202)
      throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`);
    return reply.body;
  };
  return {
    send,
    get: (path) => insist('GET', path),
    post: (path, body, key) => insist('POST', path, body, key === undefined ? {} : { 'idempotency-key': key }),
  };
}

async function request(
  base: string,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Reply & { cookies: string[] }> {
  const response = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : {};
  const record = typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  return { status: response.status, body: record, text, cookies: response.headers.getSetCookie() };
}
