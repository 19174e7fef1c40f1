import { describe, expect, it } from 'vitest';

import type { StepKindName } from '../../../domain/steps/params.ts';
import { kindNames, kindOf, kinds } from '../../../domain/steps/index.ts';
import type { AnyFact } from '../../../domain/case/facts/fact-record.ts';
import type { Ending, StepContext, StepKind, StepOrder } from '../../../domain/steps/step-kind.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';
import type { StepRule } from '../../support/step-rules.ts';

const names = kindNames;
const others = names.filter((name) => name !== 'review');

/** Review's file in the place of another kind's: it takes the kind's orders, looks at outcome and opinion, and knows no other rule. */
function disguised(name: StepKindName): Pick<StepKind, 'endings'> {
  const { finishReview } = kinds.review.endings;
  const endings = Object.entries<Ending<StepOrder, AnyFact>>(kinds[name].endings).map(([type, ending]) => {
    const answer = (context: StepContext, order: StepOrder) => {
      const outcome = 'outcome' in order ? String(order.outcome) : (context.plan.outcomes[0] ?? '');
      const opinion = 'opinion' in order ? String(order.opinion) : 'o';
      return finishReview.answer(context, { type: 'finishReview', stepId: order.stepId, outcome, opinion });
    };
    return [type, { ...ending, answer }];
  });
  return { endings: Object.fromEntries(endings) };
}
const broken = (kind: Pick<StepKind, 'endings'>, rules: readonly StepRule[]) =>
  rules.filter((rule) => answerTo(kind, rule) !== rule.code).map((rule) => rule.code);

describe('the registry of step kinds', () => {
  it('keeps every rule of every kind', () => {
    for (const name of names) expect([name, broken(kindOf(name), stepRules[name])]).toEqual([name, []]);
  });

  it.each(others)('%s has behaviour of its own: its rules fail when its file is replaced by that of review', (name) => {
    expect(broken(disguised(name), stepRules[name]).length).toBeGreaterThan(0);
  });

  it('gives each procedure of XKF 45 to one kind only', () => {
    const procedures = names.flatMap((name) => kinds[name].exclusionKinds);
    expect(procedures.toSorted()).toEqual([...new Set(procedures)].toSorted());
  });

  it('gives each order to one kind only', () => {
    const orders = names.flatMap((name) => Object.keys(kinds[name].endings));
    expect(new Set(orders).size).toBe(orders.length);
  });
});
