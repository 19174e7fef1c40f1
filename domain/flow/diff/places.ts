import { childBlocks, stepsOf } from '../blocks.ts';
import type { Block, ChoiceCase, FlowDefinition, Step } from '../definition.ts';

/** Where a step stands: on which paths (`key` tells two places apart, `words` says it), and behind which step. */
export interface Place {
  readonly key: string;
  readonly words: string;
  readonly step: Step;
}

interface Context {
  readonly key: string;
  readonly words: readonly string[];
}

/** The place of every step by its id, in the order of the document; where an id is doubled the first counts. */
export function placesOf(definition: FlowDefinition): ReadonlyMap<string, Place> {
  const steps = new Map(stepsOf(definition).map((step) => [step.id, step]));
  const branches = new Map(definition.limitBranches.map(({ id, title }) => [id, title]));
  const places = new Map<string, Place>();
  const visit = (block: Block, context: Context): void => {
    switch (block.type) {
      case 'step':
        if (!places.has(block.step.id)) places.set(block.step.id, placed(block.step, context));
        return;
      case 'sequence':
        block.blocks.forEach((inner) => visit(inner, context));
        return;
      case 'parallel':
        block.branches.forEach((branch, i) =>
          visit(branch, within(context, beside(block.branches.filter((_other, j) => j !== i).flatMap(stepsIn)))),
        );
        return;
      case 'choice':
        block.cases.forEach((taken) =>
          visit(taken.block, within(context, condition(block.on, taken, { steps, branches }))),
        );
        if (block.otherwise !== null) visit(block.otherwise, within(context, remaining(block, { steps })));
        return;
    }
    return block satisfies never;
  };
  visit(definition.body, { key: '', words: [] });
  return places;
}

/** Ids that moved: the fewest steps of `after` that must be taken out so that the others stand as in `before`. */
export function movedIds(before: readonly string[], after: readonly string[]): string[] {
  const rank = new Map(before.map((id, i) => [id, i]));
  const common = after.filter((id) => rank.has(id));
  const stay = longestRising(common.map((id) => rank.get(id) ?? 0));
  return common.filter((id) => !stay.has(rank.get(id) ?? 0));
}

function placed(step: Step, { key, words }: Context): Place {
  return { key, words: words.length === 0 ? '必经' : words.join('，'), step };
}

function within(context: Context, { key, words }: { key: string; words: string | null }): Context {
  return { key: `${context.key}/${key}`, words: words === null ? context.words : [...context.words, words] };
}

/** Steps of an own branch beside which a step runs; a branch beside nothing is no parallel at all. */
function beside(others: readonly Step[]): { key: string; words: string | null } {
  const names = others.map(({ title }) => `“${title}”`).join('、');
  const key = others
    .map(({ id }) => id)
    .sort()
    .join(',');
  return { key: `beside ${key}`, words: others.length === 0 ? null : `与${names}并行` };
}

function stepsIn(block: Block): Step[] {
  return block.type === 'step' ? [block.step] : childBlocks(block, '').flatMap(({ block: inner }) => stepsIn(inner));
}

type Choice = Extract<Block, { type: 'choice' }>;

function condition(
  on: Choice['on'],
  taken: ChoiceCase,
  names: { steps: ReadonlyMap<string, Step>; branches: ReadonlyMap<string, string> },
): { key: string; words: string } {
  const { label } = taken;
  if ('form' in on) {
    const { title = label, when = '' } = taken;
    return { key: `form ${when}`, words: `仅在“${title}”（${when}）时` };
  }
  if ('limitBranch' in on) {
    return { key: `branch ${label}`, words: `仅在适用时限分支“${names.branches.get(label) ?? label}”时` };
  }
  const step = names.steps.get(on.outcomeOf);
  const outcome = step?.outcomes.find(({ id }) => id === label)?.title ?? label;
  return { key: `${on.outcomeOf} ${label}`, words: `仅在“${step?.title ?? on.outcomeOf}”的结论为“${outcome}”时` };
}

function remaining({ on, cases }: Choice, names: { steps: ReadonlyMap<string, Step> }): { key: string; words: string } {
  const labels = cases
    .map(({ label }) => label)
    .sort()
    .join(',');
  if ('form' in on) return { key: `form not ${labels}`, words: '仅在不符合上述条件时' };
  if ('limitBranch' in on) return { key: `no branch ${labels}`, words: '仅在不适用上述时限分支时' };
  const title = names.steps.get(on.outcomeOf)?.title ?? on.outcomeOf;
  return { key: `${on.outcomeOf} not ${labels}`, words: `仅在“${title}”为其他结论时` };
}

/** The members of one longest rising subsequence of different numbers. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const best: (readonly number[])[] = [];
  for (const number of numbers) {
    const before = best.filter((run) => (run.at(-1) ?? -1) < number);
    const longest = before.reduce<readonly number[]>((one, other) => (other.length > one.length ? other : one), []);
    best.push([...longest, number]);
  }
  return new Set(best.reduce<readonly number[]>((one, other) => (other.length > one.length ? other : one), []));
}
