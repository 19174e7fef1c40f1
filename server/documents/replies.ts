import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { readIncomplete } from '../../domain/documents/compose.ts';
import type { Incomplete } from '../../domain/documents/compose.ts';
import { isOfGuide } from '../../domain/documents/of-guide.ts';
import type { MadeOut } from './making.ts';

/** A document as an answer: shown on a page of ours or saved; it runs nothing, loads nothing and is kept by no cache. */
export function sendPdf(reply: FastifyReply, bytes: Buffer): Readable {
  reply.headers({
    'content-type': 'application/pdf',
    'content-length': String(bytes.length),
    'content-disposition': 'inline',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  return Readable.from([bytes]);
}

/** A document that was made out, or the problem why there is none. */
export function madeOrProblem(out: MadeOut | Incomplete | null): MadeOut | Problem {
  if (out === null) return problem('not-found', 'expected a fact that makes a document, but there is none');
  return 'made' in out ? out : lacking(out);
}

/** A document that cannot be made, and what it lacks. */
export function lacking(incomplete: Incomplete): Problem {
  const { kind, missing } = incomplete;
  const isGuide = isOfGuide(incomplete);
  const where = isGuide ? '; the catalogue administrator fills it in in the guide of the item' : '';
  const reason = `expected everything ${kind} must contain, but it lacks ${missing.join(', ')}${where}`;
  const todo = isGuide ? '请目录管理员在该事项的“指南要素”中填写后再办理。' : '';
  return problem('document-incomplete', reason, { detail: `${readIncomplete(incomplete)}。${todo}` });
}
