/**
 * What is compared: the bare Update as the SDK's pages show it, called directly; the same with an awaited projection; our step over
 * HTTP; and, for information, the least over HTTP that is as durable as ours, and the bare Update with our own tuning of bundle and client.
 */
export const variants = ['bare', 'awaiting', 'ours', 'floor', 'tuned'] as const;
export type Variant = (typeof variants)[number];

/** Processes whose CPU time is told apart. `worker` is the one of the variant that runs. */
export const processNames = ['api', 'worker', 'temporal', 'postgres', 'load'] as const;
export type ProcessName = (typeof processNames)[number];

/** One block of the schedule. `warmMs` of load go before the measured `ms`. */
export interface BlockPlan {
  readonly variant: Variant;
  readonly concurrency: number;
  readonly repeat: number;
  readonly warmMs: number;
  readonly ms: number;
}

/** What was measured in one block. Latencies in ms; CPU in ms and WAL syncs in counts, both a step. */
export interface Block extends Omit<BlockPlan, 'warmMs' | 'ms'> {
  readonly steps: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly errors: number;
  readonly firstError: string | null;
  readonly cpuMs: Readonly<Record<ProcessName, number>>;
  readonly walSyncs: number;
  /** Share of the machine's CPU time that went to processes that are none of ours, 0 to 1. */
  readonly foreignCpu: number;
}

/** What the histories of sampled cases hold, summed. A step is an Update that was accepted. */
export interface HistoryCount {
  readonly cases: number;
  readonly steps: number;
  /** Workflow tasks that handled Updates or what they caused (activities): all but the first of a run and those of timers. */
  readonly stepTasks: number;
  /** Events of those tasks and activities. */
  readonly stepEvents: number;
  /** Their size as Temporal keeps it, in bytes. */
  readonly stepBytes: number;
  /** Tasks of steps by their number of events: 5, or 7 when the timer is armed anew. */
  readonly shapes: Readonly<Record<string, number>>;
  readonly timerTasks: number;
  readonly continuedAsNew: number;
  /** Events of starts and ends of runs, which are no step's. */
  readonly runEvents: number;
}

/** What the load process is told. */
export interface LoadSetup {
  /** Of the API, or of each of several. */
  readonly urls: readonly string[];
  readonly floorUrl: string;
  readonly tokens: { readonly clerk: string; readonly officer: string };
  readonly itemCode: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly adminUrl: string;
  readonly pids: Readonly<
    Record<
      Exclude<ProcessName, 'load' | 'worker'> | 'secondApi' | 'floorApi' | 'caseWorker' | 'bareWorker' | 'tunedWorker',
      number
    >
  >;
  readonly blocks: readonly BlockPlan[];
  readonly sampledCases: number;
}

/** What the load process says. */
export type LoadNote =
  | { readonly type: 'line'; readonly text: string }
  | { readonly type: 'block'; readonly block: Block }
  | { readonly type: 'histories'; readonly counts: Readonly<Record<Variant, HistoryCount>> }
  | { readonly type: 'done' };
