import { cutText } from '../../domain/words/text.ts';

/** As much of a schema of the contract as leads to its texts. */
interface Shape {
  readonly 'x-text'?: boolean;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
}

const missing = Symbol('missing');

/**
 * What came in, with every text the contract marks as one cut of its outer blanks. A field whose text shows nothing is left out, as
 * if it had not been given: whether it is needed is then the schema's and the law's to say.
 */
export function cutTexts(schema: object, value: unknown): unknown {
  const cut = cutIn(schema, value, {});
  return cut === missing ? '' : cut;
}

type Defs = NonNullable<Shape['$defs']>;

function cutIn(shape: Shape, value: unknown, outer: Defs): unknown {
  const defs = shape.$defs ?? outer;
  const meant = shape.$ref === undefined ? shape : (defs[shape.$ref] ?? shape);
  if (meant.anyOf !== undefined) return cutInOne(meant.anyOf, value, defs);
  if (typeof value === 'string') return meant['x-text'] === true ? (cutText(value) ?? missing) : value;
  if (Array.isArray(value)) return cutInList(meant.items, value, defs);
  return typeof value === 'object' && value !== null ? cutInFields(meant, value, defs) : value;
}

/** Of branches told apart by a constant `type` the one that is meant, else each in turn: they name different fields. */
function cutInOne(branches: readonly Shape[], value: unknown, defs: Defs): unknown {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  const meant = branches.filter(({ properties }) => type !== undefined && properties?.['type']?.const === type);
  let cut = value;
  for (const branch of meant.length > 0 ? meant : branches) cut = cutIn(branch, cut, defs);
  return cut;
}

function cutInList(items: Shape | undefined, values: readonly unknown[], defs: Defs): readonly unknown[] {
  if (items === undefined) return values;
  return values.map((value) => {
    const cut = cutIn(items, value, defs);
    return cut === missing ? '' : cut;
  });
}

function cutInFields({ properties, patternProperties }: Shape, value: object, defs: Defs): unknown {
  const [others] = Object.values(patternProperties ?? {});
  const fields = Object.entries(value).map(([key, inner]): [string, unknown] => {
    const shape = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : others;
    return [key, shape === undefined ? inner : cutIn(shape, inner, defs)];
  });
  return Object.fromEntries(fields.filter(([, inner]) => inner !== missing));
}
