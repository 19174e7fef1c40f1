import { setTimeout as pause } from 'node:timers/promises';
import { callerOf, digest } from './call.ts';
import type { Chance } from './chance.ts';
import type { ClockMoves } from './clock.ts';
import type { Final, OperationLog } from './journal.ts';
import { authorOf, otherAt } from './plays.ts';
import type { Author, Play, Write } from './plays.ts';
import type { Copy } from '../../demo/copy.ts';

/** The load of a campaign: many orders at once over many cases, for as long as it is let run. */
export interface Load {
  /** Begins to send; what is under way when `pauseSending` is called is brought to its end first. */
  readonly begin: () => void;
  /** Lets every lane finish its operation (an unknown outcome is asked for until it is known) and stop. */
  readonly end: () => Promise<void>;
  /** Something is about to be killed: lanes that get no answer wait until `healed`. */
  readonly hurt: () => void;
  readonly healed: () => void;
  /** Orders and filings that are sent and not answered now. */
  readonly inFlight: () => number;
  /** Cases with a lane at work on them now, or with any at all. */
  readonly cases: () => ReadonlySet<string>;
  readonly close: () => void;
}

const lanes = 28;
const casesInPlay = 64;
const askAgainMs = 500;
/** An operation that is not answered so long after the healing is given up; the checker then names it. */
const patienceMs = 60_000;

interface Stage {
  readonly product: Copy;
  readonly log: OperationLog;
  readonly chance: Chance;
  readonly author: Author;
  readonly caller: ReturnType<typeof callerOf>;
  readonly idle: Play[];
  readonly over: Play[];
  readonly touched: Set<string>;
  readonly flying: Map<string, number>;
  running: boolean;
  outage: { readonly over: Promise<void>; readonly end: () => void } | null;
}

/** Makes the load; nothing is sent before `begin`. */
export function loadOf(o: { product: Copy; log: OperationLog; chance: Chance; seed: number; clock: ClockMoves }): Load {
  const stage: Stage = {
    ...o,
    author: authorOf({
      ...o,
      today: o.clock.today,
      idOf: (role, departmentId) => o.product.handOf(role, departmentId).id,
      otherOf: (role, departmentId) => otherAt(role, departmentId, o.product.handOf(role, departmentId).id),
    }),
    caller: callerOf([o.product.url, ...(o.product.twins === null ? [] : [o.product.twins.url])]),
    idle: [],
    over: [],
    touched: new Set(),
    flying: new Map(),
    running: false,
    outage: null,
  };
  let working: Promise<unknown> = Promise.resolve();
  return {
    begin: () => {
      stage.running = true;
      stage.touched.clear();
      working = Promise.all(Array.from({ length: lanes }, async () => runLane(stage)));
    },
    end: async () => {
      stage.running = false;
      await working;
    },
    hurt: () => {
      let end = (): void => undefined;
      const over = new Promise<void>((resolve) => {
        end = resolve;
      });
      stage.outage = { over, end };
    },
    healed: () => {
      stage.outage?.end();
      stage.outage = null;
    },
    inFlight: () => stage.flying.size,
    cases: () => stage.touched,
    close: () => stage.caller.close(),
  };
}

async function runLane(stage: Stage): Promise<void> {
  while (stage.running) {
    const play = stage.idle.length >= casesInPlay - lanes ? takeOne(stage) : null;
    if (play === null) await fileOne(stage);
    else await playOn(stage, play);
  }
}

function takeOne({ idle, chance }: Stage): Play | null {
  const [play] = idle.splice(chance.below(idle.length), 1);
  return play ?? null;
}

async function fileOne(stage: Stage): Promise<void> {
  const { demo, write } = stage.author.filing();
  const final = await settleCopies(stage, write);
  if (final?.event === 'ack') stage.idle.push({ caseId: final.caseId, demo, next: 0, past: [write] });
}

/** One turn of a case: mostly the next act; sometimes in copies, against a rival, a repeat, or something wrong. */
async function playOn(stage: Stage, play: Play): Promise<void> {
  const { author, chance } = stage;
  const act = author.act(play);
  stage.touched.add(play.caseId);
  if (act === null) return closeAndVisit(stage, play);
  const turn = chance.below(100);
  if (turn < 8) await repeat(stage, play);
  else if (turn < 16) await settleCopies(stage, author.wrong(play));
  else if (turn < 24) await settleCopies(stage, author.contact(play));
  else if (turn < 34) await raceForTask(stage, play);
  else {
    const rival = turn < 40 ? author.act(play) : null;
    const [final, other] = await Promise.all([
      settleCopies(stage, act),
      rival === null ? null : settleCopies(stage, rival),
    ]);
    play.past.push(act);
    // Refused without a rival that won: this case goes no further on its course.
    if (final?.event !== 'ack' && other?.event !== 'ack') return void stage.over.push(play);
    play.next += 1;
  }
  stage.idle.push(play);
}

/** Two people move the task of the step that comes in the same moment; then it is given to who goes on with the case. */
async function raceForTask(stage: Stage, play: Play): Promise<void> {
  const both = [stage.author.task(play), stage.author.task(play)];
  await Promise.all(both.map(async (write) => settleCopies(stage, write)));
  await settleCopies(stage, stage.author.taskBack(play));
}

/** A finished case leaves the stage; an older one hears an old key again, and something it must refuse. */
async function closeAndVisit(stage: Stage, play: Play): Promise<void> {
  stage.over.push(play);
  const old = stage.chance.pick(stage.over) ?? play;
  stage.touched.add(old.caseId);
  await repeat(stage, old);
  await settleCopies(stage, stage.author.contact(old));
}

async function repeat(stage: Stage, play: Play): Promise<void> {
  const past = stage.chance.pick(play.past);
  if (past !== undefined) await settle(stage, past);
}

/** Writes the intent, then sends: once, or two to four times at once under the same key. */
async function settleCopies(stage: Stage, write: Write): Promise<Final | null> {
  const { key, order, caseId } = write;
  const hand = stage.product.handOf(write.role, write.departmentId);
  const route = caseId === null ? 'fileCase' : `giveOrder ${caseId}`;
  await stage.log.intend({ key, route, actorId: hand.id, caseId, order, bodyHash: digest(write.body) });
  const copies = stage.chance.yes(0.1) ? 2 + stage.chance.below(3) : 1;
  const finals = await Promise.all(Array.from({ length: copies }, async () => settle(stage, write)));
  return finals[0] ?? null;
}

/** Sends an operation until its answer is final: an unknown outcome is asked for with the same key, after the outage. */
async function settle(stage: Stage, write: Write): Promise<Final | null> {
  const { key, caseId } = write;
  const { token } = stage.product.handOf(write.role, write.departmentId);
  const path = caseId === null ? '/cases' : `/cases/${caseId}/orders`;
  let giveUpAt = Date.now() + patienceMs;
  for (;;) {
    count(stage.flying, key, 1);
    const outcome = await stage.caller.send({ path, token, key, body: write.body });
    count(stage.flying, key, -1);
    stage.log.told(key, outcome);
    if (outcome.event !== 'unknown') {
      if (outcome.event === 'ack') stage.touched.add(outcome.caseId);
      return outcome;
    }
    if (stage.outage !== null) {
      await stage.outage.over;
      giveUpAt = Date.now() + patienceMs;
    } else if (Date.now() > giveUpAt) return null;
    await pause(askAgainMs);
  }
}

function count(flying: Map<string, number>, key: string, by: number): void {
  const left = (flying.get(key) ?? 0) + by;
  if (left === 0) flying.delete(key);
  else flying.set(key, left);
}
