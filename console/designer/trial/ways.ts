import { environmentOf, fieldsOf } from '../../../contract/conditions/cel.ts';
import { evaluator } from '../../../contract/conditions/evaluate.ts';
import type { CivilDate } from '../../../domain/clock/civil-date.ts';
import { formChoicesOf } from '../../../domain/flow/blocks.ts';
import type { FlowDefinition, FormField } from '../../../domain/flow/definition.ts';
import type { TrialChoices } from '../../../domain/flow/simulate/choices.ts';

/** What somebody fills in for a trial, by the keys of the fields. */
export type Answers = Readonly<Record<string, unknown>>;

/** What a form chooses; `undecided`: the title of the way on which a condition yields no answer. */
export type Ways =
  | (Pick<TrialChoices, 'branch' | 'byForm'> & { readonly titles: readonly string[] })
  | { readonly undecided: string };

/** A condition, where it chooses (null: the limit branch), and what it leads to. */
interface Condition {
  readonly choice: string | null;
  readonly label: string;
  readonly title: string;
  readonly when: string;
}

/** Everything that a form chooses, as the API chooses it at filing: at each place the first way whose condition is true. */
export function waysOf(definition: FlowDefinition, answers: Answers): Ways {
  const evaluate = evaluator(definition.form, answers);
  const taken = new Map<string | null, Condition>();
  for (const condition of conditionsIn(definition)) {
    const answer = evaluate(condition.when);
    if ('fails' in answer) return { undecided: condition.title };
    if (answer.holds && !taken.has(condition.choice)) taken.set(condition.choice, condition);
  }
  return {
    branch: taken.get(null)?.label ?? null,
    byForm: Object.fromEntries(formChoicesOf(definition).map(({ id }) => [id, taken.get(id)?.label ?? null])),
    titles: [...taken.values()].map(({ title }) => title),
  };
}

/** The fields of the form that choose something. */
export function fieldsRead(definition: FlowDefinition): readonly FormField[] {
  const environment = environmentOf(definition.form);
  const read = new Set(
    conditionsIn(definition).flatMap(({ when }) =>
      environment.check(when).valid ? fieldsOf(environment.parse(when).ast) : [],
    ),
  );
  return definition.form.filter(({ key }) => read.has(key));
}

function conditionsIn(definition: FlowDefinition): Condition[] {
  return [
    ...definition.limitBranches.map(({ id, title, when }) => ({ choice: null, label: id, title, when })),
    ...formChoicesOf(definition).flatMap(({ id, cases }) =>
      cases.map(({ label, title = label, when = 'false' }) => ({ choice: id, label, title, when })),
    ),
  ];
}

/** A form to begin with: the first choice, the least number, no. */
export function firstAnswers(fields: readonly FormField[], today: CivilDate): Answers {
  return Object.fromEntries(fields.map((field) => [field.key, firstAnswer(field, today)]));
}

function firstAnswer({ type, choices, minimum }: FormField, today: CivilDate): unknown {
  switch (type) {
    case 'text':
      return '';
    case 'number':
    case 'integer':
      return minimum ?? 1;
    case 'boolean':
      return false;
    case 'date':
      return today;
    case 'choice':
      return choices?.[0]?.id ?? '';
  }
  return type satisfies never;
}
