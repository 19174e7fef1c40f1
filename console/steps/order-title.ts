import i18next from 'i18next';
import { said } from '../i18n/said.ts';
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
