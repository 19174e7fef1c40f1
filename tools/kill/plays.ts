import { v5 } from 'uuid';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { orderTypes } from '../../domain/case/acts/index.ts';
import { numberField } from '../../domain/numbers/papers.ts';
import type { Role } from '../../domain/people/roles.ts';
import { people } from '../../db/seed/people.ts';
import type { PersonSeed } from '../../db/seed/people.ts';
import { demoCases } from '../../demo/seed/cases.ts';
import type { DemoCase } from '../../demo/seed/demo-case.ts';
import { filingBody } from '../../demo/seed/filings.ts';
import type { Chance } from './chance.ts';

/** A case that is being walked along the acts of a demo case; `next` is the act that comes. */
export interface Play {
  readonly caseId: string;
  readonly demo: DemoCase;
  next: number;
  /** Operations that were answered for good, to be repeated. */
  readonly past: Write[];
}

/** One write: by whom, where, what. `caseId` null: a filing. */
export interface Write {
  readonly key: string;
  readonly role: Role;
  readonly departmentId: string;
  readonly caseId: string | null;
  readonly order: string;
  readonly body: string;
}

const keyNamespace = '0d1b6f0e-2f5d-5b7a-8a3c-9f8e7d6c5b4a';
const span = 40;
/** The applicants' telephone numbers have room for so many. */
const applicants = 8_000;

/** Writes the operations of a campaign; keys follow from the seed and a count. */
export interface Author {
  /** A new case of any item, with the acts it will go through. */
  readonly filing: () => { readonly write: Write; readonly demo: DemoCase };
  /** The act that comes; null when the play is over. */
  readonly act: (play: Play) => Write | null;
  /** Something that must be refused: an act out of turn, or by somebody who may not. */
  readonly wrong: (play: Play) => Write;
  /** New contact data: may be given at any time while the case is open. */
  readonly contact: (play: Play) => Write;
  /** Something about who holds the task of the step that comes, by who would act on it or the section chief. */
  readonly task: (play: Play) => Write;
  /** The section chief gives the task of the step that comes to who would act on it anyway. */
  readonly taskBack: (play: Play) => Write;
}

/** What an author writes with; `idOf` is the person who holds a post and acts here, `otherOf` one who holds it too. */
export interface AuthorTools {
  readonly seed: number;
  readonly chance: Chance;
  readonly today: () => CivilDate;
  readonly idOf: (role: Role, departmentId: string) => string;
  readonly otherOf: (role: Role, departmentId: string) => string | undefined;
}

/** The author of one campaign. Each act falls on the day it is written: the law's minimum waits are none of these items'. */
export function authorOf(tools: AuthorTools): Author {
  const { seed, chance, today } = tools;
  const demos = demoCases(span).filter(({ acts, waits }) => acts.length > 0 && waits !== true);
  let count = 0;
  const write = (o: Omit<Write, 'key' | 'body'> & { body: Record<string, unknown> }): Write => {
    count += 1;
    return { ...o, key: v5(`${seed}/${count}`, keyNamespace), body: JSON.stringify(o.body) };
  };
  const order = (play: Play, role: Role, given: Record<string, unknown>): Write => {
    const { departmentId } = play.demo.seed.item;
    const body = unnumbered(given);
    return write({ role, departmentId, caseId: play.caseId, order: String(body['type']), body });
  };
  const contact = (play: Play): Write =>
    order(play, 'windowClerk', {
      type: 'changeContact',
      contact: { name: '新联系人', phone: `1380000${String(1_000 + (count % applicants))}` },
      address: `沈阳市和平区青年大街${count}号`,
      eDelivery: chance.yes(0.5),
    });
  const move = (play: Play, chosen: Move | undefined): Write =>
    chosen === undefined ? contact(play) : order(play, ...chosen);
  return {
    filing: () => {
      const demo = chance.pick(demos);
      if (demo === undefined) throw new Error('expected demo cases, but there are none');
      const { departmentId } = demo.seed.item;
      const body = filingBody(demo.seed, { ...demo, index: count, receivedOn: today() });
      return { demo, write: write({ role: 'windowClerk', departmentId, caseId: null, order: 'file', body }) };
    },
    act: (play) => {
      const act = play.demo.acts[play.next];
      return act === undefined ? null : order(play, act.role, act.order(today()));
    },
    wrong: (play) => {
      const later = play.demo.acts[play.next + 2 + chance.below(3)];
      if (later !== undefined && chance.yes(0.5)) return order(play, later.role, later.order(today()));
      return order(play, 'windowClerk', { type: 'approveExtension', documentNo: `延〔2026〕${count}号` });
    },
    contact,
    task: (play) => move(play, chance.pick(movesOf(play, tools))),
    taskBack: (play) => move(play, movesOf(play, tools)[0]),
  };
}

type Move = readonly [Role, Record<string, unknown>];

/** How the task of the step that comes may move, first to who would act on it anyway; empty where there is none. */
function movesOf({ demo, next }: Play, { today, idOf, otherOf }: AuthorTools): readonly Move[] {
  const act = demo.acts[next];
  const stepId = act?.order(today())['stepId'];
  if (act === undefined || stepId === undefined) return [];
  const { role } = act;
  const { departmentId } = demo.seed.item;
  const other = otherOf(role, departmentId);
  return [
    ['sectionChief', { type: 'reassignTask', stepId, to: idOf(role, departmentId), reason: '由其办理' }],
    [role, { type: 'claimTask', stepId }],
    [role, { type: 'releaseTask', stepId, reason: '交回本岗位' }],
    ...(other === undefined
      ? []
      : [[role, { type: 'handOverTask', stepId, to: other, reason: '外出学习，请接办' }] as const]),
  ];
}

/** Somebody else of the demo people who holds a post; undefined: nobody does. */
export function otherAt(role: Role, departmentId: string, id: string): string | undefined {
  const holds = ({ posts }: PersonSeed): boolean =>
    posts.some((post) => post.role === role && post.departmentId === departmentId);
  return people.find((person) => person.id !== id && holds(person))?.id;
}

/** The order without a number: the register gives each (`numbers.ts` puts patterns in force). */
function unnumbered(body: Record<string, unknown>): Record<string, unknown> {
  const type = orderTypes.find((one) => one === body['type']);
  const field = type === undefined ? null : numberField(type);
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== field));
}
