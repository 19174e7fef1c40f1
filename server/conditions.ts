import { Environment } from '@marcbachmann/cel-js';
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Filing } from '../domain/case/filing.ts';
import { sha256Hex } from '../domain/flow/canonical.ts';
import type { FlowDefinition, FormField } from '../domain/flow/definition.ts';

type Inputs = NonNullable<Filing['branchEvidence']>['inputs'];
type Form = Readonly<Record<string, unknown>>;

const celTypes = {
  text: 'string',
  number: 'double',
  integer: 'int',
  boolean: 'bool',
  date: 'string',
  choice: 'string',
} as const satisfies Record<FormField['type'], string>;

const limits = { maxAstNodes: 500, maxDepth: 32 };

/**
 * What is wrong with a CEL condition over a form, as a Chinese sentence, or null. It must yield true or false, read only declared
 * fields, and only required ones: a missing value would be an error at filing.
 */
export function checkCondition(cel: string, form: readonly FormField[]): string | null {
  const environment = environmentOf(form);
  const result = environment.check(cel);
  if (!result.valid) return `条件不能解读：${firstLine(result.error)}`;
  if (result.type !== 'bool') return `条件应得出是或否，但得出的是 ${result.type ?? '未知类型'}`;
  const optional = fieldsOf(environment.parse(cel).ast).filter((key) => !form.some((f) => f.key === key && f.required));
  return optional.length > 0 ? `条件用到的字段应为必填：${optional.join('、')}` : null;
}

/**
 * Chooses the limit branch of a filing: the first whose condition is true, with the inputs and the digest of the condition as
 * evidence. Both are null when the item has no branches; `branch` is null when no condition is true (the digest is then of all).
 * The form has been checked against the definition, so every field a condition reads is there.
 */
export function chooseBranch(
  definition: FlowDefinition,
  form: Form,
): { branch: string | null; branchEvidence: Filing['branchEvidence'] } {
  if (definition.limitBranches.length === 0) return { branch: null, branchEvidence: null };
  const environment = environmentOf(definition.form);
  const context = { form: celForm(definition.form, form) };
  const read = new Set<string>();
  for (const { id, when } of definition.limitBranches) {
    for (const key of fieldsOf(environment.parse(when).ast)) read.add(key);
    if (environment.evaluate(when, context) === true) return chosen(id, when, inputsOf(form, read));
  }
  const all = definition.limitBranches.map((branch) => branch.when).join('\n');
  return chosen(null, all, inputsOf(form, read));
}

function chosen(branch: string | null, conditions: string, inputs: Inputs) {
  return { branch, branchEvidence: { condition: sha256Hex(conditions), inputs } };
}

function environmentOf(form: readonly FormField[]): Environment {
  const schema = Object.fromEntries(form.map((field) => [field.key, celTypes[field.type]]));
  return new Environment({ unlistedVariablesAreDyn: false, limits }).registerVariable('form', { schema });
}

/** CEL tells whole numbers from others: integers travel as BigInt. */
function celForm(fields: readonly FormField[], form: Form): Record<string, unknown> {
  const entries = fields
    .filter((field) => Object.hasOwn(form, field.key))
    .map((field): [string, unknown] => [field.key, celValue(field, form[field.key])]);
  return Object.fromEntries(entries);
}

function celValue(field: FormField, value: unknown): unknown {
  return field.type === 'integer' && typeof value === 'number' ? BigInt(value) : value;
}

function inputsOf(form: Form, keys: ReadonlySet<string>): Inputs {
  const inputs: Record<string, number | string | boolean> = {};
  for (const key of [...keys].toSorted()) {
    const value = form[key];
    if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') inputs[key] = value;
  }
  return inputs;
}

/** The names read as `form.name` in an expression. */
function fieldsOf(node: ASTNode): string[] {
  if (node.op === '.' && node.args[0].op === 'id' && node.args[0].args === 'form') return [node.args[1]];
  const parts: unknown[] = Array.isArray(node.args) ? node.args : [];
  return [...new Set(parts.flat(2).filter(isNode).flatMap(fieldsOf))];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

function firstLine(error: { message: string } | undefined): string {
  return error?.message.split('\n')[0] ?? '';
}
