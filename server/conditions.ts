import type { Form } from '../contract/conditions/cel.ts';
import { chooseWays } from '../contract/conditions/choose.ts';
import type { Chosen } from '../contract/conditions/choose.ts';
import type { Filing, FormChoice } from '../domain/case/filing.ts';
import { sha256Hex } from '../domain/flow/canonical.ts';
import type { FlowDefinition } from '../domain/flow/definition.ts';
import type { ChoicesByForm } from './gateway/types.ts';
import { keep } from './order-texts.ts';

/**
 * Everything that the form of a filing chooses, with digests of conditions and inputs (these under the case's key, `secret`) as evidence;
 * or why it cannot be told.
 */
export function chooseByForm(definition: FlowDefinition, form: Form, secret: string): ChoicesByForm {
  const ways = chooseWays(definition, form);
  if ('undecided' in ways) {
    const { choice, label, title } = ways.undecided;
    const name = choice === null ? `${label} (${title})` : `${label} of ${choice}`;
    return { undecided: `expected the condition of ${name} to yield an answer, but ${ways.why}` };
  }
  const inputsOf = ({ reads }: Chosen) => digests(form, reads, secret);
  const choices = [...ways.byForm].map(([id, chosen]): [string, FormChoice] => {
    const { way, holds, conditions } = chosen;
    return [
      id,
      { label: way?.label ?? null, holds, conditions: sha256Hex(conditions.join('\n')), inputs: inputsOf(chosen) },
    ];
  });
  return {
    ...branchOf(ways.branch, inputsOf),
    ...(choices.length > 0 && { formChoices: Object.fromEntries(choices) }),
  };
}

/** The limit branch: null when the item has none, or when no condition is true (the digest is then of all). */
function branchOf(
  chosen: Chosen | null,
  inputsOf: (chosen: Chosen) => FormChoice['inputs'],
): Pick<Filing, 'branch' | 'branchEvidence'> {
  if (chosen === null) return { branch: null, branchEvidence: null };
  const { way, conditions } = chosen;
  const condition = sha256Hex(way?.when ?? conditions.join('\n'));
  return { branch: way?.label ?? null, branchEvidence: { condition, inputs: inputsOf(chosen) } };
}

/** Digests of what was read, under the case's key: the facts of a case hold no words of the form. */
function digests(form: Form, keys: readonly string[], secret: string): FormChoice['inputs'] {
  return Object.fromEntries([...keys].toSorted().map((key) => [key, keep([key, form[key] ?? null], secret).digest]));
}
