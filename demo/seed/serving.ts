import { act, posted } from './courses.ts';
import type { Act, CaseFile } from './courses.ts';

const stepId = 'delivery';

/** 通知领取. */
export const toldToCollect = (after: number): Act =>
  act(
    after,
    'certificateClerk',
    'tellToCollect',
    { stepId, collectAt: '沈阳市政务服务中心一楼出件窗口' },
    (toldOn) => ({
      toldOn,
    }),
  );

/** Posted, and back again some days later. */
export const cameBack = (file: CaseFile): readonly Act[] => [
  posted(1, file),
  act(3, 'certificateClerk', 'postReturned', { stepId, reason: '收件人迁移新址，无法投递。' }, (returnedOn) => ({
    returnedOn,
  })),
];

/** Came back, nobody at the address, and announced. */
export const announced = (file: CaseFile): readonly Act[] => [
  ...cameBack(file),
  act(1, 'certificateClerk', 'serveFailed', { stepId, reason: '住所无人，邻居不知其去向。' }, (triedOn) => ({
    triedOn,
  })),
  act(
    1,
    'certificateClerk',
    'announce',
    { stepId, announcedIn: '本机关门户网站、政务服务中心公告栏' },
    (announcedOn) => ({
      announcedOn,
    }),
  ),
];
