import { evaluator } from '../contract/conditions/evaluate.ts';
import type { Form } from '../contract/conditions/cel.ts';
import { sha256Hex } from '../domain/flow/canonical.ts';
import type { FlowDefinition } from '../domain/flow/definition.ts';
import type { BranchChoice } from './gateway/types.ts';
import { keep } from './order-texts.ts';

/**
 * Chooses the limit branch of a filing: the first whose condition is true, with digests of condition and inputs (these under the
 * case's key, `secret`) as evidence. Branch and evidence are null when the item has no branches; `branch` is null when no condition is
 * true (the digest is then of all). A condition that fails on the form, which the gate could not foresee, leaves it undecided.
 */
export function chooseBranch(definition: FlowDefinition, form: Form, secret: string): BranchChoice {
  if (definition.limitBranches.length === 0) return { branch: null, branchEvidence: null };
  const evaluate = evaluator(definition.form, form);
  const read = new Set<string>();
  for (const { id, title, when } of definition.limitBranches) {
    const found = evaluate(when);
    if ('fails' in found) {
      return { undecided: `expected the condition of ${id} (${title}) to yield an answer, but ${found.fails}` };
    }
    for (const key of found.reads) read.add(key);
    if (found.holds) return chosen(id, when, inputsOf(form, read, secret));
  }
  const all = definition.limitBranches.map((branch) => branch.when).join('\n');
  return chosen(null, all, inputsOf(form, read, secret));
}

function chosen(branch: string | null, conditions: string, inputs: Readonly<Record<string, string>>): BranchChoice {
  return { branch, branchEvidence: { condition: sha256Hex(conditions), inputs } };
}

/** Digests of what was read, under the case's key: the facts of a case hold no words of the form. */
function inputsOf(form: Form, keys: ReadonlySet<string>, secret: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...keys].toSorted().map((key) => [key, keep([key, form[key] ?? null], secret).digest]));
}
