import { proofAsked, proofFields } from '../../domain/steps/service-proof.ts';
import type { DeliveryMode, ProofField, Taker } from '../../domain/steps/service-proof.ts';
import type { StepData } from './case-data.ts';
import type { Offer } from './offers.ts';

/** A field of an order as its JSON Schema says. */
export interface FieldSchema {
  readonly type?: string;
  /** Names people of the directory. */
  readonly 'x-person'?: boolean;
  /** One of a list that the page offers. */
  readonly 'x-chosen'?: boolean;
  /** The number of the document that the order issues. */
  readonly 'x-number'?: boolean;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description?: string;
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly anyOf?: readonly FieldSchema[];
}

interface OrderSchema {
  readonly properties: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
}

const schemas = __ORDERS__ as Readonly<Record<string, OrderSchema>>;

export interface OrderField {
  readonly name: string;
  readonly schema: FieldSchema;
  readonly required: boolean;
  readonly nullable: boolean;
}

/** The fields a person fills in for an order: all of its contract schema but the step and what has one value only. */
export function fieldsOf(order: string): readonly OrderField[] {
  const schema = schemas[order];
  if (schema === undefined) return [];
  return Object.entries(schema.properties)
    .filter(([name, field]) => name !== 'stepId' && field.const === undefined)
    .map(([name, field]) => {
      const some = field.anyOf?.find(({ type }) => type !== 'null');
      const nullable = some !== undefined;
      return {
        name,
        schema: some ?? field,
        nullable,
        required: !nullable && (schema.required ?? []).includes(name),
      };
    });
}

/** An untimed step must say the day on which it ended, and a timed one has none. Kinds that are held on a day always say it. */
export function fieldsOn(order: string, step: { readonly untimed: boolean } | null): readonly OrderField[] {
  return fieldsOf(order).flatMap((field) => {
    // How to mend stands with what is to be mended.
    if (field.name === 'mends') return [];
    if (field.name !== 'heldOn' || field.required) return [field];
    return step?.untimed === true ? [{ ...field, required: true }] : [];
  });
}

/** The fields as a department numbers the document of the order: the register's number is not asked, a typed one is needed. */
export function fieldsNumbered(fields: readonly OrderField[], numbering: Offer['numbering']): readonly OrderField[] {
  return fields.flatMap((field) => {
    if (field.schema['x-number'] !== true) return [field];
    return numbering === 'series' ? [] : [{ ...field, required: numbering !== 'either' }];
  });
}

/** Whether an order says how something was served. */
export function asksMode(order: string): boolean {
  return fieldsOf(order).some(({ name }) => name === 'mode');
}

/** The fields that a way of serving asks for, with what proves it; before one is chosen, none of them. */
export function fieldsProving(
  fields: readonly OrderField[],
  { mode, takenBy, step }: { mode?: DeliveryMode; takenBy?: Taker; step: StepData | null },
): readonly OrderField[] {
  const isOnItsWay = step?.serving?.stage === 'posted';
  const { needs, may } = mode === undefined ? { needs: [], may: [] } : proofAsked(mode, { takenBy, isOnItsWay });
  return fields.flatMap((field) => {
    if (!isProof(field.name)) return [field];
    if (needs.includes(field.name)) return [{ ...field, required: true }];
    return may.includes(field.name) ? [field] : [];
  });
}

const isProof = (name: string): name is ProofField => (proofFields as readonly string[]).includes(name);

const lateFields: readonly string[] = ['servedOn', 'evidence'];

/** The fields of an answer that was given on paper before it is entered: they stand folded under the others. */
export function isLateField(order: string, { name, required }: OrderField): boolean {
  return (
    lateFields.includes(name) && !required && fieldsOf(order).some((one) => one.name === 'servedOn' && !one.required)
  );
}

/** One thing that a notice asks for, as it is typed. */
export interface TypedItem {
  readonly kind: 'material' | 'field';
  readonly id: string;
  readonly defect: 'missing' | 'wrong';
  readonly mend: string;
}

/** What was chosen and how to mend each, as the contract has them; what came in with the notice is not missing. */
function askedIn(name: 'asked' | 'mends', { asked, received }: Readonly<Record<string, unknown>>): unknown {
  const brought: readonly unknown[] = Array.isArray(received) ? received : [];
  const items = (Array.isArray(asked) ? (asked as readonly TypedItem[]) : []).filter(
    ({ id, defect }) => defect === 'wrong' || !brought.includes(id),
  );
  return name === 'mends' ? items.map(({ mend }) => mend) : items.map(({ kind, id, defect }) => ({ kind, id, defect }));
}

/** Whether an order names a step. */
export function namesStep(order: string): boolean {
  return schemas[order]?.properties['stepId'] !== undefined;
}

/** The body of an order from what was typed: empty optional texts are left out, an empty nullable field is null. */
export function bodyOf(order: string, stepId: string | null, values: Readonly<Record<string, unknown>>) {
  const body: Record<string, unknown> = { type: order };
  if (namesStep(order)) body['stepId'] = stepId;
  for (const { name, required, nullable, schema } of fieldsOf(order)) {
    const value = name === 'asked' || name === 'mends' ? askedIn(name, values) : values[name];
    const empty = value === undefined || value === null || value === '';
    if (!empty) body[name] = value;
    else if (nullable) body[name] = null;
    else if (schema.type === 'boolean') body[name] = false;
    else if (schema.type === 'array') body[name] = [];
    else if (required) body[name] = '';
  }
  return body;
}
