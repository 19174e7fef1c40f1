import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's default) with OWASP's least cost: about 50 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let dummy: Promise<string> | undefined;

/** The hash of a password, in PHC form. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

/**
 * Whether a password fits a hash. Without a hash (unknown login) a dummy is verified, so that both take as long.
 */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('no account has this password');
  const fits = await verify(passwordHash ?? (await dummy), password.normalize('NFC'));
  return fits && passwordHash !== null;
}

/** Whether a new password may be taken: 10 characters or more, several different ones, not the login, not the old one. */
export function isStrong(password: string, o: { login: string; old?: string }): boolean {
  const plain = password.toLowerCase();
  return (
    password.length >= 10 && new Set(plain).size >= 5 && !plain.includes(o.login.toLowerCase()) && password !== o.old
  );
}
