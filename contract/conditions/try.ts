import type { FormField } from '../../domain/flow/definition.ts';
import type { TriedForm } from '../../domain/flow/gate/subject.ts';
import { environmentOf, fieldsOf, saidIn } from './cel.ts';
import { evaluator } from './evaluate.ts';
import { samplesOf } from './samples.ts';

/**
 * Conditions that are sound (`checkCondition`), tried on sample forms: values at and next to those the conditions name, and at the
 * bounds of the fields they read. Empty where a condition cannot be read.
 */
export function tryConditions(conditions: readonly string[], form: readonly FormField[]): TriedForm[] {
  const environment = environmentOf(form);
  if (conditions.some((cel) => !environment.check(cel).valid)) return [];
  const asts = conditions.map((cel) => environment.parse(cel).ast);
  const read = new Set(asts.flatMap(fieldsOf));
  const fields = form.filter(({ key }) => read.has(key));
  return samplesOf(fields, asts.flatMap(saidIn)).map((sample) => {
    const evaluate = evaluator(fields, sample);
    return {
      form: sample,
      holds: conditions.map((cel) => {
        const answer = evaluate(cel);
        return 'holds' in answer && answer.holds;
      }),
    };
  });
}
