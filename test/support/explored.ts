import { formChoicesOf, stepsOf, walkBlocks } from '../../domain/flow/blocks.ts';
import { compilePlan } from '../../domain/flow/compile.ts';
import type { Block, FlowDefinition, Step } from '../../domain/flow/definition.ts';
import { openSteps } from '../../domain/flow/walk.ts';
import type { ChosenByForm, Outcomes } from '../../domain/flow/walk.ts';
import { outcomesLeft } from '../../domain/steps/index.ts';

/** What became of a flow when every case of it was lived through. */
export interface Explored {
  readonly states: number;
  /** What must never be, each said once. */
  readonly faults: ReadonlySet<string>;
  readonly unopened: readonly string[];
}

/** Steps that stand alone: the law knows nothing beside them. */
const alone: readonly Step['kind'][] = ['intake', 'passing', 'acceptance', 'decision', 'delivery', 'afterCheck'];

/**
 * Every case of a flow, step by step, by the very walk that the machine opens steps with: each limit branch, each answer of the form, each
 * order in which open steps end, and each outcome that anything reads (the others differ for nobody). Knows nothing of the gate and its paths.
 */
export function explore(definition: FlowDefinition): Explored {
  const steps = new Map(stepsOf(definition).map((step) => [step.id, step]));
  const [faults, opened] = [new Set<string>(), new Set<string>()];
  let states = 0;
  for (const branch of [null, ...definition.limitBranches.map(({ id }) => id)]) {
    const plan = compilePlan(definition, branch);
    for (const byForm of answersOf(definition)) {
      const seen = new Set<string>();
      const visit = (outcomes: Outcomes): readonly string[] => {
        const open = openSteps(plan, { outcomes, byForm });
        const key = JSON.stringify(Object.entries(outcomes).toSorted(([a], [b]) => (a < b ? -1 : 1)));
        if (seen.has(key)) return open;
        seen.add(key);
        states += 1;
        for (const id of open) opened.add(id);
        for (const fault of faultsOf({ open, outcomes, steps, definition })) faults.add(fault);
        for (const id of open) {
          for (const outcome of triedOf(steps.get(id), definition)) {
            const next = visit({ ...outcomes, [id]: outcome });
            // What was open beside it is still open: nobody's work is taken away, and a join waits for all.
            const lost = open.find((other) => other !== id && !next.includes(other));
            if (lost !== undefined) faults.add(`${lost} vanished when ${id} ended`);
          }
        }
        return open;
      };
      visit({});
    }
  }
  return { states, faults, unopened: [...steps.keys()].filter((id) => !opened.has(id)) };
}

function answersOf(definition: FlowDefinition): ChosenByForm[] {
  return formChoicesOf(definition).reduce<ChosenByForm[]>(
    (all, { id, cases }) =>
      all.flatMap((answers) =>
        [...cases.map(({ label }) => label), null].map((label) => ({ ...answers, [id]: label })),
      ),
    [{}],
  );
}

/** Outcomes that some choice reads, or that decide; of others the first stands for all. */
function triedOf(step: Step | undefined, definition: FlowDefinition): readonly string[] {
  if (step === undefined) return [];
  const left = outcomesLeft(step);
  const isRead = walkBlocks(definition.body).some(({ block }) => readsOutcome(block, step.id));
  return isRead || step.kind === 'decision' ? left : left.slice(0, 1);
}

function readsOutcome(block: Block, stepId: string): boolean {
  return block.type === 'choice' && 'outcomeOf' in block.on && block.on.outcomeOf === stepId;
}

interface At {
  readonly open: readonly string[];
  readonly outcomes: Outcomes;
  readonly steps: ReadonlyMap<string, Step>;
  readonly definition: FlowDefinition;
}

function faultsOf({ open, outcomes, steps }: At): string[] {
  const kindOf = (id: string) => steps.get(id)?.kind;
  const done = Object.keys(outcomes);
  const decisions = done.filter((id) => kindOf(id) === 'decision');
  const isGranted = decisions.some((id) => outcomes[id] === 'grant');
  const faults = open.flatMap((id) => {
    const kind = kindOf(id) ?? 'review';
    return [
      ...(alone.includes(kind) && open.length > 1 ? [`${id} stands beside others`] : []),
      ...(kind === 'decision' && decisions.length > 0 ? ['decided twice'] : []),
      ...(kind === 'certificate' && !isGranted ? ['a certificate without a grant'] : []),
      ...(kind !== 'intake' && !done.some((one) => kindOf(one) === 'intake') ? [`${id} before the intake`] : []),
    ];
  });
  if (open.length > 0) return faults;
  const served = done.some((id) => kindOf(id) === 'delivery');
  const isChecked =
    outcomes['acceptance'] !== 'undertaken' || !isGranted || done.some((id) => kindOf(id) === 'afterCheck');
  return [
    ...(decisions.length === 1 ? [] : ['ends undecided']),
    ...(served ? [] : ['ends unserved']),
    ...(isChecked ? [] : ['ends unchecked']),
  ];
}
