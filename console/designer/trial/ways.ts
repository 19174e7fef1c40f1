import { environmentOf, fieldsOf } from '../../../contract/conditions/cel.ts';
import { chooseWays } from '../../../contract/conditions/choose.ts';
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

/** Everything that a form chooses, as the API chooses it at filing. */
export function waysOf(definition: FlowDefinition, answers: Answers): Ways {
  const ways = chooseWays(definition, answers);
  if ('undecided' in ways) return { undecided: ways.undecided.title };
  const { branch, byForm } = ways;
  return {
    branch: branch?.way?.label ?? null,
    byForm: Object.fromEntries([...byForm].map(([id, { way }]) => [id, way?.label ?? null])),
    titles: [branch, ...byForm.values()].flatMap((chosen) => chosen?.way?.title ?? []),
  };
}

/** The fields of the form that choose something. */
export function fieldsRead(definition: FlowDefinition): readonly FormField[] {
  const environment = environmentOf(definition.form);
  const read = new Set(
    conditionsIn(definition).flatMap((when) =>
      environment.check(when).valid ? fieldsOf(environment.parse(when).ast) : [],
    ),
  );
  return definition.form.filter(({ key }) => read.has(key));
}

function conditionsIn(definition: FlowDefinition): readonly string[] {
  const cases = formChoicesOf(definition).flatMap((choice) => choice.cases);
  return [...definition.limitBranches, ...cases].flatMap(({ when }) => when ?? []);
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
