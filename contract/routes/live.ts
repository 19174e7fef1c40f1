import Type from 'typebox';
import type { RouteContract } from '../route.ts';

/**
 * Events of the live stream. `case`: a case moved; `warning`: a warning of it was raised or acknowledged; both bring ids only, and the
 * reader asks for what it shows. `resync`: something may have been missed, ask for everything again.
 */
export const liveEvents = ['case', 'warning', 'resync'] as const;
export type LiveEventName = (typeof liveEvents)[number];

/** Data of `case` and `warning`; `seq` is the last fact of the case. That of `resync` is {}. */
export interface LiveData {
  readonly caseId: string;
  readonly seq: number;
}

export const liveRoutes = {
  live: {
    method: 'GET',
    url: '/live',
    title: '实时变动（SSE）',
    tag: '预警与督办',
    policy: 'signedIn',
    ok: Type.String({
      description:
        'case、warning 只带办件的 caseId 和 seq，只发给看得到该办件的人；resync 表示可能有遗漏，应全部重新查询。每 15 秒一次心跳；带 Last-Event-ID 重连时先发 resync。',
    }),
    produces: 'text/event-stream; charset=utf-8',
  },
} as const satisfies Record<string, RouteContract>;
