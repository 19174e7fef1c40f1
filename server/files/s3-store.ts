import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { request as plainRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { AwsV4Signer } from 'aws4fetch';
import { digestForm } from './blob-store.ts';
import type { BlobStore, StoredBlob } from './blob-store.ts';

/** A bucket that speaks S3 (MinIO, SeaweedFS, OBS, COS ...), addressed by path: `https://host/bucket` or `https://host/bucket/prefix`. */
export interface Bucket {
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

interface Call {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly url: string;
  /** A file to send, with its digest, which the server holds against what it gets. */
  readonly file?: { readonly path: string; readonly size: number; readonly sha256: string };
}

const quietMs = 30_000;
/** SHA-256 of nothing. */
const ofNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** A store in a bucket: `ab/ab12...`, one object a content. */
export function s3Store(bucket: Bucket): BlobStore {
  const root = bucket.url.replace(/\/+$/, '');
  const urlOf = (sha256: string) => {
    if (!digestForm.test(sha256)) throw new Error('expected a SHA-256, but it is none');
    return `${root}/${sha256.slice(0, 2)}/${sha256}`;
  };
  return {
    put: async (sha256, path) => {
      const { size } = await stat(path);
      await drain(await ask(bucket, { method: 'PUT', url: urlOf(sha256), file: { path, size, sha256 } }), [200]);
      await rm(path);
    },
    get: async (sha256) => {
      const answer = await ask(bucket, { method: 'GET', url: urlOf(sha256) });
      if (answer.statusCode !== 200) await drain(answer, [200]);
      return answer;
    },
    head: async (sha256) => {
      const answer = await ask(bucket, { method: 'HEAD', url: urlOf(sha256) });
      await drain(answer, [200, 404]);
      return answer.statusCode === 404 ? null : Number(answer.headers['content-length']);
    },
    remove: async (sha256) => {
      await drain(await ask(bucket, { method: 'DELETE', url: urlOf(sha256) }), [200, 204, 404]);
    },
    list: () => listBucket(bucket, root),
  };
}

async function* listBucket(bucket: Bucket, root: string): AsyncGenerator<StoredBlob> {
  const { origin, pathname } = new URL(root);
  const [, name = '', prefix = ''] = /^\/([^/]+)\/?(.*)$/.exec(pathname) ?? [];
  let token: string | null = null;
  do {
    const url = new URL(`${origin}/${name}`);
    url.searchParams.set('list-type', '2');
    if (prefix !== '') url.searchParams.set('prefix', `${prefix}/`);
    if (token !== null) url.searchParams.set('continuation-token', token);
    const page = await drain(await ask(bucket, { method: 'GET', url: url.toString() }), [200]);
    for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const sha256 = tagIn(entry, 'Key').split('/').at(-1) ?? '';
      if (!digestForm.test(sha256)) continue;
      yield { sha256, size: Number(tagIn(entry, 'Size')), at: Date.parse(tagIn(entry, 'LastModified')) };
    }
    token = tagIn(page, 'NextContinuationToken') || null;
  } while (token !== null);
}

function tagIn(xml: string, tag: string): string {
  const text = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1] ?? '';
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

async function ask(bucket: Bucket, { method, url, file }: Call): Promise<IncomingMessage> {
  const { accessKeyId, secretAccessKey, region } = bucket;
  const headers: Record<string, string> = { 'x-amz-content-sha256': file?.sha256 ?? ofNothing };
  if (file !== undefined) headers['content-length'] = String(file.size);
  const signer = new AwsV4Signer({ method, url, headers, accessKeyId, secretAccessKey, region, service: 's3' });
  const signed = await signer.sign();
  const send = signed.url.protocol === 'https:' ? tlsRequest : plainRequest;
  const request = send(signed.url, { method, headers: Object.fromEntries(signed.headers), timeout: quietMs });
  request.on('timeout', () => request.destroy(new Error('expected an answer of the bucket, but it is silent')));
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
  });
  if (file === undefined) request.end();
  else await Promise.all([pipeline(createReadStream(file.path), request), answered]);
  return answered;
}

/** Reads an answer to its end. @throws Error when its status is none of these */
async function drain(answer: IncomingMessage, wanted: readonly number[]): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  if (wanted.includes(answer.statusCode ?? 0)) return text;
  const said = tagIn(text, 'Code') || 'no code';
  throw new Error(`expected ${wanted.join(' or ')} of the bucket, but it answered ${answer.statusCode}: ${said}`);
}
