import type { LightMyRequestResponse } from 'fastify';
import { password } from './api.ts';
import type { TestApi } from './api.ts';

/** A browser after a sign-in: its cookies, and with the CSRF token what it sends with a write. */
export interface TestBrowser {
  readonly cookie: string;
  readonly headers: { readonly cookie: string; readonly 'x-csrf-token': string };
}

/** Tries to sign in; `address` where from, `cookie` what the browser has kept. */
export async function trySignIn(
  api: TestApi,
  login: string,
  word = password,
  from: { readonly address?: string; readonly cookie?: string } = {},
): Promise<LightMyRequestResponse> {
  const headers = from.cookie === undefined ? {} : { headers: { cookie: from.cookie } };
  const address = from.address === undefined ? {} : { address: from.address };
  return api.send(null, 'POST', '/session', { body: { login, password: word }, ...headers, ...address });
}

/** Signs in with the right password. */
export async function openBrowser(api: TestApi, login: string, word = password): Promise<TestBrowser> {
  const answer = await trySignIn(api, login, word);
  if (answer.statusCode !== 200) throw new Error(`expected a sign-in, but it answered ${answer.body}`);
  const cookie = cookiesOf(answer);
  return { cookie, headers: { cookie, 'x-csrf-token': answer.json<{ csrfToken: string }>().csrfToken } };
}

/** The cookies of an answer as a browser sends them back. */
export function cookiesOf(answer: LightMyRequestResponse): string {
  return answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
