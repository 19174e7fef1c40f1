import { hash, verify } from '@node-rs/argon2';
import { catalogue, problem } from '../contract/problem.ts';
import type { Problem } from '../contract/problem.ts';
import type { Said } from '../domain/words/said.ts';
import { isCommon } from './common-passwords.ts';
import { createInTurn } from './in-turn.ts';

/** Argon2id (the library's default) with OWASP's least cost: about 50 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Two at a time, so that guesses leave a core to everybody else; more than 40 more do not wait: they are answered 503. */
const inTurn = createInTurn(2, { mostWaiting: 40, refuse: tooMany });

let dummy: Promise<string> | undefined;

/** The hash of a password, in PHC form. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(async () => hash(password.normalize('NFC'), cost));
}

/**
 * Whether a password fits a hash. Without a hash (unknown login) a dummy is verified, so that both take as long.
 */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('no account has this password');
  const known = passwordHash ?? (await dummy);
  const fits = await inTurn(async () => verify(known, password.normalize('NFC')));
  return fits && passwordHash !== null;
}

/** Why a new password is not taken; null: it is. */
export function weaknessOf(password: string, o: { login: string; old?: string }): Said | null {
  const plain = password.toLowerCase();
  const count = [...password].length;
  if (count < 10) return { zh: `至少 10 个字符，现有 ${count} 个`, en: `it has ${count} characters and not 10` };
  if (new Set(plain).size < 5) return { zh: '不同的字符不足 5 个', en: 'it has fewer than 5 different characters' };
  if (plain.includes(o.login.toLowerCase())) return { zh: '包含用户名', en: 'it contains the login' };
  if (password === o.old) return { zh: '与原密码相同', en: 'it is the old one' };
  return isCommon(plain) ? { zh: '是常见密码', en: 'it is a common one' } : null;
}

/** The refusal of a new password at its field, with what is wrong with it; null: it is taken. */
export function weakPassword(field: string, password: string, o: Parameters<typeof weaknessOf>[1]): Problem | null {
  const weakness = weaknessOf(password, o);
  if (weakness === null) return null;
  const errors = [{ pointer: `/${field}`, code: 'weak-password', message: weakness.zh }];
  const detail = `${weakness.zh}。${catalogue['weak-password'].sentence}`;
  return problem('weak-password', `expected a password nobody guesses, but ${weakness.en}`, { errors, detail });
}

function tooMany(): Error {
  const refusal = problem('unavailable', 'expected fewer sign-ins at once, but there are too many', { retryAfter: 2 });
  return Object.assign(new Error('too many sign-ins at once'), { problem: refusal });
}
