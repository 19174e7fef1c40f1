import type { Logger } from 'pino';
import type { Db } from '../db/client.ts';
import type { Worlds } from '../db/journal/worlds.ts';
import type { LiveBuild } from '../db/workers.ts';
import type { Documents } from './documents/open-documents.ts';
import type { Files } from './files/open-files.ts';
import type { Gateway } from './gateway/types.ts';
import type { Metrics } from './metrics.ts';

/** What HTTP needs to know of the configuration. */
export interface AppConfig {
  /** People reach the site by TLS: `__Host-sid`, Secure, HSTS. */
  readonly https: boolean;
  /** Proxies that are believed when they say whose request they bring and that it came by TLS; none: nobody is. */
  readonly trustedProxies: readonly string[];
  /** Where the devices of a window answer on its own machine; null: none do. */
  readonly deviceBridge: string | null;
  readonly demo: boolean;
  readonly sessionSecret: string;
  /** Requests are counted and limited. */
  readonly limits: boolean;
  /** Answers are held against their schema, and one that does not fit is a failure: for tests. */
  readonly checkAnswers: boolean;
  /** How long a request may take to come in, head and body, in ms; 30 s when not given. */
  readonly requestMs?: number;
  /** Between two heartbeats of a live stream in ms, 15 s when not given: for tests. */
  readonly heartbeatMs?: number;
}

/** Whether each thing the product stands on is there; `reason` says what is missing. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, boolean>>;
  /** What works and should be looked at: a sentence each. */
  readonly warnings: readonly string[];
  /** Which builds run, alike processes together: `version` is null for those of a release that did not say it. */
  readonly builds: readonly LiveBuild[];
}

/** Everything the HTTP process is made of. `now` is the wall clock in ms; `businessNow` the clock of demonstrations. */
export interface AppDeps {
  readonly config: AppConfig;
  readonly db: Db;
  /** Reads the audit, which `db` only writes; null: this process shows none. */
  readonly auditDb: Db | null;
  readonly worlds: Worlds;
  readonly files: Files;
  readonly documents: Documents;
  readonly gateway: Gateway;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly readiness: () => Promise<Readiness>;
  /** From then on each answer closes its connection, so that no request is sent into one that is about to go. */
  readonly isStopping: () => boolean;
}
