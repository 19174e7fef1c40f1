import type { Block, FlowDefinition, Step } from '../flow/definition.ts';
import { kindOf } from '../steps/index.ts';

/**
 * A definition as an English page reads it: steps and outcomes by the English title that a department gave, a step else by that of its
 * kind. Law, provisions and materials stay as they are.
 */
export function inEnglish(definition: FlowDefinition): FlowDefinition {
  return { ...definition, body: blockInEnglish(definition.body) };
}

function blockInEnglish(block: Block): Block {
  switch (block.type) {
    case 'sequence':
      return { ...block, blocks: block.blocks.map(blockInEnglish) };
    case 'parallel':
      return { ...block, branches: block.branches.map(blockInEnglish) };
    case 'choice': {
      const cases = block.cases.map((one) => ({ ...one, block: blockInEnglish(one.block) }));
      return { ...block, cases, otherwise: block.otherwise === null ? null : blockInEnglish(block.otherwise) };
    }
    case 'step':
      return { ...block, step: stepInEnglish(block.step) };
  }
  return block satisfies never;
}

function stepInEnglish<S extends Step>(step: S): S {
  const outcomes = step.outcomes.map((outcome) => ({ ...outcome, title: outcome.titleEn ?? outcome.title }));
  return { ...step, title: step.titleEn ?? kindOf(step.kind).title.en, outcomes };
}
