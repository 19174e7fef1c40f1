import type { Plan, PlanBlock } from './plan.ts';

/** Outcome id of every finished step by step id: a step is finished exactly when it has one. */
export type Outcomes = Readonly<Record<string, string>>;

/** What the form chose by the id of the choice: the label of a case, or null where no condition was true. */
export type ChosenByForm = Readonly<Record<string, string | null>>;

/** What has been settled in a case so far: by the outcomes of its steps and by its form. */
export interface Settled {
  readonly outcomes: Outcomes;
  readonly byForm: ChosenByForm;
}

/** Ids of the steps that are to be open now, in the order of the plan. Total: a broken plan opens nothing. */
export function openSteps(plan: Plan, settled: Settled): string[] {
  return openIn(plan.root, plan, settled);
}

/** Whether the flow has nothing left to open. */
export function isDone(plan: Plan, settled: Settled): boolean {
  return openSteps(plan, settled).length === 0;
}

function openIn(block: PlanBlock, plan: Plan, settled: Settled): string[] {
  switch (block.type) {
    case 'sequence': {
      // The first block with something to open holds back all blocks after it.
      for (const child of block.blocks) {
        const open = openIn(child, plan, settled);
        if (open.length > 0) return open;
      }
      return [];
    }
    case 'parallel':
      return block.branches.flatMap((branch) => openIn(branch, plan, settled));
    case 'choice': {
      const label = labelAt(block, plan, settled);
      const chosen = block.cases.find((option) => option.label === label)?.block ?? block.otherwise;
      return chosen === null ? [] : openIn(chosen, plan, settled);
    }
    case 'step':
      return ownOf(settled.outcomes, block.stepId) === null ? [block.stepId] : [];
  }
  return block satisfies never;
}

function labelAt(
  block: Extract<PlanBlock, { type: 'choice' }>,
  plan: Plan,
  { outcomes, byForm }: Settled,
): string | null {
  if (block.byForm !== undefined) return ownOf(byForm, block.byForm);
  return block.outcomeOf === null ? plan.branch : ownOf(outcomes, block.outcomeOf);
}

/** Own members only, so that a step called "constructor" is not finished from the start. */
function ownOf(answers: Readonly<Record<string, string | null>>, id: string): string | null {
  return Object.hasOwn(answers, id) ? (answers[id] ?? null) : null;
}
