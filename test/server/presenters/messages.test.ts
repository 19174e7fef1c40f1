import { describe, expect, it } from 'vitest';
import type { MessageRow } from '../../../db/views/messages.ts';
import { facts } from '../../../domain/case/facts/index.ts';
import { presentMessage } from '../../../server/presenters/messages.ts';
import { testFlow } from '../../support/flow-fixture.ts';

const row: MessageRow = {
  messageId: 'm',
  caseId: 'c',
  caseNo: 'T1',
  itemCode: testFlow.itemCode,
  itemName: '测试事项',
  departmentId: 'sy-water',
  departmentName: '水务局',
  role: 'caseOfficer',
  kind: 'TaskHandedOver',
  definition: 'd',
  clock: null,
  actorName: '江承文',
  moved: { id: 'wu', name: '江承武' },
  level: null,
  refId: 'review',
  at: 0,
  readAt: null,
};
const said = (change: Partial<MessageRow>, readerId = 'wu', language: 'zh' | 'en' = 'zh') =>
  presentMessage({ ...row, ...change }, { definition: testFlow, readerId, language }).sentence;

describe('a message', () => {
  it('says who moved a task, by the title of the step, and to whom: to oneself as 您', () => {
    expect(said({})).toBe('江承文把“review”转办给您。');
    expect(said({ kind: 'TaskReassigned', actorName: '江科明' }, 'wen')).toBe('江科明把“review”改派给江承武。');
    expect(said({ kind: 'TaskReleased', moved: null, refId: 'review#2' })).toBe(
      '江承文把“review（第 2 轮）”退回待认领。',
    );
    expect(said({}, 'wu', 'en')).toBe('江承文 has handed “review” over to you.');
  });

  it('says how a request was answered, and which clock a warning is of', () => {
    const answered = { moved: null, refId: 'experts', actorName: '江辅仁' };
    expect(said({ ...answered, kind: 'UntimedStepApproved' })).toBe('江辅仁已批准启动“experts”。');
    expect(said({ ...answered, kind: 'UntimedStepDeclined' })).toBe('江辅仁未同意启动“experts”。');
    const warning = { moved: null, kind: 'WarningRaised', level: 'red', actorName: null, refId: 'w' } as const;
    expect(said({ ...warning, clock: 'statutory' })).toBe('红牌：法定时限。');
    expect(said({ ...warning, clock: 'statutory' }, 'wu', 'en')).toMatch(/^Red/);
  });

  it.each(Object.entries(facts).filter(([, { tells }]) => tells !== 'nobody'))(
    'of %s has a sentence in both languages with the same places, each of them known',
    (_kind, { tells }) => {
      if (tells === 'nobody') return;
      const places = (sentence: string) => new Set([...sentence.matchAll(/\{(\w*)\}/g)].map(([, name]) => name));
      expect(places(tells.sentence.en)).toEqual(places(tells.sentence.zh));
      for (const place of places(tells.sentence.zh)) {
        expect(['step', 'actor', 'to', 'clock', 'level']).toContain(place);
      }
    },
  );
});
