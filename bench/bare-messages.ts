import { defineUpdate } from '@temporalio/workflow';

/** The task queues of the bare workflows: bundled as the SDK does it, and bundled as the product is. */
export const bareQueue = 'bench-bare';
export const tunedQueue = 'bench-tuned';

/** What a bare step brings: about as many bytes as an order of the product. */
export interface BareStep {
  readonly opId: string;
  readonly seq: number;
  readonly filler: string;
}

/** One thing a bare step says: about as many bytes as a fact. */
export interface BareFact {
  readonly seq: number;
  readonly at: number;
  readonly opId: string;
  readonly filler: string;
}

/** What a bare step answers: about as many bytes as the product's answer. */
export interface BareAnswer {
  readonly facts: readonly BareFact[];
  readonly op: readonly [number, number];
}

/** Facts of one finished review: reviewed, finished, its clock ended, the next opened, its clock started, its date told. */
export const factsPerStep = 6;

export const bareStep = defineUpdate<BareAnswer, [BareStep]>('step');
