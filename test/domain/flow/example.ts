import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import type { Guide } from '../../../domain/flow/guide.ts';
import type { GateCode } from '../../../domain/flow/gate/finding.ts';

/** A row of the table of findings: a definition that breaks one rule, and the nearest one that keeps it. */
export interface Example {
  readonly definition: FlowDefinition;
  /** Where the finding stands in it, and words of its message. */
  readonly at: string;
  readonly words: string;
  /** The nearest definition that has neither this finding nor any error. */
  readonly passing: FlowDefinition;
  /** The version in force, and what the item's guide says, for both. */
  readonly previous?: FlowDefinition;
  readonly guide?: Guide;
}

/** Some rows of the table; the whole of it has one for every code. */
export type Examples = Partial<Readonly<Record<GateCode, Example>>>;
