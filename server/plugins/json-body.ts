import type { FastifyInstance } from 'fastify';
import { problem } from '../../contract/problem.ts';

/** No body of the contract is nested deeper than a flow, and no flow of people as deep as this. */
export const deepest = 64;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const [quote, backslash] = [0x22, 0x5c];

/**
 * Bodies are JSON in UTF-8 and not nested without end: bytes of another encoding would be kept as U+FFFD, and what reads a tree level
 * by level (schemas, digests) would run out of stack. Both are refused before anything is parsed.
 */
export function jsonBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = Buffer.from(body);
    if (isDeeper(bytes, deepest)) return done(refusal('too-deep', `at most ${deepest} levels, but found more`));
    let text: string;
    try {
      text = utf8.decode(bytes);
    } catch {
      return done(refusal('bad-json', 'JSON in UTF-8, but found bytes that are not'));
    }
    return void parse(request, text, done);
  });
}

function refusal(code: 'bad-json' | 'too-deep', wanted: string): Error {
  return Object.assign(new Error(wanted), { problem: problem(code, `expected ${wanted}`) });
}

/** Whether brackets outside of texts are nested deeper than `most`. Bytes above ASCII are never a bracket or a quote in UTF-8. */
function isDeeper(bytes: Buffer, most: number): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (inText && byte === backslash) at += 1;
    else if (byte === quote) inText = !inText;
    else if (inText) continue;
    else if (byte === 0x7b || byte === 0x5b) depth += 1;
    else if (byte === 0x7d || byte === 0x5d) depth -= 1;
    if (depth > most) return true;
  }
  return false;
}
