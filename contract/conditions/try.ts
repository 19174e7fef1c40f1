import type { ParseResult } from '@marcbachmann/cel-js';
import type { FormField } from '../../domain/flow/definition.ts';
import type { TriedForm } from '../../domain/flow/gate/subject.ts';
import { celForm, environmentOf, fieldsOf, saidIn, strangersIn } from './cel.ts';
import type { Form } from './cel.ts';
import { samplesOf } from './samples.ts';

/**
 * Conditions that are sound (`checkCondition`), tried on sample forms: values at and next to those the conditions name, and at the
 * bounds of the fields they read. Empty where a condition cannot be read.
 */
export function tryConditions(conditions: readonly string[], form: readonly FormField[]): TriedForm[] {
  const environment = environmentOf(form);
  if (conditions.some((cel) => !environment.check(cel).valid)) return [];
  const parsed = conditions.map((cel) => environment.parse(cel));
  const bounded = parsed.map(({ ast }) => strangersIn(ast).length === 0);
  const asts = parsed.map(({ ast }) => ast);
  const read = new Set(asts.flatMap(fieldsOf));
  const fields = form.filter(({ key }) => read.has(key));
  return samplesOf(fields, asts.flatMap(saidIn)).map((sample) => {
    const context = { form: celForm(fields, sample) };
    return { form: sample, holds: parsed.map((condition, at) => bounded[at] === true && holds(condition, context)) };
  });
}

/** What yields nothing for a form does not hold. */
function holds(condition: ParseResult, context: { readonly form: Form }): boolean {
  try {
    return condition(context) === true;
  } catch {
    return false;
  }
}
