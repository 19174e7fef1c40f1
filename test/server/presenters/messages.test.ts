import { describe, expect, it } from 'vitest';
import type { MessageRow } from '../../../db/views/messages.ts';
import type { FactBody } from '../../../domain/case/facts/index.ts';
import { presentMessage, wordsIn } from '../../../server/presenters/messages.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { digestOf } from '../../support/driven-case.ts';
import { uuidOf } from '../../support/played-case.ts';
import { person } from '../../support/scene.ts';

const [wen, wu, furen] = [uuidOf('wen'), uuidOf('wu'), uuidOf('furen')];
const reason = digestOf('外出学习');
const words = {
  people: { [wen]: '江承文', [wu]: '江承武', [furen]: '江辅仁' },
  texts: { [reason]: '外出学习' },
};
const rowOf = (body: FactBody, actorId: string | null): MessageRow => ({
  messageId: 'm',
  caseId: 'c',
  caseNo: 'T1',
  itemCode: testFlow.itemCode,
  itemName: '测试事项',
  departmentId: 'sy-water',
  departmentName: '水务局',
  role: null,
  kind: body.type,
  definition: 'd',
  body,
  actorId,
  unit: 'workday',
  level: null,
  refId: 'review',
  at: 0,
  readAt: null,
});
const said = (body: FactBody, actorId: string | null, reader = person('caseOfficer')) => {
  const { actorName, sentence } = presentMessage(rowOf(body, actorId), { definition: testFlow, words, reader });
  return [actorName, sentence.zh];
};
const handedOver: FactBody = {
  type: 'TaskHandedOver',
  stepId: 'review',
  taskId: 'review',
  from: wen,
  to: wu,
  reason,
};

describe('a message', () => {
  it('says who did what to whom, by the title of the step, and why', () => {
    expect(said(handedOver, wen)).toEqual(['江承文', '将“review”转办给江承武；理由：外出学习。']);
    const answered = { type: 'UntimedStepApproved', stepId: 'experts' } as const;
    expect(said(answered, furen)).toEqual(['江辅仁', '批准启动“experts”。']);
    expect(said({ type: 'ExtensionRequested', count: 5, reason }, wen)[1]).toContain('5 个工作日');
  });

  it('fault A5: carries the words of a reminder to who is reminded', () => {
    const reminded = { type: 'Reminded', stepId: 'experts', note: reason } as const;
    expect(said(reminded, furen)).toEqual(['江辅仁', '催办“experts”环节；催办内容：外出学习。']);
  });

  it('has no words of a case for who only watches, and names nobody for what followed by itself', () => {
    expect(said(handedOver, wen, person('supervisor'))).toEqual(['江承文', '将“review”转办给江承武。']);
    const opened = { type: 'StepOpened', stepId: 'review', on: '2026-09-14', untimed: false } as FactBody;
    expect(said(opened, wen)[0]).toBeNull();
    const rows = [rowOf(handedOver, wen)];
    expect(wordsIn(rows, person('supervisor'))).toMatchObject({ digests: [], people: [wen, wen, wu] });
    expect(wordsIn(rows, person('caseOfficer'))).toMatchObject({ digests: [reason] });
  });
});
