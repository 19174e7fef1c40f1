import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** CPU time since boot in ms: of each root process with its children (ended ones too), and of the whole machine. */
export interface CpuReading {
  readonly at: number;
  readonly byRoot: ReadonlyMap<number, number>;
  readonly busy: number;
}

/** Linux counts CPU time in hundredths of a second for user space, whatever the kernel's own tick. */
const msPerTick = 10;

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly own: number;
  readonly ofEnded: number;
}

/** Reads /proc once. `roots` are process ids. */
export function readCpu(roots: readonly number[]): CpuReading {
  const stats = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? statOf(name) : []));
  const children = new Map<number, Stat[]>();
  for (const stat of stats) children.set(stat.parent, [...(children.get(stat.parent) ?? []), stat]);
  const total = (stat: Stat): number => {
    const below = (children.get(stat.pid) ?? []).reduce((sum, child) => sum + total(child), 0);
    return stat.own + stat.ofEnded + below;
  };
  const byRoot = new Map<number, number>();
  for (const stat of stats) if (roots.includes(stat.pid)) byRoot.set(stat.pid, total(stat) * msPerTick);
  return { at: performance.now(), byRoot, busy: busyMs() };
}

/** Share of the machine's CPU time between two readings that none of the roots used, 0 to 1. */
export function foreignShare(before: CpuReading, after: CpuReading): number {
  let own = 0;
  for (const [root, ms] of after.byRoot) own += ms - (before.byRoot.get(root) ?? ms);
  const capacity = (after.at - before.at) * availableParallelism();
  return Math.max(0, after.busy - before.busy - own) / capacity;
}

function statOf(pid: string): Stat[] {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return [];
  }
  // The name in parentheses may hold spaces: fields are counted from behind it (proc(5): state is field 3).
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const field = (number: number): number => Number(fields[number - 3] ?? 0);
  return [{ pid: Number(pid), parent: field(4), own: field(14) + field(15), ofEnded: field(16) + field(17) }];
}

function busyMs(): number {
  const [, user, nice, system, , , irq, softirq] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '')
    .split(/\s+/)
    .map(Number);
  return ((user ?? 0) + (nice ?? 0) + (system ?? 0) + (irq ?? 0) + (softirq ?? 0)) * msPerTick;
}
