import type { Block, FlowDefinition, Step } from './definition.ts';

/** A block and where it stands: `at` is its JSON pointer in the definition, such as /body/blocks/2. */
export interface LocatedBlock {
  readonly at: string;
  readonly block: Block;
}

/** A step, its JSON pointer and its place among the steps in the order of the document, from 1. */
export interface LocatedStep {
  readonly at: string;
  readonly number: number;
  readonly step: Step;
}

/** The block and all blocks below it, in the order of the document. */
export function walkBlocks(block: Block, at = '/body'): LocatedBlock[] {
  return [{ at, block }, ...childBlocks(block, at).flatMap((child) => walkBlocks(child.block, child.at))];
}

/** The deepest nesting of blocks that is followed: no flow that is to be published is deeper. */
export const maxDepth = 40;

/** How deep blocks stand in blocks; 1 for a single step. Not recursive: it guards what is. */
export function depthOf(root: Block): number {
  let [depth, level] = [0, [root]];
  while (level.length > 0) {
    depth += 1;
    level = level.flatMap((block) => childBlocks(block, '').map((child) => child.block));
  }
  return depth;
}

/** The blocks directly below a block, with their JSON pointers. */
export function childBlocks(block: Block, at: string): LocatedBlock[] {
  switch (block.type) {
    case 'sequence':
      return block.blocks.map((child, i) => ({ at: `${at}/blocks/${i}`, block: child }));
    case 'parallel':
      return block.branches.map((child, i) => ({ at: `${at}/branches/${i}`, block: child }));
    case 'choice': {
      const cases = block.cases.map((option, i) => ({ at: `${at}/cases/${i}/block`, block: option.block }));
      return block.otherwise === null ? cases : [...cases, { at: `${at}/otherwise`, block: block.otherwise }];
    }
    case 'step':
      return [];
  }
  return block satisfies never;
}

/** Every step of a definition in the order of the document, with its JSON pointer and number. */
export function locatedSteps(definition: FlowDefinition): LocatedStep[] {
  return walkBlocks(definition.body)
    .flatMap(({ at, block }) => (block.type === 'step' ? [{ at: `${at}/step`, step: block.step }] : []))
    .map((located, i) => ({ ...located, number: i + 1 }));
}

/** A choice on the outcome of one step with one block; other outcomes go on. */
export function onOutcome(id: string, outcomeOf: string, label: string, block: Block): Block {
  return { type: 'choice', id, on: { outcomeOf }, cases: [{ label, block }], otherwise: null };
}

/** Every choice over the form, in the order of the document. */
export function formChoicesOf(definition: FlowDefinition): Extract<Block, { type: 'choice' }>[] {
  return walkBlocks(definition.body).flatMap(({ block }) =>
    block.type === 'choice' && 'form' in block.on ? [block] : [],
  );
}

/** Every step of a definition in the order of the document. */
export function stepsOf(definition: FlowDefinition): Step[] {
  return locatedSteps(definition).map((located) => located.step);
}
