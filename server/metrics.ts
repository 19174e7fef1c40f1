import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Fact } from '../domain/case/facts/index.ts';

/** The figures of one process, in the text format of Prometheus. */
export interface Metrics {
  readonly registry: Registry;
  /** An order was applied. */
  step(order: string): void;
  /** An order or a filing was refused. */
  refusal(code: string): void;
  /** How long an Update took to answer, in ms. */
  update(ms: number): void;
  /** Facts got into the journal: counts warnings and how late they were recorded. */
  facts(facts: readonly Fact[]): void;
  /** Cases whose journal was behind or beside their workflow at the last comparison. */
  drift(cases: number): void;
  /** Operations whose outcome is open, as counted by the sweeper. */
  openIntents(count: number): void;
  /** Something that must not happen (a fork of a journal, a lost workflow). */
  incident(kind: string): void;
}

/** Creates the registry of a process, with Node's own figures. `process` is the label of all: api or worker. */
export function createMetrics(process: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const steps = new Counter({ name: 'shixian_steps_total', help: 'Orders applied', labelNames: ['order'], registers });
  const refusals = new Counter({
    name: 'shixian_refusals_total',
    help: 'Orders and filings refused',
    labelNames: ['code'],
    registers,
  });
  const updates = new Histogram({
    name: 'shixian_update_seconds',
    help: 'Time until a case answered an order',
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const lateness = new Histogram({
    name: 'shixian_warning_lateness_seconds',
    help: 'Time from the civil instant of a warning to its record; midnight is spread over 20 minutes',
    buckets: [60, 300, 600, 1_200, 1_800, 3_600, 7_200, 86_400],
    registers,
  });
  const drift = new Gauge({
    name: 'shixian_drift_cases',
    help: 'Cases whose journal differed from their workflow',
    registers,
  });
  const open = new Gauge({ name: 'shixian_open_intents', help: 'Operations whose outcome is open', registers });
  const incidents = new Counter({
    name: 'shixian_incidents_total',
    help: 'What must not happen: journal forks, lost workflows',
    labelNames: ['kind'],
    registers,
  });
  return {
    registry,
    step: (order) => steps.inc({ order }),
    refusal: (code) => refusals.inc({ code }),
    update: (ms) => updates.observe(ms / 1_000),
    facts: (facts) => {
      for (const { body, at, recordedAt } of facts) {
        if (body.type === 'WarningRaised') lateness.observe((recordedAt - at) / 1_000);
      }
    },
    drift: (cases) => drift.set(cases),
    openIntents: (count) => open.set(count),
    incident: (kind) => incidents.inc({ kind }),
  };
}
