import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { formChoicesOf } from '../../domain/flow/blocks.ts';
import type { Form } from './cel.ts';
import { evaluator } from './evaluate.ts';
import type { Evaluated } from './evaluate.ts';

/** One way that a form may choose: a limit branch (`choice` null), or a case of a choice over the form. */
interface Way {
  readonly choice: string | null;
  readonly label: string;
  readonly title: string;
  readonly when: string;
}

/** What was chosen at one place; null: no condition was true. `holds`: what each condition yielded that was asked, in order. */
export interface Chosen {
  readonly way: Way | null;
  readonly holds: Readonly<Record<string, boolean>>;
  /** The conditions that were asked, and the fields that they read. */
  readonly conditions: readonly string[];
  readonly reads: readonly string[];
}

/** Everything that a form chooses; `undecided`: the way whose condition yields nothing, and why. */
export type ChosenWays =
  | { readonly branch: Chosen | null; readonly byForm: ReadonlyMap<string, Chosen> }
  | { readonly undecided: Way; readonly why: string };

/** A condition that the gate passed and that yields nothing for this form. */
class Undecided extends Error {
  constructor(
    readonly way: Way,
    readonly why: string,
  ) {
    super(why);
  }
}

/**
 * The limit branch (null: the item has none) and the case of each choice over the form, by its id: at each place the first way whose
 * condition is true. The API chooses so at filing, and a trial by the same. A condition that fails on the form, which the gate could not
 * foresee, leaves it undecided.
 */
export function chooseWays(definition: FlowDefinition, form: Form): ChosenWays {
  const evaluate = evaluator(definition.form, form);
  const branches = definition.limitBranches.map(({ id, title, when }) => ({ choice: null, label: id, title, when }));
  try {
    const branch = branches.length === 0 ? null : chosen(branches, evaluate, 'untilOneHolds');
    const byForm = formChoicesOf(definition).map(({ id, cases }): [string, Chosen] => {
      const ways = cases.map(({ label, title = label, when = 'false' }) => ({ choice: id, label, title, when }));
      return [id, chosen(ways, evaluate, 'all')];
    });
    return { branch, byForm: new Map(byForm) };
  } catch (error) {
    if (error instanceof Undecided) return { undecided: error.way, why: error.why };
    throw error;
  }
}

/** Of limits, conditions behind the first that holds are not asked; of ways, all are: the fact says why the others were not taken. */
function chosen(ways: readonly Way[], evaluate: (cel: string) => Evaluated, asked: 'all' | 'untilOneHolds'): Chosen {
  const answers: { way: Way; holds: boolean; reads: readonly string[] }[] = [];
  for (const way of ways) {
    const answer = evaluate(way.when);
    if ('fails' in answer) throw new Undecided(way, answer.fails);
    answers.push({ way, ...answer });
    if (asked === 'untilOneHolds' && answer.holds) break;
  }
  return {
    way: answers.find(({ holds }) => holds)?.way ?? null,
    holds: Object.fromEntries(answers.map(({ way, holds }) => [way.label, holds])),
    conditions: answers.map(({ way }) => way.when),
    reads: [...new Set(answers.flatMap(({ reads }) => reads))],
  };
}
