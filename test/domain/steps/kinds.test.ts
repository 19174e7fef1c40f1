import { describe, expect, it } from 'vitest';

import type { Order } from '../../../domain/case/orders.ts';
import { stepKinds } from '../../../domain/flow/definition.ts';
import type { StepKindName } from '../../../domain/flow/definition.ts';
import { kindOf, kinds } from '../../../domain/steps/index.ts';
import type { StepKind } from '../../../domain/steps/step-kind.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';
import type { StepRule } from '../../support/step-rules.ts';

const names = Object.keys(stepKinds) as StepKindName[];
const others = names.filter((name) => name !== 'review');

/** Review under the orders of another kind: it takes them, looks at outcome and opinion, and knows no other rule. */
function disguised(name: StepKindName): StepKind {
  return {
    orders: kinds[name].orders,
    answer(context, order) {
      if (!kinds[name].orders.includes(order.type))
        return kinds.review.answer(context, { ...deliver, stepId: context.step.id });
      const outcome = 'outcome' in order ? order.outcome : (context.plan.outcomes[0] ?? '');
      const opinion = 'opinion' in order ? order.opinion : 'o';
      return kinds.review.answer(context, { type: 'finishReview', stepId: context.step.id, outcome, opinion });
    },
  };
}
const deliver = { type: 'deliver', mode: 'collected', servedOn: '2026-09-15' } as Extract<Order, { type: 'deliver' }>;
const broken = (kind: StepKind, rules: readonly StepRule[]) =>
  rules.filter((rule) => answerTo(kind, rule) !== rule.code).map((rule) => rule.code);

describe('the registry of step kinds', () => {
  it('keeps every rule of every kind', () => {
    for (const name of names) expect([name, broken(kindOf(name), stepRules[name])]).toEqual([name, []]);
  });

  it.each(others)('%s has a rule that review does not keep', (name) => {
    expect(broken(kinds.review, stepRules[name]).length).toBeGreaterThan(0);
    expect(
      broken(disguised(name), stepRules[name]).filter((code) => code !== null && code !== 'wrong-step-kind').length,
    ).toBeGreaterThan(0);
  });

  it.each(others)('%s does not keep the rules of review', (name) => {
    expect(broken(kinds[name], stepRules.review).length).toBeGreaterThan(0);
  });

  it('gives each kind a refusal that no other kind has', () => {
    const codes = new Map(names.map((name) => [name, new Set(stepRules[name].map((rule) => rule.code))]));
    for (const name of names) {
      const own = [...(codes.get(name) ?? [])].filter((code) =>
        names.every((other) => other === name || !codes.get(other)?.has(code)),
      );
      expect([name, own.length > 0]).toEqual([name, true]);
    }
  });

  it('gives each order to one kind only', () => {
    const orders = names.flatMap((name) => kinds[name].orders);
    expect(new Set(orders).size).toBe(orders.length);
  });
});
