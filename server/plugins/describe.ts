import { ProblemDocument } from '../../contract/problem.ts';
import type { RouteContract } from '../../contract/route.ts';

const text = { type: 'string' } as const;

/** Headers and answers of a route as OpenAPI says them. Fastify checks no header by them: a missing key has a code of its own. */
export function describe(route: RouteContract): { headers?: object; response: object; consumes?: string[] } {
  const headers = {
    ...(route.idempotent === true
      ? { 'Idempotency-Key': { ...text, pattern: '^[!-~]{8,64}$', description: 'UUID 或 8 至 64 个可见 ASCII 字符' } }
      : {}),
    ...(route.ifMatch === true
      ? { 'If-Match': { ...text, pattern: '^"v?[0-9]{1,9}"$', description: '读到的 ETag，如 "v2"；"2" 也可' } }
      : {}),
    ...(route.takesBytes === true
      ? { 'Upload-Offset': { ...text, pattern: '^[0-9]{1,11}$', description: '从第几个字节起（tus 1.0）' } }
      : {}),
  };
  return {
    ...(route.takesBytes === true && { consumes: ['application/offset+octet-stream'] }),
    ...(Object.keys(headers).length > 0 ? { headers: { type: 'object', properties: headers } } : {}),
    response: {
      [route.status ?? 200]: answerOf(route),
      ...(route.idempotent === true ? { 202: unknownOutcome } : {}),
      default: {
        description: '不予办理或出错（RFC 9457）',
        headers: { 'Retry-After': { ...text, description: '多少秒后可再试；429、503 等时有' } },
        content: { 'application/problem+json': { schema: ProblemDocument } },
      },
    },
  };
}

/** The outcome is not known in time: where to look, and when. */
const unknownOutcome = {
  description: '已收到，结果尚未确定',
  headers: {
    Location: { ...text, description: '查询结果的地址' },
    'Retry-After': { ...text, description: '多少秒后查询' },
  },
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: { opId: text, statusUrl: text },
        required: ['opId', 'statusUrl'],
        additionalProperties: false,
      },
    },
  },
};

function answerOf({ title, ok, status, produces = 'application/json', etag }: RouteContract): object {
  const headers =
    etag === true ? { headers: { ETag: { ...text, description: '版本，如 "v2"；修改时放入 If-Match' } } } : {};
  if (status === 204) return { type: 'null', description: title };
  return { description: title, ...headers, content: { [produces]: { schema: ok } } };
}
