import { describe, expect, it } from 'vitest';
import { flowGraph } from '../../../console/ui/flow-graph.ts';
import { waterAbstraction } from '../../../db/seed/items/water-abstraction.ts';
import { stepsOf } from '../../../domain/flow/blocks.ts';

const { definition } = waterAbstraction;
const { nodes, edges } = flowGraph(definition, { otherwise: '其他' });
const labelsTo = (id: string) => edges.filter(({ to }) => to === id).map(({ label }) => label);

describe('the picture of a flow', () => {
  it('shows every step of the flow once, and one end', () => {
    expect(nodes.flatMap(({ step }) => (step === null ? [] : [step.id]))).toEqual(
      stepsOf(definition).map(({ id }) => id),
    );
    expect(nodes.filter(({ word }) => word === 'end')).toHaveLength(1);
  });

  it('leaves no node without a way in and a way out', () => {
    const first = nodes[0]?.id;
    const without = (side: 'from' | 'to') => nodes.filter(({ id }) => edges.every((edge) => edge[side] !== id));
    expect(without('to').map(({ id }) => id)).toEqual([first]);
    expect(without('from').map(({ id }) => id)).toEqual([':end']);
  });

  it('names a way by the title of the outcome or limit branch that takes it', () => {
    expect(labelsTo('expertReview')).toEqual(['需专家评审']);
    expect(labelsTo('consultation')).toEqual(['取用城市规划区地下水']);
    expect(labelsTo('hearing')).toEqual(['涉及重大利害关系，需听证']);
  });

  it('goes past a choice that has nothing otherwise', () => {
    expect(labelsTo('audit')).toEqual([null, '其他']);
  });
});
