import type { Logger } from 'pino';
import type { LiveNote } from '../../db/journal/live.ts';
import { letsIn } from '../../db/projections/seen-rows.ts';
import type { CasePlace } from '../../db/views/places.ts';
import type { Actor } from '../../domain/people/roles.ts';
import { canSee } from '../../domain/people/can.ts';
import type { FactType } from '../../domain/case/facts/index.ts';
import type { EventStream } from './event-stream.ts';

/** Somebody who looks. `ask` reads anew who that is; null when signed out, disabled or over. */
export interface Viewer {
  actor: Actor;
  readonly stream: EventStream;
  readonly ask: () => Promise<Actor | null>;
}

/** Notes that come together are told together, in ms. */
const gatherMs = 50;
/** More at once than a page can use: it is told to ask for everything again. */
const mostAtOnce = 200;
const mostPlaces = 20_000;

const ofWarnings: readonly FactType[] = ['WarningRaised', 'WarningAcknowledged'];

interface Options {
  readonly log: Logger;
  readonly placesOf: (caseIds: readonly string[]) => Promise<readonly CasePlace[]>;
}

/** Who looks, and who of them is told what. */
export function createHub({ log, placesOf }: Options) {
  const viewers = new Set<Viewer>();
  const places = new Map<string, CasePlace>();
  let waiting = new Map<string, LiveNote>();
  let gathering: NodeJS.Timeout | null = null;

  const resync = (): void => viewers.forEach(({ stream }) => stream.send('resync', {}));
  const learn = async (notes: readonly LiveNote[]): Promise<void> => {
    // What is known of a case ends with a fact that may have let somebody in.
    const unknown = notes.filter(({ caseId, kinds }) => !places.has(caseId) || kinds.some(letsIn));
    if (unknown.length === 0) return;
    if (places.size > mostPlaces) places.clear();
    for (const place of await placesOf(unknown.map(({ caseId }) => caseId))) places.set(place.caseId, place);
  };
  const tell = async (): Promise<void> => {
    const notes = [...waiting.values()];
    waiting = new Map();
    gathering = null;
    try {
      await learn(notes);
    } catch (err) {
      log.warn({ err }, 'live notes were lost: the places of their cases could not be read');
      return resync();
    }
    for (const viewer of viewers) tellViewer(viewer, notes, places);
  };
  const check = async (viewer: Viewer): Promise<void> => {
    const actor = await viewer.ask();
    if (actor === null) viewer.stream.end();
    else viewer.actor = actor;
  };
  const recheck = async (): Promise<void> => {
    await Promise.all([...viewers].map(check)).catch((err: unknown) => log.warn({ err }, 'live viewers not checked'));
  };
  return {
    viewers,
    resync,
    recheck,
    onNote: (note: LiveNote): void => {
      if (viewers.size === 0) return;
      const before = waiting.get(note.caseId);
      waiting.set(note.caseId, before === undefined ? note : merged(before, note));
      gathering ??= setTimeout(() => void tell(), gatherMs);
    },
    beat: (): void => {
      viewers.forEach(({ stream }) => stream.beat());
      void recheck();
    },
    close: (): void => {
      if (gathering !== null) clearTimeout(gathering);
      viewers.forEach(({ stream }) => stream.end());
    },
  };
}

function merged(before: LiveNote, note: LiveNote): LiveNote {
  return { ...note, seq: Math.max(before.seq, note.seq), kinds: [...before.kinds, ...note.kinds] };
}

function tellViewer({ actor, stream }: Viewer, notes: readonly LiveNote[], places: ReadonlyMap<string, CasePlace>) {
  const seen = notes.filter(({ caseId }) => {
    const place = places.get(caseId);
    return place !== undefined && canSee(actor, place);
  });
  if (seen.length > mostAtOnce) return stream.send('resync', {});
  for (const { caseId, seq, kinds } of seen) {
    stream.send('case', { caseId, seq });
    if (kinds.some((kind) => ofWarnings.includes(kind))) stream.send('warning', { caseId, seq });
  }
}
