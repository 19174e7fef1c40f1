import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { invariant } from '../invariant.ts';
import type { FlowDefinition } from './definition.ts';

/** JSON with sorted keys (by UTF-16 code unit) and without undefined: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value);
  }
  invariant(typeof value !== 'number' || Number.isFinite(value), 'a number in canonical JSON is finite');
  const text = JSON.stringify(value);
  invariant(typeof text === 'string', `canonical JSON holds JSON values only, not ${typeof value}`);
  return text;
}

function canonicalArray(items: readonly unknown[]): string {
  let text = '[';
  for (const item of items) text += `${text === '[' ? '' : ','}${canonicalJson(item ?? null)}`;
  return `${text}]`;
}

/** Built by hand and not with filter and map: every fact passes here, in the case and again in the API. */
function canonicalObject(value: object): string {
  const members: Readonly<Record<string, unknown>> = { ...value };
  let text = '{';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member === undefined) continue;
    text += `${text === '{' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `${text}}`;
}

/** SHA-256 of the text's UTF-8 bytes: 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Size of a value's canonical JSON in UTF-8 bytes. */
export function canonicalBytes(value: unknown): number {
  return utf8ToBytes(canonicalJson(value)).length;
}

/** The identity of a published definition: SHA-256 of its canonical JSON (design.md section 4). */
export function definitionSha256(definition: FlowDefinition): string {
  return sha256Hex(canonicalJson(definition));
}
