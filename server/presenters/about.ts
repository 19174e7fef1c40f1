import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { isRole, roles } from '../../domain/people/roles.ts';
import type { About } from '../../domain/rejection.ts';
import { readStep, stepBook } from '../../domain/words/clock-title.ts';
import { say } from '../../domain/words/said.ts';
import type { Language } from '../../domain/words/said.ts';

/** What stands behind the ids of a refusal. `people`: names by id, those the reader may learn. */
export interface Named {
  readonly definition: FlowDefinition;
  readonly people: Readonly<Record<string, string>>;
  readonly language: Language;
}

/** What a refusal is about by name: materials and steps of the flow, posts, people. What has no name is left out. */
export function namesOf({ materials = [], steps = [], roles: posts = [], people = [] }: About, o: Named): string[] {
  const book = stepBook(o.definition);
  const titles = new Map(o.definition.materials.map(({ id, title }) => [id, title]));
  return [
    ...materials.flatMap((id) => titles.get(id) ?? []),
    ...steps.map((instance) => readStep(instance, book, o.language)),
    ...posts.filter(isRole).map((role) => say(roles[role], o.language)),
    ...people.flatMap((id) => o.people[id] ?? []),
  ];
}
