import type { FormField } from '../../domain/flow/definition.ts';
import type { Form } from './cel.ts';
import { celForm, environmentOf, fieldsOf, firstLine, strangersIn } from './cel.ts';

/** What a condition yields for a form, with the fields it reads; or why it yields nothing. */
export type Evaluated = { readonly holds: boolean; readonly reads: readonly string[] } | { readonly fails: string };

/** Evaluates conditions over one form of a definition. What the gate could not foresee, such as a division by zero, is a value. */
export function evaluator(fields: readonly FormField[], form: Form): (cel: string) => Evaluated {
  const environment = environmentOf(fields);
  const context = { form: celForm(fields, form) };
  return (cel) => {
    try {
      const { ast } = environment.parse(cel);
      const [stranger] = strangersIn(ast);
      // A version published before conditions were bounded.
      if (stranger !== undefined) return { fails: `it uses ${stranger}, which is not bounded` };
      return { holds: environment.evaluate(cel, context) === true, reads: fieldsOf(ast) };
    } catch (error) {
      return { fails: firstLine(error) };
    }
  };
}
