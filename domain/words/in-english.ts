import { stepsOf } from '../flow/blocks.ts';
import type { Block, FlowDefinition, Step } from '../flow/definition.ts';
import { kindOf } from '../steps/index.ts';
import { englishStep } from './step-title.ts';

/**
 * A definition as an English page reads it: steps and outcomes by the English title that a department gave, a step else by that of its
 * kind. Law, provisions and materials stay as they are.
 */
export function inEnglish(definition: FlowDefinition): FlowDefinition {
  return { ...definition, body: blockInEnglish(definition.body, stepsOf(definition)) };
}

function blockInEnglish(block: Block, among: readonly Step[]): Block {
  const inner = (one: Block) => blockInEnglish(one, among);
  switch (block.type) {
    case 'sequence':
      return { ...block, blocks: block.blocks.map(inner) };
    case 'parallel':
      return { ...block, branches: block.branches.map(inner) };
    case 'choice': {
      const cases = block.cases.map((one) => ({ ...one, block: inner(one.block) }));
      return { ...block, cases, otherwise: block.otherwise === null ? null : inner(block.otherwise) };
    }
    case 'step':
      return { ...block, step: stepInEnglish(block.step, among) };
  }
  return block satisfies never;
}

function stepInEnglish<S extends Step>(step: S, among: readonly Step[]): S {
  const outcomes = step.outcomes.map((outcome) => ({ ...outcome, title: outcome.titleEn ?? outcome.title }));
  return { ...step, title: englishStep(step, kindOf(step.kind).title, among), outcomes };
}
