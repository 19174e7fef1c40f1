import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isProblemCode } from '../../contract/problem.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { Policy } from '../../contract/route.ts';
import type { Db } from '../../db/client.ts';
import { writeAudit } from '../../db/people/audit.ts';
import { isAdministrator } from '../../domain/people/roles.ts';
import { createHourly } from '../audit.ts';
import { blockOf } from '../guesses.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The name of the route in the contract. */
    route?: string;
  }
}

/** One person leaves so many refused requests an hour: whoever sends thousands is known by then. */
const mostOfPerson = 20;

/** Refusals that say nothing of rights: the page asks again by itself. */
const harmless: readonly ProblemCode[] = ['bad-csrf', 'password-must-change'];

/**
 * A request of administration that is refused is audited whoever asks, and any that is refused to an administrator (GB/T 22239): before
 * its answer, the same one once an hour.
 */
export function auditRefusals(app: FastifyInstance, { db }: { db: Db }): void {
  const hourly = createHourly(Date.now, mostOfPerson);
  app.addHook('onSend', async (request, reply, payload) => {
    const { person } = request;
    const { route, policy } = request.routeOptions.config;
    if (reply.statusCode !== 403 || person === null || route === undefined) return payload;
    if (!isOfAdministration(policy) && !person.posts.some(({ role }) => isAdministrator(role))) return payload;
    const refusal = codeIn(payload);
    if (refusal === null || harmless.includes(refusal)) return payload;
    const account = accountOf(request);
    const write = async () =>
      writeAudit(db, {
        kind: 'requestRefused',
        who: person.id,
        address: blockOf(request.ip),
        ...(account !== null && { account }),
        details: { route, refusal, ...(request.byToken && { byToken: true as const }) },
      });
    await hourly(`${route} ${refusal} ${request.url}`, write, person.id);
    return payload;
  });
}

/** Whether only administrators may call it. */
function isOfAdministration(policy: Policy | undefined): boolean {
  return typeof policy === 'object' && policy.every(isAdministrator);
}

function codeIn(payload: unknown): ProblemCode | null {
  if (typeof payload !== 'string') return null;
  const document: unknown = JSON.parse(payload);
  const code = typeof document === 'object' && document !== null && 'code' in document ? document.code : null;
  return typeof code === 'string' && isProblemCode(code) ? code : null;
}

/** The account that was to be changed; what is no id is not looked for. */
function accountOf({ params }: FastifyRequest): string | null {
  const id = typeof params === 'object' && params !== null && 'userId' in params ? params.userId : null;
  return typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : null;
}
