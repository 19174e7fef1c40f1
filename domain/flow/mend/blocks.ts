import { locatedSteps } from '../blocks.ts';
import type { Block, FlowDefinition } from '../definition.ts';
import { valueAt, withValue } from '../pointer.ts';
import { freeId } from './mender.ts';
import type { Mend, Mender, Menders } from './mender.ts';

/** A definition without the block at a place; what holds nothing else goes with it, and the names of steps that went. */
function without(definition: FlowDefinition, place: string, title: string): Mend | null {
  if (place === '/body' || valueAt(definition, place) === undefined) return null;
  const body = rest(definition.body, '/body', place);
  if (body === null) return null;
  return { title, next: forgetSteps(definition, { ...definition, body }) };
}

function rest(block: Block, at: string, place: string): Block | null {
  if (at === place) return null;
  if (!place.startsWith(`${at}/`)) return block;
  switch (block.type) {
    case 'step':
      return block;
    case 'sequence': {
      const blocks = block.blocks.flatMap((one, i) => rest(one, `${at}/blocks/${i}`, place) ?? []);
      return blocks.length === 0 ? null : { ...block, blocks };
    }
    case 'parallel': {
      const branches = block.branches.flatMap((one, i) => rest(one, `${at}/branches/${i}`, place) ?? []);
      // One branch alone is beside nothing.
      return branches.length > 1 ? { ...block, branches } : (branches[0] ?? null);
    }
    case 'choice': {
      const cases = block.cases.flatMap((one, i) => {
        const left = rest(one.block, `${at}/cases/${i}/block`, place);
        return left === null ? [] : [{ ...one, block: left }];
      });
      const otherwise = block.otherwise === null ? null : rest(block.otherwise, `${at}/otherwise`, place);
      return cases.length === 0 ? otherwise : { ...block, cases, otherwise };
    }
  }
  return block satisfies never;
}

/** No step has to differ from one that is gone. */
function forgetSteps(before: FlowDefinition, after: FlowDefinition): FlowDefinition {
  const left = new Set(locatedSteps(after).map(({ step }) => step.id));
  const gone = new Set(locatedSteps(before).flatMap(({ step: { id } }) => (left.has(id) ? [] : [id])));
  return locatedSteps(after).reduce((definition, { at, step: { otherThan } }) => {
    if (otherThan === undefined || !otherThan.some((id) => gone.has(id))) return definition;
    return withValue(
      definition,
      `${at}/otherThan`,
      otherThan.filter((id) => !gone.has(id)),
    );
  }, after);
}

const unreachable: Mender = (definition, at) => {
  if (at.endsWith('/label')) {
    return without(definition, at.replace(/label$/, 'block'), `删去不会走到的分支“${String(valueAt(definition, at))}”`);
  }
  if (at.endsWith('/otherwise')) return without(definition, at, '删去不会走到的“否则”分支');
  const title = String(valueAt(definition, `${at}/title`));
  return without(definition, at.replace(/\/step$/, ''), `删去不会启动的环节“${title}”`);
};

/** A certificate is made after a grant only: a choice on the decision around it. */
const afterGrant: Mender = (definition, at) => {
  const decisions = locatedSteps(definition).filter(({ step }) => step.kind === 'decision');
  const place = at.replace(/\/step$/, '');
  const [decision] = decisions;
  const block = valueAt(definition, place);
  if (decision === undefined || decisions.length > 1 || block === undefined) return null;
  const { parent } = /^(?<parent>.*)\/cases\/\d+\/block$/.exec(place)?.groups ?? {};
  if (parent !== undefined && valueAt(definition, `${parent}/on/outcomeOf`) === decision.step.id) return null;
  const taken = [...JSON.stringify(definition.body).matchAll(/"id":"([^"]*)"/g)].map(([, id = '']) => id);
  const choice = {
    type: 'choice',
    id: freeId('afterGrant', taken),
    on: { outcomeOf: decision.step.id },
    cases: [{ label: 'grant', block }],
    otherwise: null,
  };
  return { title: '只在准予许可后制证', next: withValue(definition, place, choice) };
};

/** What mends the shape of a flow. */
export const blockMends: Menders = {
  'empty-block': (definition, at) => without(definition, at, '删去空的流程块'),
  'unreachable-step': unreachable,
  'certificate-without-grant': afterGrant,
};
