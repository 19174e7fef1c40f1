import type { Block, FlowDefinition, Step } from '../../domain/flow/definition.ts';
import { joined } from '../i18n/said.ts';

/** A step, the fork or join of parallel branches, or the end. */
export interface FlowNode {
  readonly id: string;
  readonly step: Step | null;
  readonly word: 'fork' | 'join' | 'end' | null;
}
export interface FlowEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string | null;
}
export interface FlowGraph {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

interface Tail {
  readonly from: string;
  readonly label: string | null;
}

/** A flow as nodes and edges from top to bottom. `otherwise` is the word of a choice that takes no label. */
export function flowGraph(definition: FlowDefinition, words: { otherwise: string }): FlowGraph {
  const nodes: FlowNode[] = [];
  const edges: FlowEdge[] = [];
  const titles = titlesOf(definition);
  const add = (node: FlowNode, tails: readonly Tail[]): readonly Tail[] => {
    nodes.push(node);
    for (const { from, label } of tails) edges.push({ id: `${edges.length}`, from, to: node.id, label });
    return [{ from: node.id, label: null }];
  };
  const walk = (block: Block, tails: readonly Tail[]): readonly Tail[] => {
    switch (block.type) {
      case 'sequence':
        return block.blocks.reduce<readonly Tail[]>((ends, inner) => walk(inner, ends), tails);
      case 'step':
        return add({ id: block.step.id, step: block.step, word: null }, tails);
      case 'parallel': {
        const start = add({ id: `${block.id}:fork`, step: null, word: 'fork' }, tails);
        const ends = block.branches.flatMap((branch) => walk(branch, start));
        return add({ id: `${block.id}:join`, step: null, word: 'join' }, ends);
      }
      case 'choice': {
        const by = 'outcomeOf' in block.on ? block.on.outcomeOf : '';
        const taken = block.cases.flatMap(({ label, title, block: inner }) =>
          walk(inner, labelled(tails, title ?? titles.get(`${by} ${label}`) ?? label)),
        );
        const other = labelled(tails, words.otherwise);
        return [...taken, ...(block.otherwise === null ? other : walk(block.otherwise, other))];
      }
    }
    return block satisfies never;
  };
  add({ id: ':end', step: null, word: 'end' }, walk(definition.body, []));
  return { nodes, edges };
}

function labelled(tails: readonly Tail[], label: string): readonly Tail[] {
  return tails.map(({ from, label: before }) => ({
    from,
    label: before === null ? label : joined([before, label], '；'),
  }));
}

/** Titles of outcomes by "step outcome", and of limit branches by " branch". */
function titlesOf(definition: FlowDefinition): ReadonlyMap<string, string> {
  const titles = new Map(definition.limitBranches.map(({ id, title }) => [` ${id}`, title]));
  const visit = (block: Block): void => {
    if (block.type === 'step')
      for (const { id, title } of block.step.outcomes) titles.set(`${block.step.id} ${id}`, title);
    if (block.type === 'sequence') block.blocks.forEach(visit);
    if (block.type === 'parallel') block.branches.forEach(visit);
    if (block.type === 'choice') {
      block.cases.forEach(({ block: inner }) => visit(inner));
      if (block.otherwise !== null) visit(block.otherwise);
    }
  };
  visit(definition.body);
  return titles;
}
