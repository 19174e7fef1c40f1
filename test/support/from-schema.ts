import fc from 'fast-check';
import type { TSchema } from 'typebox';

/** A JSON Schema as far as the contract uses it. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Defs;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

type Defs = Readonly<Record<string, Schema>>;

/** Values that fit a schema of the contract; where it is open, any JSON. */
export function fromSchema(schema: TSchema): fc.Arbitrary<unknown> {
  return valueOf(schema as Schema, { depth: 0, defs: {} });
}

/** How deep, and what the schemas around name. */
interface At {
  readonly depth: number;
  readonly defs: Defs;
}

function valueOf(schema: Schema, at: At): fc.Arbitrary<unknown> {
  const inner = { depth: at.depth + 1, defs: { ...at.defs, ...schema.$defs } };
  const named = schema.$ref === undefined ? undefined : inner.defs[schema.$ref];
  if (named !== undefined) return valueOf(named, inner);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined && schema.anyOf.length > 0) {
    // Nested flows end somewhere.
    const branches = at.depth > 12 ? schema.anyOf.slice(0, 1) : schema.anyOf;
    return fc.oneof(...branches.map((branch) => valueOf(branch, inner)));
  }
  switch (schema.type) {
    case 'object':
      return objectOf(schema, inner);
    case 'array':
      return arrayOf(schema, inner);
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 3_000 });
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

function arrayOf({ items, maxItems = 3 }: Schema, at: At): fc.Arbitrary<unknown> {
  if (items === undefined || at.depth > 10) return fc.constant<unknown[]>([]);
  // Made when it is needed: a flow holds flows.
  return fc
    .nat(Math.min(maxItems, at.depth > 4 ? 1 : 3))
    .chain((length) =>
      length === 0
        ? fc.constant<unknown[]>([])
        : fc.array(valueOf(items, at), { minLength: length, maxLength: length }),
    );
}

function objectOf({ properties, required = [], patternProperties }: Schema, at: At): fc.Arbitrary<unknown> {
  const [open] = Object.entries(patternProperties ?? {});
  if (open !== undefined) {
    const [pattern, inner] = open;
    return fc.dictionary(fc.stringMatching(new RegExp(pattern)), valueOf(inner, at), { maxKeys: 4 });
  }
  const fields = Object.entries(properties ?? {}).map(([name, inner]) => [name, valueOf(inner, at)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
}

function textOf({ pattern, format, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  if (format === 'date') {
    return fc
      .date({ min: new Date('2019-01-01'), max: new Date('2031-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  }
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 60) });
}
