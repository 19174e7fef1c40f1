import { tryConditions } from '../../../contract/conditions/try.ts';
import type { FlowDefinition, FormField } from '../../../domain/flow/definition.ts';
import { checkFlow } from '../../../domain/flow/gate.ts';
import type { Guide } from '../../../domain/flow/guide.ts';
import type { Finding } from '../../../domain/flow/gate/finding.ts';
import type { GateTools } from '../../../domain/flow/gate/subject.ts';
import { roleNames } from '../../../domain/people/roles.ts';
import { calendarOf2026 } from '../../support/clock-of.ts';
import { sample } from './sample.ts';

/** Stands for the CEL library: a condition may name the fields of the form only. */
function checkCondition(cel: string, form: readonly FormField[]): string | null {
  const unknown = [...cel.matchAll(/form\.(\w+)/g)]
    .map(([, key]) => key)
    .find((key) => !form.some((field) => field.key === key));
  return unknown === undefined ? null : `没有字段“${unknown}”`;
}

/** What the gate is told in its tests: somebody holds every post but that of a reviewer. */
export const tools: GateTools = {
  checkCondition,
  tryConditions,
  held: new Set(roleNames.filter((role) => role !== 'reviewer')),
  ...calendarOf2026,
};

/** What else an example tells the gate. */
export interface About {
  readonly previous?: FlowDefinition | undefined;
  readonly guide?: Guide | undefined;
}

/** What the gate says of a definition, the sample where none is given. */
export function check(definition: FlowDefinition = sample(), { previous, guide }: About = {}): Finding[] {
  return checkFlow(definition, { ...tools, ...(previous && { previous }), ...(guide && { guide }) });
}

/** What of it forbids publishing. */
export function errors(definition?: FlowDefinition, about?: About): Finding[] {
  return check(definition, about).filter(({ severity }) => severity === 'error');
}
