import { hash, verify } from '@node-rs/argon2';
import { problem } from '../contract/problem.ts';
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

/** Whether a new password may be taken: 10 characters or more, several different ones, no common one, not the login, not the old one. */
export function isStrong(password: string, o: { login: string; old?: string }): boolean {
  const plain = password.toLowerCase();
  const isNew = password !== o.old && !plain.includes(o.login.toLowerCase());
  return [...password].length >= 10 && new Set(plain).size >= 5 && isNew && !isCommon(plain);
}

function tooMany(): Error {
  const refusal = problem('unavailable', 'expected fewer sign-ins at once, but there are too many', { retryAfter: 2 });
  return Object.assign(new Error('too many sign-ins at once'), { problem: refusal });
}
