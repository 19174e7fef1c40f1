import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Db } from '../../db/client.ts';
import { dropFile } from '../../db/files/case-files.ts';
import type { CaseFile } from '../../db/files/case-files.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { offsetOf, receivePart } from '../files/receive.ts';
import type { Files } from '../files/open-files.ts';

/** How far an upload is, as tus says it in headers and everybody else reads it. */
export async function tellOffset(files: Files, file: CaseFile, reply: FastifyReply) {
  const offset = await offsetOf(files, file);
  tusHeaders(reply, offset).header('upload-length', String(file.size));
  return { fileId: file.fileId, size: file.size, offset };
}

/** Takes the part that a request brings. `at`: the instant of the case, epoch ms. */
export async function takePart(
  o: { db: Db; files: Files; at: number },
  file: CaseFile,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<null | Problem> {
  const part = partOf(request);
  if (part === null) return problem('bad-request', 'expected the header Upload-Offset with a number, but it has none');
  const offset = await receivePart(o, file, part);
  if (typeof offset !== 'number') return offset;
  tusHeaders(reply, offset);
  return null;
}

/** Gives up an upload that is under way. */
export async function giveUp({ db, files }: { db: Db; files: Files }, file: CaseFile): Promise<null | Problem> {
  if (file.state !== 'arriving') return problem('upload-ended', 'expected an upload under way, but it is over');
  await dropFile(db, file.fileId);
  await files.arrivals.drop(file.fileId);
  return null;
}

/** Why a file is not even announced, whoever brings it; null: it may come. `places`: where who brings it may put one. */
export function refusedAtOnce(
  { materialId, size }: { materialId: string; size: number },
  o: { state: CaseState; places: readonly { readonly id: string }[]; files: Files },
): Problem | null {
  if (o.state.status === 'closed') return caseClosed();
  const most = o.files.mostBytes.ofFile;
  if (size > most) return tooLarge(most);
  return o.places.some(({ id }) => id === materialId) ? null : unknownMaterial(materialId);
}

/** A file of more bytes than are taken. */
export function tooLarge(most: number): Problem {
  const detail = `文件超过 ${Math.floor(most / 1_048_576)} MB，请压缩后上传。`;
  return problem('file-too-large', `expected at most ${most} bytes, but there are more`, { detail });
}

/** A file for what the item does not ask for. */
export function unknownMaterial(materialId: string): Problem {
  return problem('unknown-material', `expected a material of the item's list, but ${materialId} is not on it`);
}

/** Files of a closed case stay as they are. */
export function caseClosed(): Problem {
  return problem('case-closed', 'expected an open case, but it is closed');
}

function tusHeaders(reply: FastifyReply, offset: number): FastifyReply {
  return reply.headers({ 'tus-resumable': '1.0.0', 'upload-offset': String(offset) });
}

/** What a request says of the part it brings; null when it does not say where it goes. */
function partOf({ headers, body }: FastifyRequest) {
  const [said, length] = [headers['upload-offset'], headers['content-length']];
  if (typeof said !== 'string' || !/^\d{1,11}$/.test(said) || !(body instanceof Readable)) return null;
  return { from: Number(said), length: length === undefined ? null : Number(length), body };
}
