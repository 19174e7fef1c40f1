import { setTimeout as pause } from 'node:timers/promises';
import { civilDateOf } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { readBusinessClock } from '../../db/journal/business-clock.ts';
import type { Chance } from './chance.ts';
import type { OperationLog } from './journal.ts';
import type { Copy } from '../../demo/copy.ts';

/** The system administrator who moves the business clock forward while orders are in flight: rungs are reached and dates lapse. */
export interface ClockMoves {
  readonly begin: () => void;
  /** Waits for the move that is under way, and for one that is answered: a server that was killed may have taken the others. */
  readonly end: () => Promise<void>;
  /** One move of two weeks while nobody sends: every open case that is left tells what it reaches. */
  readonly last: () => Promise<void>;
  /** The civil day of the business clock, as it was a moment ago. */
  readonly today: () => CivilDate;
  /** Moves that were asked for, and those answered with 200. */
  readonly counts: () => { readonly asked: number; readonly answered: number };
  /** The greatest version of the clock that was answered with 200: no open case may be behind it. */
  readonly version: () => number;
}

/** Long after the API has given up. */
const patienceMs = 60_000;
const restMs = { least: 100, spread: 1_200 };
/** Days of one move, and of all: what is filed at the end of a campaign must stay in the years that the calendar covers. */
const mostDays = 3;
const mostInAll = 180;
const lastDays = 14;
const lookMs = 200;

/** Makes the moves; the clock stands still before `begin`. */
export function clockMovesOf(o: { product: Copy; log: OperationLog; chance: Chance }): ClockMoves {
  const { product, log, chance } = o;
  const { token } = product.handOf('systemAdmin', 'ln-biz');
  let [running, offset, version, asked, answered, daysInAll] = [false, 0, 0, 0, 0, 0];
  let working: Promise<unknown> = Promise.resolve();

  const move = async (days: number): Promise<void> => {
    daysInAll += days;
    asked += 1;
    log.note(`the business clock goes ${days} days forward`);
    const outcome = await post(product.url, token, days);
    log.note(`the move of ${days} days: ${outcome.told}`);
    if (outcome.version === null) return;
    answered += 1;
    version = outcome.version;
  };
  const moveOn = async (): Promise<void> => {
    const before = answered;
    const goesOn = () => (running || answered === before) && daysInAll < mostInAll;
    while (goesOn()) {
      await pause(restMs.least + chance.below(restMs.spread));
      if (goesOn()) await move(1 + chance.below(mostDays));
    }
  };
  const watch = async (): Promise<void> => {
    while (running) {
      // While PostgreSQL is away the clock is where it was.
      offset = await readBusinessClock(product.db).then(
        (clock) => clock.offset,
        () => offset,
      );
      await pause(lookMs);
    }
  };
  return {
    begin: () => {
      running = true;
      working = Promise.all([moveOn(), watch()]);
    },
    end: async () => {
      running = false;
      await working;
    },
    last: async () => move(lastDays),
    today: () => civilDateOf(Date.now() + offset),
    counts: () => ({ asked, answered }),
    version: () => version,
  };
}

async function post(url: string, token: string, days: number): Promise<{ told: string; version: number | null }> {
  try {
    const response = await fetch(`${url}/api/v1/business-clock/advance`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ days }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await response.text();
    const body: Record<string, unknown> = response.ok ? JSON.parse(text) : {};
    return { told: `${response.status} ${text.slice(0, 200)}`, version: response.ok ? Number(body['version']) : null };
  } catch (error) {
    return { told: error instanceof Error ? error.message : String(error), version: null };
  }
}
