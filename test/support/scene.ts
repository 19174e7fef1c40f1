import { nationalCalendar } from '../../domain/clock/calendar.ts';
import { startOfDay } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { dueOnOf } from '../../domain/case/clocks.ts';
import type { Fact, FactOf, FactType } from '../../domain/case/facts/index.ts';
import type { Filing } from '../../domain/case/filing.ts';
import { currentRules, fileCase, makeWorld, submit, tick } from '../../domain/case/machine.ts';
import type { Stepped } from '../../domain/case/machine.ts';
import type { Order } from '../../domain/case/acts/index.ts';
import type { Submission } from '../../domain/case/submission.ts';
import type { CaseState, ClockState, StepState, World } from '../../domain/case/state.ts';
import { compilePlan } from '../../domain/flow/compile.ts';
import type { Actor, Role } from '../../domain/people/roles.ts';
import { isRejection } from '../../domain/rejection.ts';
import type { Rejection, RejectionCode } from '../../domain/rejection.ts';
import { namedIn } from '../../server/order-texts.ts';
import { testFlow } from './flow-fixture.ts';
import { handedOut } from './good-order.ts';

export const day = (text: string): CivilDate => text as CivilDate;
export const caseId = '0192f000-0000-7000-8000-000000000001';
const department = { departmentId: 'sy-water', regionCode: '210100' };

/** Wall-clock ms of a local time on a civil day. */
export function at(date: string, time = '10:00'): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return startOfDay(day(date)) + (hours * 60 + minutes) * 60_000;
}

/** A person with one post in the test department; supervisors sit at the province. */
export function person(role: Role, id: string = role): Actor {
  const watches = role === 'supervisor' || role === 'supervisionLead';
  const where = watches ? { departmentId: 'ln-supervision', regionCode: '210000' } : department;
  return { id, posts: [{ role, ...where }] };
}

const told = ['clock', 'stepId', 'rung', 'code', 'outcome', 'result', 'count'] as const;
const dated = ['startedOn', 'from', 'to', 'endedOn', 'dueOn', 'heldOn', 'servedOn', 'on'] as const;

const working = [
  'windowClerk',
  'caseOfficer',
  'siteInspector',
  'hearingOfficer',
  'approver',
  'certificateClerk',
] as const;

/**
 * Everybody an order names, found by the door: colleagues of the department who may do all of its work;
 * but `nobody` does not exist, and `stranger` holds no post.
 */
export function peopleOf(order: Order): readonly Actor[] {
  const posts = working.map((role) => ({ role, ...department }));
  const found = namedIn(order).filter((id) => id !== 'nobody');
  return found.map((id) => ({ id, posts: id === 'stranger' ? [] : posts }));
}

/** A clerk says on which day the experts of an untimed step ended; where a test does not, it is the day of the entry. */
function entered(order: Order, date: string, { steps }: CaseState): Order {
  if (order.type !== 'finishExpertReview' || order.heldOn !== undefined) return order;
  const isTimed = steps.some(({ id, phase }) => id === order.stepId && phase === null);
  return isTimed ? order : { ...order, heldOn: day(date) };
}

/** One line a fact: its type, what it is about, and its civil days. */
export function lineOf({ body }: Fact): string {
  const fields = new Map<string, unknown>(Object.entries(body));
  const parts = [...told, ...dated].map((key) =>
    fields.get(key) === null && key === 'dueOn' ? 'none' : fields.get(key),
  );
  return [body.type, ...parts.filter((part) => typeof part === 'string' || typeof part === 'number')].join(' ');
}

/** A case played through the public door of the machine: dates are Shanghai days, times Shanghai times. */
export class Scene {
  world: World;
  state: CaseState;
  facts: Fact[];
  private count = 0;

  constructor(filedOn: string, change: Partial<Filing> = {}, definition = testFlow, calendar = nationalCalendar()) {
    this.world = makeWorld(compilePlan(definition, change.branch ?? null), calendar);
    const filing: Filing = {
      caseNo: 'T1',
      itemCode: definition.itemCode,
      definition: this.world.plan.sha256,
      branch: null,
      branchEvidence: null,
      ...department,
      calendar: calendar.revision,
      channel: 'window',
      receivedOn: day(filedOn),
      applicant: 'a',
      agent: null,
      contact: 'c',
      address: 'd',
      eDelivery: false,
      form: 'f',
      materials: definition.materials.map(({ id }) => ({ id, sha256: null, received: id !== 'plan' })),
      ...change,
    };
    const stepped = fileCase(this.world, {
      caseId,
      filing,
      requestId: 'filing',
      actorId: 'windowClerk',
      receivedAt: at(filedOn),
      businessClock: { version: 0, offset: 0 },
      rules: currentRules,
    });
    if (isRejection(stepped)) throw new Error(stepped.detail);
    this.state = stepped.state;
    this.facts = [...stepped.facts];
  }

  /** Gives an order at 10:00 of a day; answers the new facts or the refusal. */
  give(
    date: string,
    actor: Actor,
    order: Order,
    more: Partial<Submission> & { now?: number } = {},
  ): readonly Fact[] | Rejection {
    const { now = at(date), ...rest } = more;
    this.count += 1;
    const stepped = submit(
      this.world,
      this.state,
      { ...this.submission(actor, entered(order, date, this.state), at(date)), ...rest },
      now,
    );
    return isRejection(stepped) ? stepped : this.take(stepped);
  }

  /** How the machine would answer an order received now (wall-clock ms); the case stays as it is. */
  tryOut(now: number, actor: Actor, order: Order, people = peopleOf(order)): Stepped | Rejection {
    return submit(this.world, this.state, { ...this.submission(actor, order, now), people }, now);
  }

  private submission(actor: Actor, order: Order, receivedAt: number): Submission {
    return {
      opId: `op${this.count}`,
      order,
      actor,
      people: peopleOf(order),
      receivedAt,
      ackSeq: this.state.seq,
      ackHash: this.state.hash,
      rules: currentRules,
      businessClock: { version: 0, offset: 0 },
      // The gateway sends the newest calendar with it; here its days are the same under each number.
      ...(order.type === 'adoptCalendar' && { calendar: { ...nationalCalendar(), revision: order.revision } }),
    };
  }

  /** Gives an order that must be accepted. */
  must(date: string, role: Role, order: Order): readonly Fact[] {
    const answer = this.give(date, person(role), order);
    if (isRejection(answer)) throw new Error(`${answer.code}: ${answer.detail}`);
    return answer;
  }

  /** Gives an order that must be refused; answers the code. */
  refused(date: string, who: Role | Actor, order: Order): RejectionCode {
    const answer = this.give(date, typeof who === 'string' ? person(who) : who, order);
    if (!isRejection(answer)) throw new Error(`${order.type} was accepted`);
    return answer.code;
  }

  /** Lets time pass up to an instant. */
  pass(date: string, time = '00:30'): readonly Fact[] {
    return this.take(tick(this.world, this.state, at(date, time)));
  }

  /** All facts of one type so far. */
  all<T extends FactType>(type: T): FactOf<T>[] {
    return this.facts.map((fact) => fact.body).filter((body): body is FactOf<T> => body.type === type);
  }

  /** What people were last told of a clock. */
  told(clock: string): CivilDate | null | undefined {
    return this.all('DeadlineSet').findLast((fact) => fact.clock === clock)?.dueOn;
  }

  /** Intake and acceptance on one day. */
  accepted(date: string): this {
    this.must(date, 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    this.must(date, 'windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: '受1' });
    return this;
  }

  /** Intake, acceptance and a review with an outcome, all on one day. */
  reviewed(date: string, outcome = 'pass'): this {
    this.accepted(date).must(date, 'caseOfficer', { type: 'finishReview', stepId: 'review', outcome, opinion: 'o' });
    return this;
  }

  /** All on one day up to a decision, without an untimed step. */
  decided(date: string, outcome: 'grant' | 'refuse' = 'grant'): this {
    const words = outcome === 'refuse' ? { reasons: 'r', remedy: 'm' } : {};
    this.reviewed(date, 'plain').must(date, 'approver', {
      type: 'makeDecision',
      stepId: 'decision',
      outcome,
      documentNo: '决1',
      ...words,
    });
    return this;
  }

  /** Granted on an undertaking, and served, all on one day; or served on a later one. */
  undertaken(date: string, servedOn: string = date): this {
    const paper = { documentNo: '受1', undertakingNo: '诺1', undertakenOn: day(date), undertaking: 'u' } as const;
    const grant = { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' } as const;
    const certificate = { certificateNo: '证1', validFrom: day(date), validUntil: null } as const;
    this.must(date, 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    this.must(date, 'windowClerk', { type: 'acceptUndertaking', stepId: 'acceptance', credit: 'clear', ...paper });
    this.must(date, 'approver', grant);
    this.must(date, 'certificateClerk', { type: 'issueCertificate', stepId: 'certificate', ...certificate });
    const service = { ...handedOut, servedOn: day(servedOn) } as const;
    this.must(servedOn, 'certificateClerk', { type: 'deliver', stepId: 'delivery', ...service });
    return this;
  }

  /** The clock with this id, running or ended. */
  clock(id: string): ClockState {
    const clock = this.state.clocks.find((one) => one.id === id);
    if (!clock) throw new Error(`there is no clock ${id}`);
    return clock;
  }

  /** The due date of a clock as it stands. */
  dueOn(id: string): CivilDate | null {
    return dueOnOf(this.world, this.clock(id));
  }

  /** The step with this id. */
  step(id: string): StepState {
    const step = this.state.steps.find((one) => one.id === id);
    if (!step) throw new Error(`step ${id} was never opened`);
    return step;
  }

  /** Warnings so far as `rung date`, in the order of the journal. */
  raised(clock?: string): string[] {
    const raised = this.all('WarningRaised').filter((fact) => clock === undefined || fact.clock === clock);
    return raised.map((fact) => `${fact.rung} ${fact.on}`);
  }

  /** Findings so far as `code clock`. */
  findings(): string[] {
    return this.all('FindingRecorded').map((fact) => `${fact.code} ${fact.clock}`);
  }

  /** Requests, approves, notifies and starts an untimed step on one day. */
  started(date: string, stepId: string, role: Role, approver: Role = 'sectionChief'): this {
    this.must(date, role, { type: 'requestUntimedStep', stepId, reason: 'r' });
    this.must(date, approver, { type: 'approveUntimedStep', stepId });
    this.must(date, role, { type: 'recordNotice', stepId, documentNo: '告1', servedOn: day(date) });
    this.must(date, role, { type: 'startUntimedStep', stepId });
    return this;
  }

  private take(stepped: Stepped): readonly Fact[] {
    this.world = stepped.world;
    this.state = stepped.state;
    this.facts.push(...stepped.facts);
    return stepped.facts;
  }
}
