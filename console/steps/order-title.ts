import i18next from 'i18next';
import type { ParseKeys } from 'i18next';
import { bracketed, said } from '../i18n/said.ts';
import type { StepData } from './case-data.ts';
import type { Offer } from './offers.ts';
import './texts.ts';

/** Acts around a special procedure say which one: 启动特别程序（专家评审）. */
const ofProcedure: readonly string[] = [
  'requestUntimedStep',
  'approveUntimedStep',
  'declineUntimedStep',
  'startUntimedStep',
];

/** What an act is called on its step. */
export function titleOf({ order, title }: Pick<Offer, 'order' | 'title'>, step: StepData | null): string {
  const word = said('order', order, title);
  return step !== null && ofProcedure.includes(order)
    ? i18next.t('order.ofStep', { title: word, step: step.title })
    : word;
}

/** When acts are given whose names are alike. */
const whens: Readonly<Partial<Record<string, ParseKeys>>> = {
  refuseAcceptance: 'order.whenRefused',
  answerNotNeeded: 'order.whenNotNeeded',
  proposeRefusal: 'order.whenProposed',
};

/** When an act is given, of those that are easily taken for each other. */
export function whenOf(order: string): string | null {
  const when = whens[order];
  return when === undefined ? null : i18next.t(when);
}

/** What an act is called among the others of its step: 不受理 stands beside 不予受理. The row of tabs has room for one word more, not for three. */
export function tabTitleOf(offer: Pick<Offer, 'order' | 'title'>, step: StepData | null): string {
  const title = titleOf(offer, step);
  return offer.order === 'answerNotNeeded' ? `${title}${bracketed(i18next.t('order.noPermitNeeded'))}` : title;
}
