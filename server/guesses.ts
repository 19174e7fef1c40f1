import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { problem } from '../contract/problem.ts';
import type { Problem } from '../contract/problem.ts';
import type { Db } from '../db/client.ts';
import { countTry, forgetTries, giveBackTry } from '../db/people/attempts.ts';
import type { Allowance, Counted, Lock } from '../db/people/attempts.ts';

const minute = 60_000;
/** Tries at a password: of one device or address at one account, and at one's own while signed in. */
const narrow: Allowance = { most: 5, windowMs: 15 * minute, lockMs: 30 * minute };
/** Of all strangers at one account: afterwards one a minute, so that a pause lets people in. */
const wide: Allowance = { most: 30, windowMs: 15 * minute, lockMs: minute };
/** Of one address at all accounts: an office behind one address signs in at once in the morning. */
const ofAddress: Allowance = { ...wide, most: 60 };
/**
 * Tries of one address at the code of one case, afterwards one in ten minutes. Strangers share no count with the applicant: 50 bits need
 * none, and it would let them keep the applicant out (decision 0014).
 */
const ofCase: Allowance = { most: 10, windowMs: 60 * minute, lockMs: 10 * minute };

/** Files that one address announces without an account: a family sends its papers, nobody fills the disk. */
const ofOffers: Allowance = { most: 120, windowMs: 60 * minute, lockMs: 10 * minute };

/** Drafts that one address begins, and filings that one phone number is named in. */
const ofDrafts: Allowance = { most: 20, windowMs: 60 * minute, lockMs: 10 * minute };
const ofPhone: Allowance = { ...ofDrafts, most: 10 };

/** A try that was counted: locked, or to be judged and told when it was right. */
export type Try = Lock | { readonly right: () => Promise<void> };

/** What somebody guesses at: each has other words for who must wait. */
type Guessed = 'password' | 'queryCode' | 'checkCode';

const whatElse = {
  password: '急需登录的，请系统管理员解锁。',
  checkCode: '仍核验不了的，请向文书载明的机关核实。',
  queryCode: '仍查不到的，请带有效证件到受理窗口核对或者补发查询码。',
} as const satisfies Record<Guessed, string>;

/** The answer to who must wait: for how long, and what else helps. */
export function lockedUntil(tried: Lock, of: Guessed, now: number): Problem {
  const retryAfter = Math.ceil((tried.lockedUntil - now) / 1_000);
  const minutes = Math.ceil(retryAfter / 60);
  return problem('locked', `expected fewer wrong guesses, but there were too many: try again in ${minutes} min`, {
    detail: `输错次数过多，暂时锁定，请 ${minutes} 分钟后再试。${whatElse[of]}`,
    retryAfter,
  });
}

/** The answer to who does too much of `what`: for how long to wait. */
export function tooMany(counted: Lock, what: string, now: number): Problem {
  const retryAfter = Math.ceil((counted.lockedUntil - now) / 1_000);
  return problem('too-many-requests', `expected fewer ${what}, but there were more`, { retryAfter });
}

/** Counts what somebody guesses at. `now` in epoch ms. */
export interface Guesses {
  /** At a sign-in. `knows`: the device has signed in to this account before, so strangers' failures do not count against it. */
  signIn(o: { login: string; address: string; device: string | null; now: number }): Promise<Try>;
  /** At one's own password, in a session that may be somebody else's. */
  ownPassword(login: string, now: number): Promise<Try>;
  /** At the code of a case, there or not. */
  lookUp(o: { caseNo: string; address: string; now: number }): Promise<Try>;
  /** At the code of a document, there or not. */
  check(o: { number: string; address: string; now: number }): Promise<Try>;
  /** No guess, and counted alike: a file that somebody without an account announces. Null: it may come. */
  offer(address: string, now: number): Promise<Lock | null>;
  /** Counted alike: a draft that somebody without an account begins, and one that is filed with a phone number, told by its digest. */
  draft(by: { readonly address: string } | { readonly phone: string }, now: number): Promise<Lock | null>;
}

/** What a new query code unlocks: all that was counted against the one before. */
export function subjectOfCase(caseNo: string): string {
  return `case ${caseNo}`;
}

/** What an administrator unlocks: all that was counted against an account. */
export function subjectOf(login: string): string {
  return `login ${login}`;
}

/** The guesses of a database; all API processes count together. */
export function createGuesses(db: Db): Guesses {
  const attempt = async (own: readonly Counted[], shared: readonly Counted[], now: number): Promise<Try> => {
    const lock = await countTry(db, [...own, ...shared], now);
    if (lock !== null) return lock;
    return {
      right: async () => {
        await forgetTries(db, own);
        await giveBackTry(db, shared);
      },
    };
  };
  return {
    signIn: async ({ login, address, device, now }) => {
      const subject = subjectOf(login);
      if (device !== null) return attempt([{ key: `device ${device}`, subject, ...narrow }], [], now);
      const block = blockOf(address);
      return attempt(
        [{ key: `at ${block} ${login}`, subject, ...narrow }],
        [
          { key: `from ${block}`, subject: `from ${block}`, ...ofAddress },
          { key: subject, subject, ...wide },
        ],
        now,
      );
    },
    ownPassword: async (login, now) =>
      attempt([{ key: `own ${login}`, subject: subjectOf(login), ...narrow }], [], now),
    offer: async (address, now) => {
      const subject = `offers ${blockOf(address)}`;
      return countTry(db, [{ key: subject, subject, ...ofOffers }], now);
    },
    draft: async (by, now) => {
      const subject = 'address' in by ? `drafts ${blockOf(by.address)}` : `filings ${by.phone}`;
      return countTry(db, [{ key: subject, subject, ...('address' in by ? ofDrafts : ofPhone) }], now);
    },
    check: async ({ number, address, now }) => {
      const subject = `document ${number}`;
      return attempt([{ key: `check ${blockOf(address)} ${number}`, subject, ...ofCase }], [], now);
    },
    lookUp: async ({ caseNo, address, now }) => {
      const subject = subjectOfCase(caseNo);
      return attempt([{ key: `look ${blockOf(address)} ${caseNo}`, subject, ...ofCase }], [], now);
    },
  };
}

/** What one caller holds of the address space: an IPv4 address, or the /64 of an IPv6 address. */
export function blockOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.split('::', 2);
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(8 - groups.length - rest.length, 0) }, () => '0');
  return `${[...groups, ...zeros, ...rest].slice(0, 4).join(':')}::/64`;
}

/** How long a device stays known, in seconds. */
export const deviceSeconds = 180 * 86_400;

/** What a browser keeps after a sign-in, so that it is known at the next: the account, a number of its own, and our sign below both. */
export function newDevice(secret: string, userId: string): string {
  const text = `${userId}.${randomBytes(12).toString('base64url')}`;
  return `${text}.${signOf(secret, text)}`;
}

/** The device's own number when it has signed in to this account before, else null. */
export function deviceOf(secret: string, userId: string, kept: string | undefined): string | null {
  const [owner = '', number = '', sign = ''] = (kept ?? '').split('.');
  const right = signOf(secret, `${owner}.${number}`);
  const fits = sign.length === right.length && timingSafeEqual(Buffer.from(sign), Buffer.from(right));
  return fits && owner === userId ? number : null;
}

function signOf(secret: string, text: string): string {
  return createHmac('sha256', secret).update(`device ${text}`).digest('base64url');
}
