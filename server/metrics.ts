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
  /** Of the last comparison: cases whose journal was behind or beside their workflow, and those that could not be asked. */
  drift(found: { readonly drifted: number; readonly unanswered: number }): void;
  /** Incidents of cases that are not over, over all processes. */
  openIncidents(count: number): void;
  /** Operations whose outcome is open, as counted by the sweeper. */
  openIntents(count: number): void;
  /** Something that must not happen (unregistered facts, a fork of a journal, a lost workflow). */
  incident(kind: string): void;
}

/** Creates the registry of a process, with Node's own figures. `process` is the label of all: api or worker; `lost` counts lines of its log. */
export function createMetrics(process: string, lost: () => number = () => 0): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  registry.registerMetric(lostLines(lost));
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
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const drift = gauge('shixian_drift_cases', 'Cases whose journal differed from their workflow');
  const unanswered = gauge('shixian_unanswered_cases', 'Cases that could not be asked at the last comparison');
  const lasting = gauge('shixian_open_incidents', 'Cases that are not as their journal, over all processes');
  const open = gauge('shixian_open_intents', 'Operations whose outcome is open');
  const incidents = new Counter({
    name: 'shixian_incidents_total',
    help: 'What must not happen: unregistered facts, journal forks, lost workflows',
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
    drift: (found) => {
      drift.set(found.drifted);
      unanswered.set(found.unanswered);
    },
    openIncidents: (count) => lasting.set(count),
    openIntents: (count) => open.set(count),
    incident: (kind) => incidents.inc({ kind }),
  };
}

function lostLines(lost: () => number): Gauge {
  return new Gauge({
    name: 'shixian_log_lines_lost',
    help: 'Lines of the log that could not be written',
    registers: [],
    collect() {
      this.set(lost());
    },
  });
}
