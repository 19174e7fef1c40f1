import { closeSync, fdatasync, openSync, readFileSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';

const sync = promisify(fdatasync);

/** An operation as the driver meant it: `route` and `key` with the actor make its opId; `bodyHash` is SHA-256 of what was sent. */
export interface Meant {
  readonly key: string;
  readonly route: string;
  readonly actorId: string;
  /** Null for a filing: the answer brings the case. */
  readonly caseId: string | null;
  readonly order: string;
  readonly bodyHash: string;
}

/** What the API said of an operation when it said something final. `answerHash`: SHA-256 of the answer as it came. */
export type Final =
  | {
      readonly event: 'ack';
      readonly status: number;
      readonly answerHash: string;
      readonly caseId: string;
      readonly opId: string;
      readonly firstSeq: number;
      readonly lastSeq: number;
      readonly types: readonly string[];
    }
  | { readonly event: 'refused'; readonly status: number; readonly answerHash: string; readonly code: string };

/** No final answer: cut off, out of time, 202, 409 in-progress, 429, 5xx. `status` is null when no answer came. */
export interface Unknown {
  readonly event: 'unknown';
  readonly status: number | null;
  readonly why: string;
}

type Entry =
  | ({ readonly at: number; readonly event: 'intent' } & Meant)
  | ({ readonly at: number; readonly key: string } & (Final | Unknown))
  | { readonly at: number; readonly event: 'note'; readonly text: string };

/** The operation journal of a campaign: JSON lines in a file outside the system that is being killed. */
export interface OperationLog {
  readonly path: string;
  /** Writes what is about to be sent; resolves once it is on disk. */
  readonly intend: (meant: Meant) => Promise<void>;
  readonly told: (key: string, outcome: Final | Unknown) => void;
  readonly note: (text: string) => void;
  readonly close: () => void;
}

/** Opens the journal for appending. Intents that come at once share a sync. */
export function openOperationLog(path: string): OperationLog {
  const file = openSync(path, 'a', 0o600);
  let syncing: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const append = (entry: Entry): void => void writeSync(file, `${JSON.stringify(entry)}\n`);
  const onDisk = async (): Promise<void> => {
    next ??= syncing.then(async () => {
      next = null;
      syncing = sync(file);
      await syncing;
    });
    return next;
  };
  return {
    path,
    intend: async (meant) => {
      append({ at: Date.now(), event: 'intent', ...meant });
      await onDisk();
    },
    told: (key, outcome) => append({ at: Date.now(), key, ...outcome }),
    note: (text) => append({ at: Date.now(), event: 'note', text }),
    close: () => closeSync(file),
  };
}

/** One operation with everything that was heard of it, in order. */
export interface Operation extends Meant {
  readonly begunAt: number;
  readonly finals: readonly (Final & { readonly at: number })[];
  readonly unknowns: readonly (Unknown & { readonly at: number })[];
  /** Whether the first thing heard was no final answer. */
  readonly wasUnknown: boolean;
}

/** Reads the journal back. A last line that was cut off is dropped. */
export function readOperations(path: string): readonly Operation[] {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  type Open = Operation & { finals: (Final & { at: number })[]; unknowns: (Unknown & { at: number })[]; heard: number };
  const operations = new Map<string, Open>();
  for (const line of lines) {
    const entry: Entry = JSON.parse(line);
    if (entry.event === 'note') continue;
    if (entry.event === 'intent') {
      const { event: _, at, ...meant } = entry;
      operations.set(entry.key, { ...meant, begunAt: at, finals: [], unknowns: [], wasUnknown: false, heard: 0 });
      continue;
    }
    const operation = operations.get(entry.key);
    if (operation === undefined) throw new Error(`expected an intent before the outcome of ${entry.key}, but none is`);
    if (entry.event === 'unknown') operation.unknowns.push(entry);
    else operation.finals.push(entry);
    operation.heard += 1;
    if (operation.heard === 1 && entry.event === 'unknown')
      operations.set(entry.key, { ...operation, wasUnknown: true });
  }
  return [...operations.values()];
}
