import { Environment } from '@marcbachmann/cel-js';
import type { ASTNode } from '@marcbachmann/cel-js';
import type { FormField } from '../../domain/flow/definition.ts';

/** What people filled in, by the keys of the fields. */
export type Form = Readonly<Record<string, unknown>>;

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
export const functions: ReadonlySet<string> = new Set(['size', 'double', 'startsWith', 'endsWith', 'contains']);

/** Knows `form` and its fields with their types, and nothing else. */
export function environmentOf(form: readonly FormField[]): Environment {
  const schema = Object.fromEntries(form.map((field) => [field.key, celTypes[field.type]]));
  return new Environment({ unlistedVariablesAreDyn: false, limits }).registerVariable('form', { schema });
}

/** CEL tells whole numbers from others: integers travel as BigInt. */
export function celForm(fields: readonly FormField[], form: Form): Record<string, unknown> {
  const entries = fields
    .filter((field) => Object.hasOwn(form, field.key))
    .map((field): [string, unknown] => [field.key, celValue(field, form[field.key])]);
  return Object.fromEntries(entries);
}

function celValue(field: FormField, value: unknown): unknown {
  return field.type === 'integer' && typeof value === 'number' ? BigInt(value) : value;
}

/** The words of an expression that conditions may not use. */
export function strangersIn(ast: ASTNode): string[] {
  return nodesOf(ast).flatMap(notAllowed);
}

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
export function fieldsOf(ast: ASTNode): string[] {
  const read = nodesOf(ast).flatMap(({ op, args }) =>
    op === '.' && args[0].op === 'id' && args[0].args === 'form' ? [args[1]] : [],
  );
  return [...new Set(read)];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

/** The values that an expression names, such as 3.0 or "surface". */
export function saidIn(ast: ASTNode): (string | number)[] {
  return nodesOf(ast).flatMap(({ op, args }) => {
    if (op !== 'value') return [];
    if (typeof args === 'bigint') return [Number(args)];
    return typeof args === 'number' || typeof args === 'string' ? [args] : [];
  });
}

/** What the library says is wrong, without its picture of the place. */
export function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
