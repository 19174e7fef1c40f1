import type { Logger } from 'pino';
import type { Db } from '../db/client.ts';
import { sweepTries } from '../db/people/attempts.ts';
import { sweepSessions } from '../db/people/sessions.ts';
import type { Files } from './files/open-files.ts';
import { sweepFiles } from './files/sweep.ts';

const hourMs = 3_600_000;

/** Every hour throws away sessions that are over, guesses that count no more and uploads that nobody continues. @returns what ends it */
export function startSweeping({ db, files, log }: { db: Db; files: Files; log: Logger }): () => void {
  const timer = setInterval(() => {
    const now = Date.now();
    Promise.all([sweepSessions(db, now), sweepTries(db, now), sweepFiles(db, files, now)]).catch((err: unknown) =>
      log.warn({ err }, 'what is over was not swept'),
    );
  }, hourMs);
  return () => clearInterval(timer);
}
