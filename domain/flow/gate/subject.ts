import type { LocatedBlock, LocatedStep } from '../blocks.ts';
import { locatedSteps, walkBlocks } from '../blocks.ts';
import type { FlowDefinition, FormField } from '../definition.ts';
import type { Path } from './paths.ts';
import { pathsOf } from './paths.ts';

/**
 * What the gate is given besides the definition. `checkCondition` answers what is wrong with a CEL condition over the form
 * (a Chinese sentence) or null; the caller brings the CEL library, domain/ has none. `previous` is the version in force.
 */
export interface GateTools {
  readonly checkCondition: (cel: string, form: readonly FormField[]) => string | null;
  readonly previous?: FlowDefinition;
}

/** A definition with what every check needs, worked out once. */
export interface Subject {
  readonly definition: FlowDefinition;
  readonly tools: GateTools;
  readonly blocks: readonly LocatedBlock[];
  readonly steps: readonly LocatedStep[];
  readonly byId: ReadonlyMap<string, LocatedStep>;
  /** All ways through the flow, for no limit branch and for each; null when there are too many to follow. */
  readonly paths: readonly Path[] | null;
}

/** Prepares a definition for the checks. */
export function subjectOf(definition: FlowDefinition, tools: GateTools): Subject {
  const steps = locatedSteps(definition);
  const byId = new Map(steps.map((located) => [located.step.id, located]));
  const branches = [null, ...new Set(definition.limitBranches.map((branch) => branch.id))];
  const byBranch = branches.map((branch) => pathsOf(definition.root, byId, branch));
  const paths = byBranch.every((some) => some !== null) ? byBranch.flat() : null;
  return { definition, tools, blocks: walkBlocks(definition.root), steps, byId, paths };
}
