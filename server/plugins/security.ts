import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { problem } from '../../contract/problem.ts';

/**
 * `https`: people reach the site by TLS. `limits`: count requests (off in tests that send many). `deviceBridge`: the one other address
 * that a page may ask, on the machine it is shown on; null: none.
 */
export interface SecurityOptions {
  readonly https: boolean;
  readonly deviceBridge: string | null;
  readonly limits: boolean;
}

/** Calls a minute for one address: any route, what needs no account, and what is worth guessing at or dear to answer. */
export const perMinute = { any: 3_000, public: 600, dear: 60, guessed: 20 };

/** Security headers on every answer, and a limit on requests for one address. */
export async function security(app: FastifyInstance, options: SecurityOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        ...(options.deviceBridge !== null && { connectSrc: ["'self'", options.deviceBridge] }),
        // A document that a page has asked for is shown under an address of that page.
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: options.https ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: options.https,
    originAgentCluster: options.https,
  });
  if (!options.limits) return;
  await app.register(rateLimit, {
    max: perMinute.any,
    timeWindow: '1 minute',
    enableDraftSpec: true,
    errorResponseBuilder: (_request, context) =>
      Object.assign(new Error('too many requests'), {
        statusCode: 429,
        code: 'FST_RATE_LIMIT',
        problem: problem(
          'too-many-requests',
          `expected at most ${context.max} requests a minute, but there were more`,
          {
            retryAfter: Math.ceil(context.ttl / 1_000),
          },
        ),
      }),
  });
}
