import type { GateCode } from '../../../domain/flow/gate/finding.ts';
import { contentExamples } from './content-examples.ts';
import type { Example } from './example.ts';
import { formChoiceExamples } from './form-choice-examples.ts';
import { lawExamples } from './law-examples.ts';
import { limitExamples } from './limit-examples.ts';
import { structureExamples } from './structure-examples.ts';
import { undertakingExamples } from './undertaking-examples.ts';
import { untimedExamples } from './untimed-examples.ts';

/** The table of findings: for every code of the gate what it refuses and the nearest that it lets pass; the compiler refuses a code without both. */
export const examples: Readonly<Record<GateCode, Example>> = {
  ...structureExamples,
  ...contentExamples,
  ...limitExamples,
  ...undertakingExamples,
  ...untimedExamples,
  ...lawExamples,
  ...formChoiceExamples,
};
