import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInTurn } from '../in-turn.ts';
import type { InTurn } from '../in-turn.ts';
import { launchError, misconfigured } from '../launcher/launch-error.ts';
import { folderArrivals } from './arrivals.ts';
import type { Config } from '../config.ts';
import type { Arrivals } from './arrivals.ts';
import type { BlobStore } from './blob-store.ts';
import { clamdScanner } from './clamd.ts';
import type { Scanner } from './clamd.ts';
import { folderStore } from './folder-store.ts';
import { s3Store } from './s3-store.ts';
import type { Bucket } from './s3-store.ts';

/** Where files are and come, and how much is taken, in bytes. */
export interface Files {
  readonly dir: string;
  readonly store: BlobStore;
  readonly arrivals: Arrivals;
  /** Null: none is set. */
  readonly scanner: Scanner | null;
  readonly mostBytes: { readonly ofFile: number; readonly ofCase: number };
  /** Hears what went wrong behind an answer. */
  heard(error: unknown): void;
  /** Runs what reads and writes whole files, a few at a time: the disk has other work too. */
  readonly inTurn: InTurn;
}

const atOnce = 3;

/** Opens (and makes) the folder of files; with a bucket it only holds what is arriving. */
export async function openFiles(o: {
  dir: string;
  mostBytes: Files['mostBytes'];
  bucket?: Bucket | null;
  scanner?: Scanner | null;
  heard?: (error: unknown) => void;
}): Promise<Files> {
  const [kept, coming] = [join(o.dir, 'kept'), join(o.dir, 'arriving')];
  for (const folder of [kept, coming]) await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    dir: o.dir,
    store: o.bucket ? s3Store(o.bucket) : folderStore(kept),
    arrivals: folderArrivals(coming),
    scanner: o.scanner ?? null,
    mostBytes: o.mostBytes,
    heard: o.heard ?? (() => undefined),
    inTurn: createInTurn(atOnce),
  };
}

const megabyte = 1_048_576;

/** Folder or bucket, scanner and limits of a configuration. @throws exit 78 when the folder cannot be made */
export async function filesOfConfig(config: Config, heard: (error: unknown) => void): Promise<Files> {
  const [, host, port] = /^(.+):(\d+)$/.exec(config.CLAMD_ADDRESS ?? '') ?? [];
  const dir = config.FILES_DIR ?? join(config.DATA_DIR, 'files');
  return openFiles({
    dir,
    mostBytes: { ofFile: config.FILE_MAX_MB * megabyte, ofCase: config.CASE_FILES_MAX_MB * megabyte },
    bucket: bucketOf(config),
    heard,
    scanner: host === undefined ? null : clamdScanner({ host, port: Number(port) }),
  }).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw launchError(misconfigured, `FILES_DIR: expected a folder that can be written, but found ${dir}: ${why}`);
  });
}

function bucketOf(config: Config): Bucket | null {
  const { FILES_S3_URL: url, FILES_S3_KEY_ID: accessKeyId, FILES_S3_SECRET: secretAccessKey } = config;
  if (url === undefined || accessKeyId === undefined || secretAccessKey === undefined) return null;
  return { url, region: config.FILES_S3_REGION, accessKeyId, secretAccessKey };
}
