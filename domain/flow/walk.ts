import type { Plan, PlanBlock } from './plan.ts';

/** Outcome id of every finished step by step id: a step is finished exactly when it has one. */
export type Outcomes = Readonly<Record<string, string>>;

/** Ids of the steps that are to be open now, in the order of the plan. Total: a broken plan opens nothing. */
export function openSteps(plan: Plan, outcomes: Outcomes): string[] {
  return openIn(plan.root, plan, outcomes);
}

/** Whether the flow has nothing left to open. */
export function isDone(plan: Plan, outcomes: Outcomes): boolean {
  return openSteps(plan, outcomes).length === 0;
}

function openIn(block: PlanBlock, plan: Plan, outcomes: Outcomes): string[] {
  switch (block.type) {
    case 'sequence': {
      // The first block with something to open holds back all blocks after it.
      for (const child of block.blocks) {
        const open = openIn(child, plan, outcomes);
        if (open.length > 0) return open;
      }
      return [];
    }
    case 'parallel':
      return block.branches.flatMap((branch) => openIn(branch, plan, outcomes));
    case 'choice': {
      const label = block.outcomeOf === null ? plan.branch : outcomeOf(block.outcomeOf, outcomes);
      const chosen = block.cases.find((option) => option.label === label)?.block ?? block.otherwise;
      return chosen === null ? [] : openIn(chosen, plan, outcomes);
    }
    case 'step':
      return outcomeOf(block.stepId, outcomes) === null ? [block.stepId] : [];
  }
  return block satisfies never;
}

/** Own members only, so that a step called "constructor" is not finished from the start. */
function outcomeOf(stepId: string, outcomes: Outcomes): string | null {
  return Object.hasOwn(outcomes, stepId) ? (outcomes[stepId] ?? null) : null;
}
