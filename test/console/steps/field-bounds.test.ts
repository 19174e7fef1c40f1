import { expect, it } from 'vitest';
import { boundsOf } from '../../../console/steps/field-bounds.ts';
import { orderSchemas } from '../../../contract/orders.ts';

type Schema = Parameters<typeof boundsOf>[0] & { readonly properties?: Readonly<Record<string, Schema>> };

/** Every field of every order, those inside others too. */
const fieldsOf = (name: string, schema: Schema): readonly (readonly [name: string, schema: Schema])[] => [
  [name, schema],
  ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => fieldsOf(`${name}.${key}`, inner)),
];
const fields = Object.entries(orderSchemas).flatMap(([order, schema]) => fieldsOf(order, schema as unknown as Schema));

it('no order shows a limit of the house under a field: what is chosen from a list has no bounds', () => {
  const shown = fields.flatMap(([name, schema]) => {
    const { max } = boundsOf(schema);
    return max === undefined ? [] : [[name, max] as const];
  });
  // A number that somebody types, such as the length of an extension, keeps its own.
  expect(shown).toContainEqual(['requestExtension.count', 1000]);
  expect(shown.filter(([, max]) => max > 10_000)).toEqual([]);
  expect(fields.filter(([, schema]) => schema['x-chosen'] === true).map(([name]) => name)).toContain(
    'correctDocument.documentSeq',
  );
});
