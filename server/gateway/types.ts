import type { Client } from '@temporalio/client';
import type { Filing } from '../../domain/case/filing.ts';
import type { Order } from '../../domain/case/acts/index.ts';
import type { CalendarSnapshot } from '../../domain/clock/calendar.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { Db, Queryable } from '../../db/client.ts';
import type { Worlds } from '../../db/journal/worlds.ts';
import type { Metrics } from '../metrics.ts';

/** What the gateway says to HTTP: stored with the intent and repeated byte for byte; 202 when the outcome is not known in time. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Words or personal data to be kept under their digest, HMAC-SHA-256 in hex under the key of the case. */
export interface Text {
  readonly digest: string;
  readonly content: string;
}

/** What every write brings: who, the Idempotency-Key with its route and the hash of the body, when it was received (ms). */
interface WriteRequest {
  readonly texts: readonly Text[];
  readonly actor: Actor;
  readonly key: string;
  readonly route: string;
  readonly bodyHash: string;
  readonly receivedAt: number;
  /** The id of the HTTP request, for logs. */
  readonly requestId: string;
}

export interface OrderRequest extends WriteRequest {
  readonly caseId: string;
  /** Free text already replaced by digests. */
  readonly order: Order;
  /** The people the order names, as the directory has them now: existing, enabled, with their posts. */
  readonly people: readonly Actor[];
}

/** The part of a filing that the applicant's form gives; the gateway adds what the case pins. */
export type FiledPart = Omit<
  Filing,
  | 'caseNo'
  | 'itemCode'
  | 'definition'
  | 'branch'
  | 'branchEvidence'
  | 'formChoices'
  | 'departmentId'
  | 'regionCode'
  | 'calendar'
  | 'despite'
>;

export interface FilingRequest extends WriteRequest {
  readonly itemCode: string;
  readonly filing: FiledPart;
  /** The key of the case's digests (hex), which `filing` and `texts` were made with. */
  readonly secret: string;
  /** The form's values, for the limit branch only; they are stored as a text under `filing.form`. */
  readonly form: Readonly<Record<string, unknown>>;
  /** What it asks for, in words that equal filings share, and the earlier number its clerk knows of; absent: nothing is compared. */
  readonly likeness?: { readonly words: string; readonly despite?: string };
  /**
   * What is done in the transaction that commits the filing; false where it can no longer be done: then nothing is filed. The key
   * belongs to what is filed so (a draft) for its life: its refusals are not kept.
   */
  readonly beside?: (client: Queryable) => Promise<boolean>;
}

/**
 * What the form of a filing chooses, with the evidence: the limit branch (null and null when the item has none) and the ways of the
 * flow; or why it cannot be told.
 */
export type ChoicesByForm = Pick<Filing, 'branch' | 'branchEvidence' | 'formChoices'> | { readonly undecided: string };

/** Answers the CEL conditions of a definition: the API passes the evaluator. */
export type ChooseByForm = (
  definition: FlowDefinition,
  form: Readonly<Record<string, unknown>>,
  secret: string,
) => ChoicesByForm;

/** Moves the business clock forward: by days, to 00:00+08:00 of a civil day, or until its offset is `offset` ms. Give one. */
export interface AdvanceRequest {
  readonly days?: number;
  readonly to?: CivilDate;
  readonly offset?: number;
  readonly actor: Actor;
  readonly onProgress?: (done: number, all: number) => void;
}

/** The logger of pino, as far as it is used. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface GatewayConfig {
  /** How long an order waits for its case before the answer is 202, in ms. */
  readonly submitDeadlineMs: number;
  /** Refuses the business clock. */
  readonly production: boolean;
  /** Server secret of the query codes. */
  readonly secret: string;
  /**
   * Commits intents of orders synchronously; false where Temporal's stores are in the same PostgreSQL cluster, whose own commit
   * then makes them durable (design.md section 5).
   */
  readonly durableIntents: boolean;
  /** Tests: for how long only one attempt may send, in ms; else five seconds past the submit deadline. */
  readonly leaseMs?: number;
  /** Tests: how long a case may differ from its journal before that is an incident, in ms; else 30 s. */
  readonly incidentAfterMs?: number;
  /** Tests: continue-as-new of the cases filed here over this many events; else 240. */
  readonly maxEvents?: number;
  /** Tests: the newest calendar; else the build's. */
  readonly calendar?: CalendarSnapshot;
  /** Tests: the wall clock in ms, moved along with a case's virtual time. */
  readonly now?: () => number;
}

export interface GatewayDeps {
  readonly db: Db;
  readonly worlds: Worlds;
  readonly client: Client;
  readonly config: GatewayConfig;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly chooseByForm: ChooseByForm;
}

/** What one comparison found. */
export interface Reconciled {
  readonly compared: number;
  /** Cases whose journal was behind or beside their workflow. */
  readonly drifted: number;
  /** Of these, behind and caught up now. The rest is looked at again with every sweep, and soon an incident. */
  readonly repaired: number;
  /** Cases that could not be asked: looked at again, too. */
  readonly unanswered: number;
}

/** How a case is restored. */
export interface RestoreOptions {
  /**
   * What becomes of facts of the run that no intent of this database stands for. `refuse`: the case stays as it is. `take`: the journal was
   * restored to an earlier moment, what it has lost is registered again from the run's history; also what was ordered past the door. `drop`:
   * somebody ordered it past the door, and it is gone for good.
   */
  readonly ahead: 'refuse' | 'take' | 'drop';
}

/** The case stays as it is: so many facts of its run are of no intent, and nothing was said of them. */
export interface NotRestored {
  readonly strangers: number;
}

/** What became of a case: facts its journal took from the run that was ended, facts that were dropped, whether it runs again. */
export interface Restored {
  readonly taken: number;
  readonly dropped: number;
  readonly runs: boolean;
}

/** The only caller of Temporal (design.md section 5, write-through protocol). */
export interface Gateway {
  /** Files a case; needs no worker. 201 with caseId, caseNo, queryCode and the first facts. */
  file(request: FilingRequest): Promise<Answer>;
  /** What a request with this key was answered before, whatever has changed since; null: it is new. */
  recall(request: Pick<WriteRequest, 'actor' | 'route' | 'key' | 'bodyHash'>): Promise<Answer | null>;
  /** Gives an order to a case. 200 with the facts, a problem document, or 202 with where to look. */
  give(request: OrderRequest): Promise<Answer>;
  /** Brings the newest calendar to a case as the system: 200 also when it has it, with no fact; 409 when it is closed. */
  adopt(caseId: string): Promise<Answer>;
  /** Business clock, demonstrations only: answers 200 when no open case is behind. */
  advance(request: AdvanceRequest): Promise<Answer>;
  /** Sends intents again whose lease ran out; answers how many. At start before /readyz, then every 5 s. */
  sweep(): Promise<number>;
  /** Compares cases with their journal and repairs; null when another process is at it. At start, then every hour. */
  reconcile(): Promise<Reconciled | null>;
  /** Every case that is not as its journal and cannot be repaired by waiting. */
  differing(): Promise<readonly string[]>;
  /** Begins a case anew from its journal: what its run made beside registered operations is gone. */
  restore(caseId: string, options: RestoreOptions): Promise<Restored | NotRestored>;
}
