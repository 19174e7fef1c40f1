import i18next from 'i18next';
import { expect, it } from 'vitest';
import { orderArea } from '../../../console/i18n/order.ts';

it('acts whose names are alike say beside each other what tells them apart', async () => {
  await i18next.init({ lng: 'zh-CN', resources: { 'zh-CN': { translation: { order: orderArea } } } });
  // Its words are added to those that are there.
  const { tabTitleOf, whenOf } = await import('../../../console/steps/order-title.ts');
  const titled = (order: string, title: string) => tabTitleOf({ order, title }, null);
  expect([titled('refuseAcceptance', '不予受理'), titled('answerNotNeeded', '不受理')]).toEqual([
    '不予受理',
    '不受理（无需许可）',
  ]);
  const whens = ['refuseAcceptance', 'answerNotNeeded', 'proposeRefusal'].map(whenOf);
  expect(whens.map((when) => /职权.*有关机关|不需要|报请/.exec(when ?? '')?.[0])).toEqual([
    expect.stringContaining('有关机关'),
    '不需要',
    '报请',
  ]);
  expect(whenOf('accept')).toBeNull();
});
