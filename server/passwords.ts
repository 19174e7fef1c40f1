import { hash, verify } from '@node-rs/argon2';
import { problem } from '../contract/problem.ts';
import { isCommon } from './common-passwords.ts';

/** Argon2id (the library's default) with OWASP's least cost: about 50 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** So many at a time, so that guesses leave a core to everybody else; more than so many more do not wait. */
const atOnce = 2;
const mostWaiting = 40;

let dummy: Promise<string> | undefined;
let running = 0;
const waiting: (() => void)[] = [];

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

/** Does dear work when it is its turn. @throws an error that answers 503 when too many wait */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) {
      const refusal = problem('unavailable', 'expected fewer sign-ins at once, but there are too many', {
        retryAfter: 2,
      });
      throw Object.assign(new Error('too many sign-ins at once'), { problem: refusal });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

/** Whether a new password may be taken: 10 characters or more, several different ones, no common one, not the login, not the old one. */
export function isStrong(password: string, o: { login: string; old?: string }): boolean {
  const plain = password.toLowerCase();
  const isNew = password !== o.old && !plain.includes(o.login.toLowerCase());
  return [...password].length >= 10 && new Set(plain).size >= 5 && isNew && !isCommon(plain);
}
