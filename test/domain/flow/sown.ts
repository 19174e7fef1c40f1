import { itemSeeds } from '../../../db/seed/items/index.ts';
import { locatedSteps, walkBlocks } from '../../../domain/flow/blocks.ts';
import type { Block, CaseLimits, FlowDefinition, LimitRule, Rung } from '../../../domain/flow/definition.ts';
import { valueAt, withValue } from '../../../domain/flow/pointer.ts';

/** A change that sows a defect into a flow. */
export type Sow = (definition: FlowDefinition) => FlowDefinition;

function seedOf(name: string): FlowDefinition {
  const found = itemSeeds.find(({ item }) => item.name.startsWith(name));
  if (found === undefined) throw new Error(`no item ${name}`);
  return found.definition;
}

/** Flows of the demo into which defects are sown. */
export const water = seedOf('取水许可');
export const food = seedOf('食品经营许可（新办');
export const developer = seedOf('房地产');
export const presale = seedOf('商品房');

/** A limit of so many days that nothing else is known of. */
export function days(count: number, unit: LimitRule['unit'] = 'workday'): LimitRule {
  return { count, unit, basis: '内部规定', unitFrom: '内部规定' };
}

/** A value at a pointer; undefined removes it. */
export function put(at: string, value: unknown): Sow {
  return (definition) => withValue(definition, at, value);
}

function all(place: string, over: object): Sow {
  return (definition) =>
    Object.entries(over).reduce((sown, [field, value]) => withValue(sown, `${place}/${field}`, value), definition);
}

function placeOf(definition: FlowDefinition, id: string): string {
  const found = locatedSteps(definition).find(({ step }) => step.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found.at;
}

/** Fields of a step, by its id; undefined removes one. */
export function step(id: string, over: object): Sow {
  return (definition) => all(placeOf(definition, id), over)(definition);
}

/** Fields of the untimed part of a step. */
export function untimed(id: string, over: object): Sow {
  return (definition) => all(`${placeOf(definition, id)}/untimed`, over)(definition);
}

/** Fields of a limit of the case. */
export function limit(name: keyof CaseLimits, over: Partial<LimitRule>): Sow {
  return all(`/limits/${name}`, over);
}

/** Another ladder. */
export function ladder(change: (rungs: readonly Rung[]) => readonly Rung[]): Sow {
  return (definition) => ({ ...definition, ladder: change(definition.ladder) });
}

/** One more warning. */
export function rung(over: object): Sow {
  const usual = { id: 'X1', clock: 'promised', at: { before: 1 }, level: 'yellow', to: ['handler'] } as const;
  return ladder((rungs) => [...rungs, { ...usual, ...over }]);
}

/** Other blocks of the sequence that a flow is. */
export function blocks(change: (blocks: readonly Block[]) => readonly Block[]): Sow {
  return (definition) => {
    if (definition.body.type !== 'sequence') throw new Error('expected a sequence');
    return { ...definition, body: { ...definition.body, blocks: change(definition.body.blocks) } };
  };
}

/** Whether a block is a step by its id. */
export function isStep(block: Block, id: string): boolean {
  return block.type === 'step' && block.step.id === id;
}

/** The flow without a step. */
export function withoutStep(id: string): Sow {
  return blocks((those) => those.filter((block) => !isStep(block, id)));
}

/** The step once more behind itself, under another id. */
export function doubled(id: string, as: string): Sow {
  return blocks((those) =>
    those.flatMap((block) =>
      block.type === 'step' && block.step.id === id ? [block, { ...block, step: { ...block.step, id: as } }] : [block],
    ),
  );
}

/** A value in a choice, by its id. */
export function choice(id: string, below: string, value: unknown): Sow {
  return (definition) => {
    const found = walkBlocks(definition.body).find(({ block }) => block.type === 'choice' && block.id === id);
    if (found === undefined || valueAt(definition, `${found.at}${below}`) === undefined)
      throw new Error(`no ${id}${below}`);
    return withValue(definition, `${found.at}${below}`, value);
  };
}
