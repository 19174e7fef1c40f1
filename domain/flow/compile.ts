import type { Limit } from '../clock/clock.ts';
import { invariant } from '../invariant.ts';
import { readParams } from '../steps/index.ts';
import type { StepKindName } from '../steps/params.ts';
import { stepsOf } from './blocks.ts';
import { definitionSha256 } from './canonical.ts';
import type { Block, CaseLimits, FlowDefinition, LimitRule, Step, SupplyRule, UntimedPart } from './definition.ts';
import { fullLadder } from './ladder.ts';
import { othersOf } from './other-hands.ts';
import type { Plan, PlanBlock, PlanLimits, PlanStep, SupplyLimit } from './plan.ts';

/** Limits of a case: the definition's own, with those of the limit branch (null: none was true) laid over them. */
export function limitsOf(definition: FlowDefinition, branchId: string | null): CaseLimits {
  if (branchId === null) return definition.limits;
  const branch = definition.limitBranches.find((candidate) => candidate.id === branchId);
  invariant(branch !== undefined, `limit branch ${branchId} is in the definition`);
  return { ...definition.limits, ...branch.limits };
}

/**
 * The plan a run carries: ids, kinds, limits, bases and outcomes of a published definition, without texts. `sha256` is that of the
 * definition as it is stored, which may be in an older shape.
 */
export function compilePlan(
  definition: FlowDefinition,
  branchId: string | null,
  sha256: string = definitionSha256(definition),
): Plan {
  const steps = stepsOf(definition);
  return {
    sha256,
    itemCode: definition.itemCode,
    limits: planLimits(limitsOf(definition, branchId)),
    ...(definition.afterHours !== undefined && { afterHours: definition.afterHours }),
    branch: branchId,
    materials: definition.materials.map(({ id, need, replaceable, shared }) => ({
      id,
      necessary: need === 'necessary',
      ...(need === 'deferrable' && { deferrable: true }),
      ...(replaceable !== undefined && { replaceable: true }),
      ...(shared !== undefined && { shared: true }),
    })),
    steps: steps.map((step) => planStep(step, othersOf(steps, step))),
    root: planBlock(definition.body),
    ladder: fullLadder(definition),
  };
}

/** How long an untimed step may wait for its start where its item says nothing. */
const startWithin: Limit = { count: 3, unit: 'workday' };

function planLimits(limits: CaseLimits): PlanLimits {
  const { extension } = limits;
  return {
    notice: bare(limits.notice),
    ...(limits.promisedNotice !== undefined && { promisedNotice: bare(limits.promisedNotice) }),
    ...(limits.passing !== undefined && { passing: bare(limits.passing) }),
    ...(limits.supplement !== undefined && { supplement: planSupply(limits.supplement) }),
    ...(limits.deferral !== undefined && { deferral: planSupply(limits.deferral) }),
    statutory: bare(limits.statutory),
    promised: bare(limits.promised),
    ...(limits.countsFrom !== undefined && { countsFrom: limits.countsFrom }),
    delivery: bare(limits.delivery),
    ...(limits.afterCheck !== undefined && { afterCheck: bare(limits.afterCheck) }),
    start: limits.start === undefined ? startWithin : bare(limits.start),
    extension: extension === null ? null : { max: extension.max, approver: extension.approver },
  };
}

function planSupply(rule: SupplyRule): SupplyLimit {
  return { ...bare(rule), ...(rule.lapse !== undefined && { lapses: true as const }) };
}

function bare(rule: LimitRule): Limit {
  return { count: rule.count, unit: rule.unit };
}

function planStep<K extends StepKindName>(step: Step<K>, otherThan: readonly string[]): PlanStep<K> {
  const { id, kind, by, limit, untimed, outcomes, params, signing, at } = step;
  const negative = outcomes.filter((outcome) => outcome.negative === true).map((outcome) => outcome.id);
  return {
    id,
    kind,
    by,
    limit: limit === undefined ? null : bare(limit),
    untimed: untimed === undefined ? null : planUntimed(untimed),
    outcomes: outcomes.map((outcome) => outcome.id),
    ...(negative.length === 0 ? {} : { negative }),
    params: readParams<K>(kind, params),
    ...(signing === undefined ? {} : { signing }),
    ...(at === undefined ? {} : { at }),
    ...(otherThan.length === 0 ? {} : { otherThan }),
  };
}

function planUntimed({ promise, stops, exclusionBasis, approvedBy }: UntimedPart): PlanStep['untimed'] {
  return { promise: bare(promise), stops, basis: exclusionBasis?.source ?? null, approvedBy };
}

function planBlock(block: Block): PlanBlock {
  switch (block.type) {
    case 'sequence':
      return { type: 'sequence', blocks: block.blocks.map(planBlock) };
    case 'parallel':
      return { type: 'parallel', branches: block.branches.map(planBlock) };
    case 'choice':
      return {
        type: 'choice',
        outcomeOf: 'outcomeOf' in block.on ? block.on.outcomeOf : null,
        ...('form' in block.on && { byForm: block.id }),
        cases: block.cases.map((option) => ({ label: option.label, block: planBlock(option.block) })),
        otherwise: block.otherwise === null ? null : planBlock(block.otherwise),
      };
    case 'step':
      return { type: 'step', stepId: block.step.id };
  }
  return block satisfies never;
}
