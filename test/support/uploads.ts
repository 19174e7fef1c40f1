import type { Role } from '../../domain/people/roles.ts';
import type { TestApi } from './api.ts';

/** A file as a browser brings it. */
export interface Brought {
  readonly caseId: string;
  readonly materialId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly replaces?: string;
}

/** Announces a file; the answer as it came. */
export async function announce(api: TestApi, who: Role, { bytes, ...more }: Brought) {
  return api.send(who, 'POST', '/files', { body: { ...more, size: bytes.length } });
}

/** Sends bytes to an upload from an offset, as tus does. */
export async function sendPart(
  api: TestApi,
  who: Role,
  uploadUrl: string,
  bytes: Uint8Array,
  from = 0,
  headers: Record<string, string> = {},
) {
  const type = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) };
  return api.app.inject({
    method: 'PATCH',
    url: uploadUrl,
    headers: { ...type, 'tus-resumable': '1.0.0', ...(await api.bearerOf(who)), ...headers },
    payload: Buffer.from(bytes),
  });
}

/** Brings a whole file. @throws Error when it is not kept */
export async function bring(api: TestApi, who: Role, brought: Brought): Promise<string> {
  const announced = await announce(api, who, brought);
  if (announced.statusCode !== 201) throw new Error(announced.body);
  const { fileId, uploadUrl } = announced.json<{ fileId: string; uploadUrl: string }>();
  const sent = await sendPart(api, who, uploadUrl, brought.bytes);
  if (sent.statusCode !== 204) throw new Error(sent.body);
  return fileId;
}
