import type { FormInstance } from 'antd';
import { ProblemError, pathOf } from '../problem-error.ts';

/** Shows the mistakes of a refusal at their fields; answers whether any field had one. */
export function showFieldErrors(form: FormInstance, error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const errors = error.problem.errors ?? [];
  form.setFields(errors.map(({ pointer, message }) => ({ name: pathOf(pointer), errors: [message] })));
  const first = errors[0];
  if (first !== undefined) form.scrollToField(pathOf(first.pointer), { focus: true });
  return first !== undefined;
}
