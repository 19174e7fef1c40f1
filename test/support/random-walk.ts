import { allowed } from '../../domain/case/allowed.ts';
import { orderTypes } from '../../domain/case/acts/index.ts';
import type { Order, OrderType } from '../../domain/case/acts/index.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { applicantActor } from '../../domain/people/applicant.ts';
import { roleNames } from '../../domain/people/roles.ts';
import type { Actor, Role } from '../../domain/people/roles.ts';
import { systemActor } from '../../domain/people/system.ts';
import { civil } from './expected-rungs.ts';
import { testFlow } from './flow-fixture.ts';
import { goodOrder } from './good-order.ts';
import { Life } from './life.ts';
import { passedOn } from './passing-flow.ts';
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

const yellow = { level: 'yellow', to: ['caseOfficer'] } as const;

/** A second flow: natural days in the promise, rungs of every form on every clock, also past the due date, and one for extended limits only. */
export const wideFlow: FlowDefinition = {
  ...testFlow,
  limits: {
    ...testFlow.limits,
    promised: { ...testFlow.limits.promised, count: 25, unit: 'calendarDay' },
    promisedNotice: { ...testFlow.limits.notice, count: 2 },
    supplement: { ...testFlow.limits.notice, count: 8, unit: 'calendarDay' },
  },
  ladder: [
    ...(
      [
        'notice',
        'promisedNotice',
        'passing',
        'supplement',
        'deferral',
        'statutory',
        'promised',
        'step',
        'start',
        'promise',
        'delivery',
        'afterCheck',
      ] as const
    ).flatMap((clock) =>
      ([{ percent: 50 }, { before: 2 }, { due: true }, { lapsed: true }, { after: 3 }] as const).map((at, index) => ({
        id: `${clock}-${index}`,
        clock,
        at,
        ...yellow,
      })),
    ),
    { id: 'statutory-long', clock: 'statutory', at: { percent: 90 }, ifLimitAtLeast: 25, ...yellow },
  ],
};

const broughtWithout = (missing: readonly string[]) =>
  testFlow.materials.map(({ id }) => ({ id, sha256: null, received: !missing.includes(id) }));

/** One case lived through at random: by turns time passes, people give sensible orders, and anybody orders anything. */
export class Walk extends Life {
  readonly choose: (n: number) => number;

  constructor(seed: number) {
    const random = seededRandom(seed);
    const choose = (n: number): number => Math.floor(random() * n);
    const filedOn = civil(at(starts[choose(starts.length)] ?? '', '00:00') + choose(20) * 24 * hour);
    const receivedOn = civil(at(filedOn, '00:00') - (choose(3) === 0 ? choose(25) * 24 * hour : 0));
    const scene = new Scene(
      filedOn,
      {
        receivedOn: day(receivedOn),
        evidence: 'e',
        materials: broughtWithout(choose(3) === 0 ? ['plan', 'proof'] : ['plan']),
      },
      [testFlow, wideFlow, passedOn(wideFlow)][choose(3)],
    );
    super(scene, at(filedOn));
    this.choose = choose;
  }

  /** One turn; what came of it is in the scene. */
  step(): void {
    this.now += this.choose(3) === 0 ? this.choose(5 * 24) * hour : this.choose(24) * hour;
    if (this.choose(4) === 0) return this.tick();
    const [actor, order] = this.choose(3) === 0 ? this.wild() : this.sensible();
    this.give(actor, order, this.now - (this.choose(3) === 0 ? this.choose(60) * hour : 0));
  }

  anybody(): Actor {
    const role = roleNames[this.choose(roleNames.length)] ?? 'supervisor';
    return this.choose(4) === 0 ? twoPosts(role) : person(role, `${role}${this.choose(2)}`);
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
    const actor = type === 'adoptCalendar' ? systemActor : byApplicant.has(type) ? applicantActor : this.anybody();
    return [actor, this.choose(2) === 0 ? order : this.spoil(order)];
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

const byApplicant = new Set<OrderType>(['reportSupplied', 'askWithdrawal']);

const rare = new Set<OrderType>([
  'withdraw',
  'askSupplement',
  'lapseSupplement',
  'lapseDeferral',
  'acceptUndertaking',
  'replaceCertificates',
  'refuseAcceptance',
  'answerNotNeeded',
  'waiveHearing',
  'changeContact',
  'remind',
  'declineUntimedStep',
  'declineExtension',
  'claimTask',
  'releaseTask',
  'handOverTask',
  'reassignTask',
]);

function twoPosts(role: Role): Actor {
  return { id: 'both', posts: [...person(role).posts, ...person('caseOfficer').posts] };
}
