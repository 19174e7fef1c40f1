import type { Block, FlowDefinition, Step } from './definition.ts';
import type { Plan, PlanStep } from './plan.ts';

/** A step as it was written until 2026-11: the number of people stood beside the kind, not among its parameters. */
interface OldStep {
  readonly minPeople?: number;
}

/** A stored definition in today's shape. Its SHA-256 stays that of the stored text: nothing stored is ever rewritten. */
export function readDefinition(stored: FlowDefinition): FlowDefinition {
  return { ...stored, body: readBlock(stored.body) };
}

/** The plan of a run's input in today's shape; the input itself travels on unchanged. */
export function readPlan(stored: Plan): Plan {
  return { ...stored, steps: stored.steps.map(readPlanStep) };
}

function readBlock(block: Block): Block {
  switch (block.type) {
    case 'sequence':
      return { ...block, blocks: block.blocks.map(readBlock) };
    case 'parallel':
      return { ...block, branches: block.branches.map(readBlock) };
    case 'choice':
      return {
        ...block,
        cases: block.cases.map((option) => ({ ...option, block: readBlock(option.block) })),
        otherwise: block.otherwise === null ? null : readBlock(block.otherwise),
      };
    case 'step':
      return { ...block, step: readStep(block.step) };
  }
  return block satisfies never;
}

function readStep(step: Step & OldStep): Step {
  const { minPeople, ...rest } = step;
  if (minPeople === undefined) return step;
  return needsPeople(rest) ? { ...rest, params: { minPeople } } : rest;
}

function readPlanStep(step: PlanStep & OldStep): PlanStep {
  const { minPeople, ...rest } = step;
  if (minPeople === undefined) return step;
  // No other kind of those days had a parameter.
  return { ...rest, params: needsPeople(rest) ? { minPeople } : {} } as PlanStep;
}

function needsPeople<S extends { readonly kind: string }>(
  step: S,
): step is Extract<S, { kind: 'expertReview' | 'siteInspection' }> {
  return step.kind === 'expertReview' || step.kind === 'siteInspection';
}
