import type { Evaluated } from '../contract/conditions/evaluate.ts';
import { evaluator } from '../contract/conditions/evaluate.ts';
import type { Form } from '../contract/conditions/cel.ts';
import type { Filing, FormChoice } from '../domain/case/filing.ts';
import { formChoicesOf } from '../domain/flow/blocks.ts';
import type { FormChoiceBlock } from '../domain/flow/blocks.ts';
import { sha256Hex } from '../domain/flow/canonical.ts';
import type { FlowDefinition } from '../domain/flow/definition.ts';
import type { ChoicesByForm } from './gateway/types.ts';
import { keep } from './order-texts.ts';

/** A condition that the gate passed and that yields nothing for this form. */
class Undecided extends Error {}

interface Asked {
  readonly evaluate: (cel: string) => Evaluated;
  readonly form: Form;
  /** The key of the case's digests (hex). */
  readonly secret: string;
}

/**
 * Everything that the form of a filing chooses: the limit branch, and at each choice over the form the first case whose condition is
 * true; with digests of conditions and inputs (these under the case's key, `secret`) as evidence. A condition that fails on the form,
 * which the gate could not foresee, leaves it undecided.
 */
export function chooseByForm(definition: FlowDefinition, form: Form, secret: string): ChoicesByForm {
  const asked = { evaluate: evaluator(definition.form, form), form, secret };
  const choices = formChoicesOf(definition);
  try {
    return {
      ...branchOf(definition, asked),
      ...(choices.length > 0 && {
        formChoices: Object.fromEntries(choices.map((choice) => [choice.id, choiceOf(choice, asked)])),
      }),
    };
  } catch (error) {
    if (error instanceof Undecided) return { undecided: error.message };
    throw error;
  }
}

/** The limit branch: null when the item has none, or when no condition is true (the digest is then of all). */
function branchOf({ limitBranches }: FlowDefinition, asked: Asked): Pick<Filing, 'branch' | 'branchEvidence'> {
  if (limitBranches.length === 0) return { branch: null, branchEvidence: null };
  const read = new Set<string>();
  const evidence = (conditions: string) => ({ condition: sha256Hex(conditions), inputs: inputsOf(asked, read) });
  for (const { id, title, when } of limitBranches) {
    const { holds, reads } = answered(asked, when, `${id} (${title})`);
    for (const key of reads) read.add(key);
    if (holds) return { branch: id, branchEvidence: evidence(when) };
  }
  return { branch: null, branchEvidence: evidence(limitBranches.map(({ when }) => when).join('\n')) };
}

/** Every condition is answered, not only up to the first that is true: the fact says why the others were not taken. */
function choiceOf({ id, cases }: FormChoiceBlock, asked: Asked): FormChoice {
  const answers = cases.map(({ label, when = 'false' }) => ({
    label,
    when,
    ...answered(asked, when, `${label} of ${id}`),
  }));
  return {
    label: answers.find(({ holds }) => holds)?.label ?? null,
    holds: Object.fromEntries(answers.map(({ label, holds }) => [label, holds])),
    conditions: sha256Hex(answers.map(({ when }) => when).join('\n')),
    inputs: inputsOf(asked, new Set(answers.flatMap(({ reads }) => reads))),
  };
}

function answered({ evaluate }: Asked, when: string, name: string): Exclude<Evaluated, { fails: string }> {
  const found = evaluate(when);
  if ('fails' in found) throw new Undecided(`expected the condition of ${name} to yield an answer, but ${found.fails}`);
  return found;
}

/** Digests of what was read, under the case's key: the facts of a case hold no words of the form. */
function inputsOf({ form, secret }: Asked, keys: ReadonlySet<string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...keys].toSorted().map((key) => [key, keep([key, form[key] ?? null], secret).digest]));
}
