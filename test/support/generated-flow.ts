import { defaultLadder } from '../../domain/flow/ladder.ts';
import type { Block, FlowDefinition, LimitBranch, LimitRule, Outcome, Step } from '../../domain/flow/definition.ts';
import { seededRandom } from './random-clock.ts';

const workdays = (count: number): LimitRule => ({
  count,
  unit: 'workday',
  basis: '行政许可法第四十二条',
  unitFrom: '测试',
});
const titles = { yes: '可以', again: '须补充核实', no: '不可以' } as const;
const outcomesOf = (...ids: readonly (keyof typeof titles)[]): Outcome[] =>
  ids.map((id) => ({ id, title: titles[id], ...(id === 'no' && { negative: true as const }) }));

type Choice = Extract<Block, { type: 'choice' }>;

/**
 * Draws a flow as somebody might who knows the frame of the law and, now and then, errs: a choice too early, a way without a decision, a
 * label that is none. The same number draws the same flow.
 */
class Draughtsman {
  private readonly random: () => number;
  private count = 0;
  private left = 7;
  private readonly finished: { id: string; outcomes: readonly Outcome[] }[] = [];
  private readonly withBranches: boolean;

  constructor(seed: number) {
    this.random = seededRandom(seed);
    this.withBranches = this.once(4);
  }

  draw(): FlowDefinition {
    const [passed, undertaken] = [this.once(4), this.once(5)];
    const acceptance = undertaken ? ['accepted', 'undertaken'] : ['accepted'];
    const middle = this.sequence(2);
    const decision = this.decision();
    const after: Block[] = undertaken
      ? [this.on('decision', 'grant', this.on('acceptance', 'undertaken', frame('afterCheck', 'caseOfficer', 'kept')))]
      : [];
    const blocks: Block[] = [
      frame('intake', 'windowClerk', 'received'),
      ...(passed ? [frame('passing', 'windowClerk', 'signed')] : []),
      frame('acceptance', passed ? 'caseOfficer' : 'windowClerk', ...acceptance),
      undertaken ? this.on('acceptance', 'accepted', middle) : middle,
      decision,
      ...(this.once(5)
        ? []
        : [
            this.on('decision', this.once(20) ? 'refuse' : 'grant', frame('certificate', 'certificateClerk', 'issued')),
          ]),
      frame('delivery', 'certificateClerk', 'delivered'),
      ...after,
    ];
    const limitBranches: LimitBranch[] = this.withBranches
      ? [{ id: 'large', title: '大型', when: 'form.amount > 100.0', limits: { promised: workdays(15) } }]
      : [];
    return {
      itemCode: '11210100MB0000086J3210199902000',
      title: '测试事项',
      limits: {
        notice: workdays(5),
        ...(passed && { passing: workdays(2) }),
        ...(undertaken && { afterCheck: workdays(30) }),
        statutory: workdays(20),
        promised: workdays(15),
        delivery: workdays(10),
        extension: null,
      },
      limitBranches,
      form: [{ key: 'amount', title: '数量', type: 'number', required: true, minimum: 0 }],
      materials: [{ id: 'form', title: '申请书', need: 'necessary', source: 'applicant' }],
      body: { type: 'sequence', blocks },
      ladder: defaultLadder,
    };
  }

  /** Once in so many times. */
  private once(times: number): boolean {
    return this.random() * times < 1;
  }

  private choose<T>(from: readonly T[]): T {
    const chosen = from[Math.floor(this.random() * from.length)];
    if (chosen === undefined) throw new Error('expected something to choose from');
    return chosen;
  }

  private next(word: string): string {
    this.count += 1;
    return `${word}${this.count}`;
  }

  private sequence(depth: number): Block {
    const blocks: Block[] = [];
    do blocks.push(this.block(depth));
    while (this.left > 0 && !this.once(3));
    return { type: 'sequence', blocks };
  }

  private block(depth: number): Block {
    const drawn =
      depth === 0 ? 'step' : this.choose(['step', 'step', 'parallel', 'outcome', 'outcome', 'branch', 'form'] as const);
    switch (drawn) {
      case 'step':
        return this.step();
      case 'parallel':
        return {
          type: 'parallel',
          id: this.next('both'),
          branches: [this.sequence(depth - 1), this.sequence(depth - 1)],
        };
      case 'outcome':
        return this.byOutcome(depth - 1);
      case 'branch':
        return this.withBranches
          ? this.choice({ limitBranch: true }, [this.once(20) ? 'none' : 'large'], depth - 1)
          : this.step();
      case 'form':
        return this.byForm(depth - 1);
    }
    return drawn satisfies never;
  }

  private step(): Block {
    this.left -= 1;
    const id = this.next('step');
    const step = this.choose([review, review, visit, experts, hearing])(id, this.once(2));
    this.finished.push(step);
    return { type: 'step', step };
  }

  private byOutcome(depth: number): Block {
    const asked = this.finished.length === 0 ? undefined : this.choose(this.finished);
    if (asked === undefined) return this.step();
    const labels = asked.outcomes.filter(() => this.once(2)).map(({ id }) => id);
    return this.choice({ outcomeOf: asked.id }, labels.length === 0 ? [asked.outcomes[0]?.id ?? 'yes'] : labels, depth);
  }

  private byForm(depth: number): Block {
    const choice = this.choice({ form: true }, ['small', 'large'], depth);
    const whens = ['form.amount < 10.0', 'form.amount >= 10.0'];
    return {
      ...choice,
      cases: choice.cases.map((one, i) => ({ ...one, title: one.label, when: whens[i] ?? 'false' })),
    };
  }

  private choice(on: Choice['on'], labels: readonly string[], depth: number): Choice {
    const cases = labels.map((label) => ({ label, block: this.once(3) ? this.sequence(depth) : this.step() }));
    return { type: 'choice', id: this.next('choice'), on, cases, otherwise: this.once(3) ? this.step() : null };
  }

  /** One decision for all, or one for each of two ways; by mistake one for one way only. */
  private decision(): Block {
    const asked = this.finished[0];
    if (asked === undefined || !this.once(8)) return decided('decision');
    const [label] = asked.outcomes.map(({ id }) => id);
    const otherwise = this.once(3) ? null : decided('decision');
    return { ...this.on(asked.id, label ?? 'yes', decided('quickDecision')), otherwise };
  }

  private on(outcomeOf: string, label: string, block: Block): Choice {
    return { type: 'choice', id: this.next('choice'), on: { outcomeOf }, cases: [{ label, block }], otherwise: null };
  }
}

function frame(
  kind: 'intake' | 'passing' | 'acceptance' | 'certificate' | 'delivery' | 'afterCheck',
  by: Step['by'],
  ...ids: readonly string[]
): Block {
  return { type: 'step', step: { id: kind, kind, title: kind, by, outcomes: ids.map((id) => ({ id, title: id })) } };
}

function decided(id: string): Block {
  const outcomes = ['grant', 'refuse'].map((one) => ({ id: one, title: one }));
  return { type: 'step', step: { id, kind: 'decision', title: id, by: 'approver', limit: workdays(1), outcomes } };
}

const review = (id: string, hasThree: boolean): Step => ({
  id,
  kind: 'review',
  title: id,
  by: 'caseOfficer',
  limit: workdays(1),
  outcomes: hasThree ? outcomesOf('yes', 'again', 'no') : outcomesOf('yes', 'no'),
});
const visit = (id: string, untimed: boolean): Step => ({
  id,
  kind: 'siteInspection',
  title: id,
  by: 'siteInspector',
  ...(untimed
    ? { untimed: { promise: workdays(1), stops: ['promised'], approvedBy: 'sectionChief' } }
    : { limit: workdays(1) }),
  outcomes: outcomesOf('yes', 'no'),
});
const xkf45 = (kind: 'expertReview' | 'hearing'): Pick<Step, 'untimed'> => ({
  untimed: {
    promise: workdays(20),
    stops: ['statutory', 'promised'],
    exclusionBasis: { source: 'xkf45', kind, cite: '行政许可法第四十五条' },
    requiredBy: '行政许可法第四十六条',
    approvedBy: 'deputyHead',
  },
});
const experts = (id: string): Step => ({
  id,
  kind: 'expertReview',
  title: id,
  by: 'caseOfficer',
  ...xkf45('expertReview'),
  outcomes: outcomesOf('yes', 'no'),
});
const hearing = (id: string): Step => ({
  id,
  kind: 'hearing',
  title: id,
  by: 'hearingOfficer',
  ...xkf45('hearing'),
  outcomes: [{ id: 'held', title: '已举行' }],
});

/** The flow of a number, lawful or not. */
export function generatedFlow(seed: number): FlowDefinition {
  return new Draughtsman(seed).draw();
}
