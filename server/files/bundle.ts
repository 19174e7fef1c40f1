import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { CaseFile } from '../../db/files/case-files.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { savedName } from '../../domain/files/file-name.ts';
import type { FileKind } from '../../domain/files/kinds.ts';
import type { filePlaces } from '../../domain/files/receipt-proof.ts';
import type { BlobStore } from './blob-store.ts';

/** A file that counts and whose content is known. */
export type Bundled = CaseFile & { readonly sha256: string; readonly kind: FileKind; readonly keptAt: number };

/** What goes into a bundle: under which path, and what the manifest says of it. */
export interface Packed {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly kind: FileKind;
  readonly material: string;
  readonly name: string;
  readonly version: number;
  readonly broughtBy: string | null;
  readonly keptAt: string;
}

/** The list of a bundle: a folder a place in their order, names that no other file of the folder has. */
export function packingList(files: readonly Bundled[], places: ReturnType<typeof filePlaces>): Packed[] {
  const taken = new Set<string>();
  const ordered = places.flatMap(({ id, title }, index) =>
    files.filter((file) => file.materialId === id).map((file) => ({ file, title, folder: folderOf(title, index) })),
  );
  return ordered.map(({ file, title, folder }) => ({
    path: freePath(`${folder}/${savedName(file.name, file.kind)}`, taken),
    sha256: file.sha256,
    size: file.size,
    kind: file.kind,
    material: title,
    name: file.name,
    version: file.version,
    broughtBy: file.broughtByName,
    keptAt: rfc3339(file.keptAt),
  }));
}

/**
 * A ZIP of files with `manifest.json`, made while it is read: one content is open at a time. Nothing is packed tighter: what is in it is
 * packed already. The stream fails when a content is not there, so that no half bundle looks whole.
 */
export function zipOf(o: { caseNo: string; madeAt: number; packed: readonly Packed[]; store: BlobStore }): Readable {
  const zip = new ZipFile();
  const { caseNo, packed, store } = o;
  const manifest = { caseNo, madeAt: rfc3339(o.madeAt), files: packed };
  const mtime = new Date(o.madeAt);
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'manifest.json', { mtime, compress: false });
  for (const { path, sha256, size } of packed) {
    zip.addReadStreamLazy(path, { mtime, size, compress: false }, (give) => {
      store.get(sha256).then(
        (content) => give(null, content),
        (error: unknown) => give(error, null as never),
      );
    });
  }
  zip.end();
  const stream = zip.outputStream as Readable;
  zip.on('error', (error) => stream.destroy(error instanceof Error ? error : new Error(String(error))));
  return stream;
}

function folderOf(title: string, index: number): string {
  const name = title.replaceAll(/[\\/:*?"<>|%]/g, '_').slice(0, 60);
  return `${String(index + 1).padStart(2, '0')}-${name}`;
}

function freePath(path: string, taken: Set<string>): string {
  const [, stem = path, extension = ''] = /^(.*)(\.[^.]+)$/.exec(path) ?? [];
  let free = path;
  // Not told apart by capitals either: Windows does not.
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${stem}(${n})${extension}`;
  taken.add(free.toLowerCase());
  return free;
}
