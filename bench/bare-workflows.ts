import { condition, proxyActivities, setHandler, sleep, uuid4 } from '@temporalio/workflow';
import { bareStep, factsPerStep } from './bare-messages.ts';
import type { BareAnswer, BareFact, BareStep } from './bare-messages.ts';

const dayMs = 86_400_000;
/** A fact of ours is words that repeat, and a hash that nothing compresses. */
const factWords = 'f'.repeat(166);
const noise = (): string => `${uuid4()}${uuid4()}`.replaceAll('-', '');

const { projectRow } = proxyActivities<{
  projectRow(row: { opId: string; seq: number; filler: string }): Promise<void>;
}>({ startToCloseTimeout: '10 seconds' });

interface BareState {
  seq: number;
  last: number;
  done: boolean;
  armedAt: number;
}

/** The bare workflow: one Update a step, answered synchronously, and one timer that only an earlier date replaces. */
export async function bareCase(): Promise<void> {
  const state = begin();
  setHandler(bareStep, (step) => change(state, step));
  await condition(() => state.done);
}

/** The same, but its handler awaits the activity that writes the read model: what a workflow does without our protocol. */
export async function awaitingCase(): Promise<void> {
  const state = begin();
  setHandler(bareStep, async (step) => {
    const answer = change(state, step);
    await projectRow({ opId: step.opId, seq: state.seq, filler: `${noise()}${factWords}` });
    return answer;
  });
  await condition(() => state.done);
}

function begin(): BareState {
  const state = { seq: 0, last: Date.now(), done: false, armedAt: Infinity };
  arm(state);
  return state;
}

function change(state: BareState, { opId }: BareStep): BareAnswer {
  state.last = Date.now();
  const first = state.seq + 1;
  const facts: BareFact[] = [];
  for (let i = 0; i < factsPerStep; i += 1) {
    state.seq += 1;
    facts.push({ seq: state.seq, at: state.last, opId, filler: `${noise()}${factWords}` });
  }
  arm(state);
  return { facts, op: [first, state.seq] };
}

function arm(state: BareState): void {
  const at = state.last + 30 * dayMs;
  if (at >= state.armedAt) return;
  state.armedAt = at;
  void sleep(at - state.last).then(() => {
    state.done = true;
  });
}
