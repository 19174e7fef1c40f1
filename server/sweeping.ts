import type { Logger } from 'pino';
import type { Db } from '../db/client.ts';
import { sweepImports } from '../db/catalogue/imports.ts';
import { sweepDrafts } from '../db/drafts/drafts.ts';
import { sweepTries } from '../db/people/attempts.ts';
import { sweepSessions } from '../db/people/sessions.ts';
import type { Files } from './files/open-files.ts';
import { scanWaiting } from './files/scan.ts';
import { sweepFiles } from './files/sweep.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
/** How long the rows of an import stay to be looked at. */
const importsKeptMs = 30 * 24 * hourMs;

/**
 * Every hour throws away sessions that are over, guesses that count no more, drafts whose days are over, lists that were brought long ago and uploads that nobody continues; every minute asks the virus
 * scanner again for what it could not tell. @returns what ends it
 */
export function startSweeping({ db, files, log }: { db: Db; files: Files; log: Logger }): () => void {
  const again = (everyMs: number, work: (now: number) => Promise<unknown>) => {
    let isBusy = false;
    return setInterval(() => {
      if (isBusy) return;
      isBusy = true;
      work(Date.now())
        .catch((err: unknown) => log.warn({ err }, 'what is over was not swept, or what waits was not scanned'))
        .finally(() => {
          isBusy = false;
        });
    }, everyMs);
  };
  const timers = [
    again(hourMs, async (now) =>
      Promise.all([
        sweepSessions(db, now),
        sweepTries(db, now),
        sweepFiles(db, files, now),
        sweepDrafts(db, now),
        sweepImports(db, now - importsKeptMs),
      ]),
    ),
    again(minuteMs, async () => scanWaiting(db, files)),
  ];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
