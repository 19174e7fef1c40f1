import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FieldError } from '../../contract/problem.ts';
import { problem } from '../../contract/problem.ts';
import { sendProblem } from '../problem-reply.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes the bytes of a file and no JSON. */
    takesBytes?: boolean;
  }
}

/** What tus calls the bytes of a part (1.0, PATCH). */
export const partType = 'application/offset+octet-stream';
const jsonOnly = /^application\/json(; ?charset=utf-8)?$/i;
/** Control characters but tab and line breaks, bidi controls, lone surrogates, non-characters: they deceive readers or break stores. */
const forbidden =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/u;

/**
 * Content types are matched before anything is parsed, byte for byte: no leading blank, no trailing tab, no parameter but UTF-8
 * (the Content-Type bypasses of earlier Fastify versions). Every text that comes in, keys too, is free of forbidden characters.
 */
export function strictInput(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const found = request.headers['content-type'] ?? 'none';
    const { takesBytes } = request.routeOptions.config;
    if (!bringsBody(request) || (takesBytes === true ? found === partType : jsonOnly.test(found))) return;
    const wanted = takesBytes === true ? partType : 'application/json';
    const refusal = problem('unsupported-media-type', `expected ${wanted}, but the content type is ${found}`);
    return sendProblem({ request, reply, problem: refusal });
  });
  // Nothing is gathered in memory: the handler reads as the bytes come.
  app.addContentTypeParser(partType, (_request, payload, done) => done(null, payload));
  app.addHook('preValidation', async (request, reply) => {
    const errors = ['params', 'query', 'body'].flatMap((part) => badTexts(partOf(request, part), ''));
    if (errors.length === 0) return;
    const refusal = problem('bad-characters', 'expected printable text, but found control characters', { errors });
    return sendProblem({ request, reply, problem: refusal });
  });
}

function partOf(request: FastifyRequest, part: string): unknown {
  if (part === 'body' && request.routeOptions.config.takesBytes === true) return undefined;
  return part === 'params' ? request.params : part === 'query' ? request.query : request.body;
}

function bringsBody({ headers }: FastifyRequest): boolean {
  const length = headers['content-length'];
  const hasBody = (length !== undefined && length !== '0') || headers['transfer-encoding'] !== undefined;
  return hasBody || headers['content-type'] !== undefined;
}

/** At most 20 places: enough to mend, not enough to fill the log. */
function badTexts(value: unknown, pointer: string): FieldError[] {
  const errors: FieldError[] = [];
  collect(value, pointer, errors);
  return errors;
}

function collect(value: unknown, pointer: string, errors: FieldError[]): void {
  if (errors.length >= 20) return;
  if (typeof value === 'string') {
    if (forbidden.test(value)) errors.push({ pointer, code: 'bad-characters', message: '含有不允许的控制字符' });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (forbidden.test(key)) errors.push({ pointer, code: 'bad-characters', message: '字段名含有不允许的控制字符' });
    else collect(inner, at, errors);
  }
}
