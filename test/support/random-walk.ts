import { allowed } from '../../domain/case/allowed.ts';
import type { Allowed } from '../../domain/case/allowed.ts';
import type { Order, OrderType } from '../../domain/case/acts/index.ts';
import { orderTypes } from '../../domain/case/acts/index.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { roleNames } from '../../domain/people/roles.ts';
import type { Actor, Role } from '../../domain/people/roles.ts';
import { isRejection } from '../../domain/rejection.ts';
import type { Rejection } from '../../domain/rejection.ts';
import type { Told } from './expected-rungs.ts';
import { civil } from './expected-rungs.ts';
import { testFlow } from './flow-fixture.ts';
import { goodOrder } from './good-order.ts';
import { seededRandom } from './random-clock.ts';
import { Scene, at, day, person } from './scene.ts';

const starts = [
  '2019-09-20',
  '2020-01-10',
  '2022-12-20',
  '2024-09-05',
  '2025-01-15',
  '2026-02-05',
  '2026-04-20',
  '2026-09-10',
];
const hour = 3_600_000;
const workers = [
  'windowClerk',
  'caseOfficer',
  'approver',
  'certificateClerk',
  'siteInspector',
  'hearingOfficer',
  'sectionChief',
  'deputyHead',
  'agencyHead',
] as const;

/** Who works on a case: one of each post, and two colleagues who hold all of them and take what is handed over. */
const desk: readonly Actor[] = [
  ...workers.map((role) => person(role)),
  ...['colleague0', 'colleague1'].map((id) => ({ id, posts: workers.flatMap((role) => person(role).posts) })),
];

/** A second flow: natural days in the promise and rungs of every form on every clock, also past the due date. */
export const wideFlow: FlowDefinition = {
  ...testFlow,
  limits: { ...testFlow.limits, promised: { ...testFlow.limits.promised, count: 25, unit: 'calendarDay' } },
  ladder: (['notice', 'statutory', 'promised', 'step', 'promise', 'delivery'] as const).flatMap((clock) =>
    ([{ percent: 50 }, { before: 2 }, { due: true }, { lapsed: true }, { after: 3 }] as const).map((when, index) => ({
      id: `${clock}-${index}`,
      clock,
      at: when,
      level: 'yellow' as const,
      to: ['caseOfficer' as const],
    })),
  ),
};

/** One case lived through at random: by turns time passes, people give sensible orders, and anybody orders anything. */
export class Walk {
  readonly scene: Scene;
  readonly told: Told[];
  now: number;
  until: number;
  private readonly random: () => number;

  constructor(readonly seed: number) {
    this.random = seededRandom(seed);
    const filedOn = civil(at(starts[this.choose(starts.length)] ?? '', '00:00') + this.choose(20) * 24 * hour);
    const receivedOn = civil(at(filedOn, '00:00') - (this.choose(3) === 0 ? this.choose(25) * 24 * hour : 0));
    this.scene = new Scene(filedOn, { receivedOn: day(receivedOn) }, this.choose(2) === 0 ? testFlow : wideFlow);
    this.now = at(filedOn);
    this.until = this.now;
    this.told = this.scene.facts.map((fact) => ({ fact, instant: this.now }));
  }

  choose = (n: number): number => Math.floor(this.random() * n);

  get today() {
    return day(civil(this.now));
  }

  /** One turn; answers the order given, if one was. */
  step(): void {
    this.now += this.choose(3) === 0 ? this.choose(5 * 24) * hour : this.choose(24) * hour;
    if (this.choose(4) === 0) return this.tick();
    const [actor, order] = this.choose(3) === 0 ? this.wild() : this.sensible();
    this.order(actor, order);
  }

  /** Lets time pass up to now. */
  tick(): void {
    const known = this.scene.facts.length;
    this.until = Math.max(this.scene.state.last, this.now);
    this.scene.pass(this.today, new Date(this.now + 8 * hour).toISOString().slice(11, 16));
    this.keep(known, this.until);
  }

  /** What a person is offered, and how the machine answers a good payload of it at the same instant. */
  offers(actor: Actor): { offer: Allowed; answer: Rejection | null }[] {
    const { world, state } = this.scene;
    return allowed({ world, state, actor, today: this.today }).map((offer) => {
      const order = goodOrder({ world, state, actor, today: this.today, choose: () => 0 }, offer.order, offer.stepId);
      const answer = this.scene.tryOut(this.now, actor, order);
      return { offer, answer: isRejection(answer) ? answer : null };
    });
  }

  anybody(): Actor {
    const role = roleNames[this.choose(roleNames.length)] ?? 'supervisor';
    return this.choose(4) === 0 ? twoPosts(role) : person(role, `${role}${this.choose(2)}`);
  }

  private order(actor: Actor, order: Order): void {
    const known = this.scene.facts.length;
    const receivedAt = this.now - (this.choose(3) === 0 ? this.choose(60) * hour : 0);
    const { last } = this.scene.state;
    const latest = Math.max(last, this.now);
    const instant = Math.min(Math.max(receivedAt, last), latest);
    const answer = this.scene.give(this.today, actor, order, { receivedAt, now: this.now });
    if (isRejection(answer)) return;
    this.until = latest;
    this.keep(known, instant);
  }

  private keep(known: number, instant: number): void {
    this.told.push(...this.scene.facts.slice(known).map((fact) => ({ fact, instant })));
  }

  /** Something a worker is offered; a withdrawal or a refusal of acceptance only now and then. */
  private sensible(): [Actor, Order] {
    const { world, state } = this.scene;
    const from = this.choose(desk.length);
    for (let turn = 0; turn < desk.length; turn += 1) {
      const actor = desk[(from + turn) % desk.length] ?? person('windowClerk');
      const free = allowed({ world, state, actor, today: this.today }).filter(
        ({ order, refusedBecause }) => !refusedBecause && (!rare.has(order) || this.choose(25) === 0),
      );
      const offer = free[this.choose(free.length)];
      if (offer)
        return [
          actor,
          goodOrder({ ...this.scene, actor, today: this.today, choose: this.choose }, offer.order, offer.stepId),
        ];
    }
    return this.wild();
  }

  private wild(): [Actor, Order] {
    const type = orderTypes[this.choose(orderTypes.length)] ?? 'withdraw';
    if (rare.has(type) && this.choose(10) > 0) return this.wild();
    const steps = [...this.scene.world.plan.steps.map((step) => step.id), 'nowhere'];
    const order = goodOrder(
      { ...this.scene, today: this.today, choose: this.choose },
      type,
      steps[this.choose(steps.length)] ?? null,
    );
    return [this.anybody(), this.choose(2) === 0 ? order : this.spoil(order)];
  }

  private spoil(order: Order): Order {
    const odd = day(civil(this.now + (this.choose(60) - 30) * 24 * hour));
    const changes = {
      outcome: 'odd',
      count: this.choose(30) - 5,
      experts: ['x'],
      inspectors: ['i', 'i'],
      presider: 'caseOfficer',
    };
    const dates = { heldOn: odd, servedOn: odd, validFrom: odd };
    const known = Object.entries({ ...changes, ...dates, record: '', warningId: 'odd' }).filter(
      ([key]) => key in order,
    );
    return { ...order, ...Object.fromEntries(known) };
  }
}

const rare = new Set<OrderType>([
  'withdraw',
  'refuseAcceptance',
  'changeContact',
  'remind',
  'declineExtension',
  'claimTask',
  'releaseTask',
  'handOverTask',
  'reassignTask',
]);

function twoPosts(role: Role): Actor {
  return { id: 'both', posts: [...person(role).posts, ...person('caseOfficer').posts] };
}
