import { Environment } from '@marcbachmann/cel-js';
import type { ASTNode } from '@marcbachmann/cel-js';
import { sha256Hex } from '../domain/flow/canonical.ts';
import type { FlowDefinition, FormField } from '../domain/flow/definition.ts';
import { samplesOf } from './condition-samples.ts';
import type { BranchChoice } from './gateway/types.ts';
import { keep } from './order-texts.ts';

type Form = Readonly<Record<string, unknown>>;

const celTypes = {
  text: 'string',
  number: 'double',
  integer: 'int',
  boolean: 'bool',
  date: 'string',
  choice: 'string',
} as const satisfies Record<FormField['type'], string>;

const limits = { maxAstNodes: 500, maxDepth: 32, maxListElements: 100 };

/**
 * What a condition may be made of. No loop (all, exists, map ...), no pattern (matches runs on a backtracking engine), nothing that reads
 * a clock: so the cost of a condition is its length times that of the texts it reads.
 */
const operators: ReadonlySet<string> = new Set(
  'value id . list in ?: || && !_ -_ != == + - * / % < <= > >= call rcall'.split(' '),
);
const functions: ReadonlySet<string> = new Set(['size', 'double', 'startsWith', 'endsWith', 'contains']);

/**
 * What is wrong with a CEL condition over a form, as a Chinese sentence, or null. It must yield true or false, read only declared
 * fields, and only required ones (a missing value would be an error at filing), be made of what is allowed, and yield an answer for
 * sample and boundary values of the fields it reads.
 */
export function checkCondition(cel: string, form: readonly FormField[]): string | null {
  const environment = environmentOf(form);
  const result = environment.check(cel);
  if (!result.valid) return `条件不能解读：${firstLine(result.error)}`;
  if (result.type !== 'bool') return `条件应得出是或否，但得出的是 ${result.type ?? '未知类型'}`;
  const { ast } = environment.parse(cel);
  const [stranger] = nodesOf(ast).flatMap(notAllowed);
  if (stranger !== undefined)
    return `条件只能用比较、四则运算、且或非和 ${[...functions].join('、')}，不能用“${stranger}”`;
  const read = fieldsOf(ast);
  const optional = read.filter((key) => !form.some((f) => f.key === key && f.required));
  if (optional.length > 0) return `条件用到的字段应为必填：${optional.join('、')}`;
  return failsOnSample(
    environment,
    cel,
    form.filter(({ key }) => read.includes(key)),
  );
}

function failsOnSample(environment: Environment, cel: string, fields: readonly FormField[]): string | null {
  for (const sample of samplesOf(fields)) {
    try {
      environment.evaluate(cel, { form: celForm(fields, sample) });
    } catch (error) {
      const values = fields.map(({ key, title }) => `${title}为 ${JSON.stringify(sample[key])}`).join('，');
      return `${values === '' ? '无论怎样填写' : values}时，条件得不出结果：${firstLine(error)}`;
    }
  }
  return null;
}

/**
 * Chooses the limit branch of a filing: the first whose condition is true, with digests of condition and inputs (these under the
 * case's key, `secret`) as evidence. Branch and evidence are null when the item has no branches; `branch` is null when no condition is
 * true (the digest is then of all). A condition that fails on the form, which the gate could not foresee, leaves it undecided.
 */
export function chooseBranch(definition: FlowDefinition, form: Form, secret: string): BranchChoice {
  if (definition.limitBranches.length === 0) return { branch: null, branchEvidence: null };
  const environment = environmentOf(definition.form);
  const context = { form: celForm(definition.form, form) };
  const read = new Set<string>();
  for (const { id, title, when } of definition.limitBranches) {
    try {
      const { ast } = environment.parse(when);
      const [stranger] = nodesOf(ast).flatMap(notAllowed);
      // A version published before conditions were bounded.
      if (stranger !== undefined)
        return { undecided: `expected a bounded condition for ${id}, but it uses ${stranger}` };
      for (const key of fieldsOf(ast)) read.add(key);
      if (environment.evaluate(when, context) === true) return chosen(id, when, inputsOf(form, read, secret));
    } catch (error) {
      return { undecided: `expected the condition of ${id} (${title}) to yield an answer, but ${firstLine(error)}` };
    }
  }
  const all = definition.limitBranches.map((branch) => branch.when).join('\n');
  return chosen(null, all, inputsOf(form, read, secret));
}

function chosen(branch: string | null, conditions: string, inputs: Readonly<Record<string, string>>): BranchChoice {
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

/** Digests of what was read, under the case's key: the facts of a case hold no words of the form. */
function inputsOf(form: Form, keys: ReadonlySet<string>, secret: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...keys].toSorted().map((key) => [key, keep([key, form[key] ?? null], secret).digest]));
}

/** The word of a node that conditions may not use. */
function notAllowed({ op, args }: ASTNode): string[] {
  if (!operators.has(op)) return [op];
  const called = (op === 'call' || op === 'rcall') && Array.isArray(args) ? String(args[0]) : null;
  return called === null || functions.has(called) ? [] : [called];
}

function nodesOf(node: ASTNode): ASTNode[] {
  const parts: unknown[] = Array.isArray(node.args) ? node.args : [node.args];
  return [node, ...parts.flat(2).filter(isNode).flatMap(nodesOf)];
}

/** The names read as `form.name` in an expression. */
function fieldsOf(ast: ASTNode): string[] {
  const read = nodesOf(ast).flatMap(({ op, args }) =>
    op === '.' && args[0].op === 'id' && args[0].args === 'form' ? [args[1]] : [],
  );
  return [...new Set(read)];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
