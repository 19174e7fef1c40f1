import type { FormInstance } from 'antd';
import { ProblemError, pathOf } from '../problem-error.ts';

/** Shows the mistakes of a refusal at their fields, those `depth` names deep; answers whether any field had one. */
export function showFieldErrors(form: FormInstance, error: unknown, depth = Infinity): boolean {
  if (!(error instanceof ProblemError)) return false;
  const errors = error.problem.errors ?? [];
  const nameOf = (pointer: string) => pathOf(pointer).slice(0, depth);
  form.setFields(errors.map(({ pointer, message }) => ({ name: nameOf(pointer), errors: [message] })));
  const first = errors[0];
  if (first !== undefined) form.scrollToField(nameOf(first.pointer), { focus: true });
  return first !== undefined;
}
