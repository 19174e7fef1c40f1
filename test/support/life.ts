import { allowed } from '../../domain/case/allowed.ts';
import type { Allowed } from '../../domain/case/allowed.ts';
import type { Order } from '../../domain/case/acts/index.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { Actor } from '../../domain/people/roles.ts';
import { isRejection } from '../../domain/rejection.ts';
import type { Rejection } from '../../domain/rejection.ts';
import { civil } from './expected-rungs.ts';
import type { Told } from './expected-rungs.ts';
import { goodOrder } from './good-order.ts';
import { day } from './scene.ts';
import type { Scene } from './scene.ts';

const hour = 3_600_000;

/** Looks at a life after one turn of it. */
export type Look = (life: Life, before: CaseState, known: number) => void;

/** A case lived through the public door of the machine, with what the oracle of warnings asks: each fact and the instant it was made at. */
export class Life {
  readonly told: Told[];
  now: number;
  until: number;

  constructor(
    readonly scene: Scene,
    filedAt: number,
  ) {
    this.now = filedAt;
    this.until = filedAt;
    this.told = scene.facts.map((fact) => ({ fact, instant: filedAt }));
  }

  get today(): CivilDate {
    return day(civil(this.now));
  }

  /** One turn, and a look at what it made. */
  turn(look: Look, live: () => void): void {
    const [before, known] = [this.scene.state, this.scene.facts.length];
    live();
    look(this, before, known);
  }

  /** Lets time pass up to now. */
  tick(): void {
    const known = this.scene.facts.length;
    this.until = Math.max(this.scene.state.last, this.now);
    this.scene.pass(this.today, new Date(this.now + 8 * hour).toISOString().slice(11, 16));
    this.keep(known, this.until);
  }

  /** Gives an order now that was received now or before; answers the refusal, if it was refused. */
  give(actor: Actor, order: Order, receivedAt = this.now): Rejection | null {
    const known = this.scene.facts.length;
    const { last } = this.scene.state;
    const latest = Math.max(last, this.now);
    const instant = Math.min(Math.max(receivedAt, last), latest);
    const answer = this.scene.give(this.today, actor, order, { receivedAt, now: this.now });
    if (isRejection(answer)) return answer;
    this.until = latest;
    this.keep(known, instant);
    return null;
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

  private keep(known: number, instant: number): void {
    this.told.push(...this.scene.facts.slice(known).map((fact) => ({ fact, instant })));
  }
}
