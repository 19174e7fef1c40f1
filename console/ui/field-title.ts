import i18next from 'i18next';
import type { ParseKeys, TFunction } from 'i18next';
import type { FieldError } from '../../contract/problem.ts';
import { pathOf } from '../problem-error.ts';
import { labelled } from '../i18n/said.ts';

/** Titles of what people fill in, by its place in a body without the numbers in it; the last name alone stands for any place. */
const titles: Readonly<Record<string, string>> = {
  applicant: 'clerk.party',
  agent: 'clerk.agent',
  contact: 'clerk.contact',
  'contact/name': 'clerk.contactName',
  'applicant/name': 'clerk.partyName',
  'agent/name': 'clerk.partyName',
  materials: 'clerk.materials',
  kind: 'clerk.partyKind',
  idType: 'clerk.idType',
  idNo: 'clerk.idNo',
  phone: 'clerk.phone',
  address: 'clerk.address',
  eDelivery: 'clerk.eDelivery',
  channel: 'clerk.channel',
  receivedOn: 'clerk.receivedOn',
  evidence: 'clerk.evidence',
  queueNo: 'clerk.queueNo',
  itemCode: 'clerk.item',
  form: 'clerk.form',
  caseNo: 'clerk.caseNo',
  find: 'clerk.find',
  receivedFrom: 'clerk.receivedFrom',
  receivedTo: 'clerk.receivedTo',
  light: 'clerk.light',
  matter: 'clerk.matter',
  sort: 'clerk.sort',
  phase: 'supervision.nextAction',
  answer: 'supervision.acknowledged',
  unread: 'frame.state',
  posts: 'frame.posts',
  role: 'frame.role',
  departmentId: 'frame.department',
  login: 'frame.login',
  password: 'frame.password',
  current: 'frame.currentPassword',
  next: 'frame.nextPassword',
  title: 'frame.tokenTitle',
  days: 'frame.days',
  from: 'audit.from',
  to: 'audit.to',
  who: 'audit.login',
};

/** The titles of a place, from the outer to the inner, such as 委托代理人 and 证件号码. Empty where none is known: no one reads a path. */
export function titlesOf(pointer: string): readonly string[] {
  const path = pathOf(pointer)
    .filter((part) => typeof part === 'string')
    .filter((part) => part !== 'query');
  return path.flatMap((name, depth) => {
    const known = titles[path.slice(0, depth + 1).join('/')] ?? titles[name];
    if (known !== undefined) return [known];
    return path.length === 1 && i18next.exists(`order.${name}`) ? [`order.${name}`] : [];
  });
}

/** What a page says itself of some mistakes of a query: the API names the values of a choice by their keys, which no page shows. */
const own: Readonly<Record<string, ParseKeys>> = {
  enum: 'frame.noSuchChoice',
  const: 'frame.noSuchChoice',
  'days-reversed': 'frame.daysReversed',
};

/** One mistake of a refusal as a clerk reads it: the title of its field where that has one, and what is wrong. */
export function mistakeText(t: TFunction, { pointer, code, message }: FieldError): string {
  const names = titlesOf(pointer).map((key) => t(key as ParseKeys));
  const said = pointer.startsWith('/query/') ? own[code] : undefined;
  const wrong = said === undefined ? message : t(said);
  return names.length === 0 ? wrong : labelled(names.join(' '), wrong);
}
