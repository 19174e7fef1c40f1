import type { LocatedStep } from '../blocks.ts';
import { outcomesLeft } from '../../steps/index.ts';
import type { Block } from '../definition.ts';

/** A flow with all its choices made: what one case would go through. */
export type Route =
  | { readonly type: 'sequence' | 'parallel'; readonly parts: readonly Route[] }
  | { readonly type: 'step'; readonly stepId: string };

/** One way through a flow: the route, the outcome of every step a choice asked, and choices that came too early. */
export interface Path {
  readonly branch: string | null;
  readonly route: Route;
  readonly outcomes: ReadonlyMap<string, string>;
  readonly early: ReadonlySet<string>;
}

/** The most paths the gate follows, over all limit branches; a flow with more cannot be overseen by people either. */
export const maxPaths = 1000;

/** Finished steps, the latest first: shared between paths, never copied. */
type Finished = { readonly stepId: string; readonly earlier: Finished } | null;

interface Walk {
  readonly branch: string | null;
  readonly outcomes: ReadonlyMap<string, string>;
  readonly early: ReadonlySet<string>;
  /** Steps surely finished before the block at hand. */
  readonly before: Finished;
}
type Arrived = { readonly route: Route; readonly walk: Walk };
type Steps = ReadonlyMap<string, LocatedStep>;

/** All ways through a flow for one limit branch (null: none); null when there are more than `maxPaths`. */
export function pathsOf(root: Block, steps: Steps, branch: string | null): Path[] | null {
  const start: Walk = { branch, outcomes: new Map(), early: new Set(), before: null };
  const arrived = follow(root, steps, start);
  if (arrived === null) return null;
  return arrived.map(({ route, walk }) => ({ branch, route, outcomes: walk.outcomes, early: walk.early }));
}

/** Ids of a route's steps in the order of the flow. */
export function stepIdsOf(route: Route): string[] {
  return route.type === 'step' ? [route.stepId] : route.parts.flatMap(stepIdsOf);
}

function follow(block: Block, steps: Steps, walk: Walk): Arrived[] | null {
  switch (block.type) {
    case 'step':
      return [{ route: { type: 'step', stepId: block.step.id }, walk: finished(walk, [block.step.id]) }];
    case 'sequence':
      return followAll({ type: 'sequence', blocks: block.blocks, steps, walk });
    case 'parallel':
      return followAll({ type: 'parallel', blocks: block.branches, steps, walk });
    case 'choice':
      return followChoice(block, steps, walk);
  }
  return block satisfies never;
}

function followAll(given: {
  type: 'sequence' | 'parallel';
  blocks: readonly Block[];
  steps: Steps;
  walk: Walk;
}): Arrived[] | null {
  let partial: { parts: Route[]; walk: Walk }[] = [{ parts: [], walk: given.walk }];
  for (const block of given.blocks) {
    const next: typeof partial = [];
    for (const { parts, walk } of partial) {
      // Side by side, no branch may count on what another one has finished.
      const from = given.type === 'parallel' ? { ...walk, before: given.walk.before } : walk;
      const arrived = follow(block, given.steps, from);
      if (arrived === null || next.length + arrived.length > maxPaths) return null;
      next.push(...arrived.map((one) => ({ parts: [...parts, one.route], walk: one.walk })));
    }
    partial = next;
  }
  return partial.map(({ parts, walk }) => {
    const route = { type: given.type, parts };
    // Joined: all branches are finished, not only the last one followed.
    const joined = finished({ ...walk, before: given.walk.before }, stepIdsOf(route));
    return { route, walk: given.type === 'parallel' ? joined : walk };
  });
}

function finished(walk: Walk, stepIds: readonly string[]): Walk {
  return { ...walk, before: stepIds.reduce<Finished>((earlier, stepId) => ({ stepId, earlier }), walk.before) };
}

function isFinished(stepId: string, before: Finished): boolean {
  for (let at = before; at !== null; at = at.earlier) if (at.stepId === stepId) return true;
  return false;
}

type Choice = Extract<Block, { type: 'choice' }>;

function followChoice(block: Choice, steps: Steps, walk: Walk): Arrived[] | null {
  const found: Arrived[] = [];
  for (const { label, after } of labelsOf(block, steps, walk)) {
    const chosen = block.cases.find((option) => option.label === label)?.block ?? block.otherwise;
    const nothing: Arrived = { route: { type: 'sequence', parts: [] }, walk: after };
    const arrived = chosen === null ? [nothing] : follow(chosen, steps, after);
    if (arrived === null) return null;
    found.push(...arrived);
    if (found.length > maxPaths) return null;
  }
  return found;
}

/** What may stand at a choice: a case of one over the form, the branch, the outcome chosen before, or each outcome of the step it asks. */
function labelsOf(block: Choice, steps: Steps, walk: Walk): { label: string | null; after: Walk }[] {
  // Whether two conditions can be true of one form is not asked here: every case may be taken, or none.
  if ('form' in block.on)
    return [...block.cases.map(({ label }) => label), null].map((label) => ({ label, after: walk }));
  if ('limitBranch' in block.on) return [{ label: walk.branch, after: walk }];
  const stepId = block.on.outcomeOf;
  if (!isFinished(stepId, walk.before))
    return [{ label: null, after: { ...walk, early: new Set([...walk.early, block.id]) } }];
  const known = walk.outcomes.get(stepId);
  if (known !== undefined) return [{ label: known, after: walk }];
  const asked = steps.get(stepId);
  const outcomes = asked === undefined ? [] : outcomesLeft(asked.step);
  if (outcomes.length === 0) return [{ label: null, after: walk }];
  return outcomes.map((id) => ({
    label: id,
    after: { ...walk, outcomes: new Map([...walk.outcomes, [stepId, id]]) },
  }));
}
