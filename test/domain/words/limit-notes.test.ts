import { describe, expect, test } from 'vitest';
import { itemSeeds } from '../../../db/seed/items/index.ts';
import { guideMistakes, strangeDays } from '../../../domain/flow/guide-limits.ts';
import { limitNotes } from '../../../domain/words/limit-notes.ts';
import { sample, workdays } from '../flow/sample.ts';

const notesOf = (name: string) => {
  const seed = itemSeeds.find(({ item }) => item.name.startsWith(name));
  if (seed === undefined) throw new Error(`no item ${name}`);
  const notes = limitNotes(seed.item.guide, seed.definition);
  return Object.values(notes).map((lines) => lines.map(({ zh }) => zh));
};

describe('what a guide says of limits is made from the flow', () => {
  test.each([
    [
      '取水许可',
      [
        [
          '自受理之日起 45 个工作日；水资源论证报告书专家评审、征求城市建设主管部门意见、听证所需时间不计入法定时限，各有承诺办理时限。',
        ],
        [
          '自受理之日起 20 个工作日；水资源论证报告书专家评审、征求城市建设主管部门意见、现场勘验、听证所需时间不计入承诺时限，各有承诺办理时限。',
        ],
        [
          '水资源论证报告书专家评审 20 个工作日',
          '征求城市建设主管部门意见 5 个工作日',
          '现场勘验 5 个工作日',
          '听证 20 个工作日',
          '城市规划区地下水须征求城市建设主管部门意见',
        ],
      ],
    ],
    [
      '房地产开发企业',
      [
        ['自受理之日起 20 个工作日；经本机关主要负责人批准，可以延长 10 个工作日。'],
        ['自受理之日起 10 个工作日；按告知承诺受理的，当场决定，30 个工作日内事后核查。'],
        [],
      ],
    ],
    [
      '商品房预售',
      [
        ['自受理之日起 20 个工作日；经本机关主要负责人批准，可以延长 10 个工作日。'],
        ['自受理之日起 8 个工作日；窗口收件后 2 个工作日内移交部门，由部门受理。'],
        [],
      ],
    ],
    ['食品经营许可（变更', [['自受理之日起 10 个工作日。'], ['受理之日当日办结。', '材料齐全的，当场办结'], []]],
  ])('%s', (name, notes) => expect(notesOf(name)).toEqual(notes));

  test('of each branch, and in English', () => {
    const { limits } = sample();
    const limitBranches = [{ id: 'big', title: '大型', when: 'true', limits: { promised: workdays(15) } }];
    const { promisedLimitNote } = limitNotes(
      {},
      sample({ limits: { ...limits, countsFrom: 'receipt' }, limitBranches }),
    );
    expect(promisedLimitNote).toEqual([
      {
        zh: '自收到申请之日起 10 个工作日；大型的，15 个工作日；专家评审所需时间不计入承诺时限，各有承诺办理时限。',
        en: '10 working days from the day of receipt; 大型: 15 working days; the time of these does not count, each has a promise of its own: Expert review.',
      },
    ]);
  });

  test('fault C10: words that name other days are shown to nobody', () => {
    const guide = { statutoryLimitNote: '自受理之日起 18 个工作日', promisedLimitNote: '节假日顺延' };
    const { statutoryLimitNote, promisedLimitNote } = limitNotes(guide, sample());
    expect(statutoryLimitNote.map(({ zh }) => zh).join()).not.toContain('18');
    expect(promisedLimitNote.map(({ zh }) => zh)).toContain('节假日顺延');
  });

  test('every demo guide agrees with its flow', () => {
    expect(itemSeeds.flatMap(({ item, definition }) => guideMistakes(item.guide, definition))).toEqual([]);
  });
});

describe('days that a text names', () => {
  test.each([
    ['自受理之日起 18 个工作日', ['18 个工作日']],
    ['十八个工作日内办结，最长三十日', ['十八个工作日', '三十日']],
    ['两个月内，至多１年', ['两个月', '1年']],
    ['自受理之日起二十个工作日，可以延长 10 日', []],
    ['依据第二十条、第 18 条，自 2026年10月1日起施行', []],
    ['法定 20 天；每年 12 月公布', []],
  ])('%s', (text, strange) => expect(strangeDays(text, 'statutoryLimitNote', sample())).toEqual(strange));

  test('an 即办件 of the guide is one of the flow', () => {
    const { limits } = sample();
    const said = (caseType: string, count: number) =>
      guideMistakes(
        { caseType },
        sample({ limits: { ...limits, promised: workdays(count) }, body: sample().body }),
      ).map(({ element }) => element);
    expect(said('即办件', 10)).toEqual(['caseType']);
    expect(said('承诺件', 10)).toEqual([]);
  });
});
