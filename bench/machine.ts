import { availableParallelism, cpus, totalmem } from 'node:os';

/** The machine in one line: cores, processor, memory, Node. */
export function machineLine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown CPU';
  return `${availableParallelism()} x ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}
