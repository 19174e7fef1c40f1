import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../contract/problem.ts';
import { localize } from '../contract/problem.ts';
import type { Language } from '../domain/words/said.ts';

/** The reader's language: English when Accept-Language asks for it before Chinese, else Chinese. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = request.headers['accept-language'] ?? '';
  const first = wanted
    .split(',')
    .map(parseLanguage)
    .filter(({ tag, q }) => q > 0 && (tag.startsWith('zh') || tag.startsWith('en')))
    .toSorted((a, b) => b.q - a.q)[0];
  return first?.tag.startsWith('en') === true ? 'en' : 'zh';
}

function parseLanguage(part: string): { tag: string; q: number } {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
  const q = parameters.map((text) => /^\s*q=([0-9.]+)$/.exec(text)?.[1]).find((text) => text !== undefined);
  return { tag, q: q === undefined ? 1 : Number(q) };
}

/**
 * Sends a refusal as application/problem+json in the reader's language. `instance` names the request, but not in a `stored` answer,
 * which is the same for every copy of a request.
 */
export function sendProblem(o: {
  request: FastifyRequest;
  reply: FastifyReply;
  problem: Problem;
  stored?: boolean;
}): FastifyReply {
  const { request, reply } = o;
  const instance = o.stored === true ? {} : { instance: `urn:uuid:${request.id}` };
  const document = localize({ ...instance, ...o.problem }, languageOf(request));
  const wait = document['retryAfter'];
  if (typeof wait === 'number') reply.header('retry-after', String(wait));
  request.log.info({ code: document.code, status: document.status }, 'refused');
  return reply.code(document.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(document));
}
