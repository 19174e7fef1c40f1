import { ProblemError } from '../problem-error.ts';
import type { UploadDoor } from './doors.ts';

/** One file on its way. `sent` in bytes. */
export interface Upload {
  readonly id: number;
  readonly materialId: string;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly state: 'waiting' | 'sending' | 'failed';
  readonly error: unknown;
}

/** What is on its way to one case, outside React: it goes on while other tabs of the page are looked at. */
export interface UploadQueue {
  subscribe(listener: () => void): () => void;
  snapshot(): readonly Upload[];
  /** Takes files for a material; `replaces`: they are new versions of that file. */
  add(files: readonly File[], materialId: string, replaces?: string): void;
  /** Goes on with one that failed. */
  again(id: number): void;
  cancel(id: number): void;
}

interface Entry {
  readonly file: File;
  readonly replaces: string | undefined;
  readonly stop: AbortController;
  shown: Upload;
}

const atOnce = 3;

/** A queue that sends three at once; `onKept` hears of each file that was kept. */
export function createUploadQueue(door: UploadDoor, onKept: (name: string) => void): UploadQueue {
  const entries = new Map<number, Entry>();
  const listeners = new Set<() => void>();
  let shown: readonly Upload[] = [];
  let last = 0;
  const tell = () => {
    shown = [...entries.values()].map((entry) => entry.shown);
    for (const listener of listeners) listener();
  };
  const change = (entry: Entry, changed: Partial<Upload>) => {
    entry.shown = { ...entry.shown, ...changed };
    tell();
  };
  const next = () => {
    const all = [...entries.values()];
    const free = atOnce - all.filter((entry) => entry.shown.state === 'sending').length;
    for (const entry of all.filter(({ shown: { state } }) => state === 'waiting').slice(0, Math.max(free, 0)))
      void send(entry);
  };
  const send = async (entry: Entry) => {
    change(entry, { state: 'sending', error: null });
    try {
      const uploadUrl = await announce(door, entry);
      const onProgress = (sent: number) => change(entry, { sent });
      await door.send(entry.file, { uploadUrl, onProgress, signal: entry.stop.signal });
      sessionStorage.removeItem(keyOf(door, entry));
      entries.delete(entry.shown.id);
      onKept(entry.file.name);
    } catch (error) {
      // A file that is refused is refused again; its upload is over.
      if (error instanceof ProblemError) sessionStorage.removeItem(keyOf(door, entry));
      if (entries.has(entry.shown.id)) change(entry, { state: 'failed', error });
    }
    tell();
    next();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => shown,
    add: (files, materialId, replaces) => {
      for (const file of files) {
        last += 1;
        const { name, size } = file;
        const upload = { id: last, materialId, name, size, sent: 0, state: 'waiting', error: null } as const;
        entries.set(last, { file, replaces, stop: new AbortController(), shown: upload });
      }
      tell();
      next();
    },
    again: (id) => {
      const entry = entries.get(id);
      if (entry?.shown.state === 'failed') change(entry, { state: 'waiting', error: null });
      next();
    },
    cancel: (id) => {
      const entry = entries.get(id);
      if (entry === undefined) return;
      entries.delete(id);
      entry.stop.abort();
      tell();
      void giveUp(door, entry);
      next();
    },
  };
}

/** The same file chosen again after a reload goes on where it stopped: this tab remembers where it was announced. */
function keyOf({ id }: UploadDoor, { file, replaces, shown }: Entry): string {
  const { name, size, lastModified } = file;
  return `shixian.upload.${[id, shown.materialId, replaces ?? '', size, lastModified, name].join('.')}`;
}

async function announce(door: UploadDoor, entry: Entry): Promise<string> {
  const key = keyOf(door, entry);
  const known = sessionStorage.getItem(key);
  if (known !== null && (await door.isUnderWay(known))) return known;
  const { file, replaces, shown } = entry;
  const uploadUrl = await door.announce({
    materialId: shown.materialId,
    name: nameFor(file),
    size: file.size,
    replaces,
  });
  sessionStorage.setItem(key, uploadUrl);
  return uploadUrl;
}

async function giveUp(door: UploadDoor, entry: Entry): Promise<void> {
  const uploadUrl = sessionStorage.getItem(keyOf(door, entry));
  sessionStorage.removeItem(keyOf(door, entry));
  // What is not told now is swept after a day.
  if (uploadUrl !== null) await door.giveUp(uploadUrl).catch(() => undefined);
}

/** The name as the API takes it: without the control characters that some cameras and systems put in, and not longer than it may be. */
function nameFor({ name }: File): string {
  const plain = name.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}]/gu, '');
  return plain.length <= 200 ? plain : `${plain.slice(0, 190)}${/\.\w{1,8}$/.exec(plain)?.[0] ?? ''}`;
}
