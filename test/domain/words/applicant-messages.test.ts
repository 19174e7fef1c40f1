import { describe, expect, it } from 'vitest';
import { applicantMessages } from '../../../domain/words/applicant-messages.ts';
import { caseBook } from '../../../domain/words/case-book.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { certified } from '../../support/earlier-cases.ts';
import { longStory } from '../../support/played-case.ts';
import { Scene, day } from '../../support/scene.ts';

const told = (scene: Scene, language: 'zh' | 'en' = 'zh') => {
  const book = caseBook({ definition: testFlow, facts: scene.facts, texts: {}, people: {} });
  return applicantMessages(scene.facts, book).map(({ on, text }) => `${on} ${text[language]}`);
};

const supplied = () => {
  const scene = new Scene('2026-09-14');
  const notice = {
    asked: [{ kind: 'material', id: 'plan', defect: 'missing' }] as const,
    mends: ['m'],
    consequence: 'c',
  };
  const ask = { type: 'askSupplement', stepId: 'intake', documentNo: '补1', servedOn: day('2026-09-15') } as const;
  scene.must('2026-09-15', 'windowClerk', { ...ask, ...notice });
  const arrived = [{ kind: 'material', id: 'plan' }] as const;
  scene.must('2026-09-17', 'windowClerk', {
    type: 'receiveSupplement',
    stepId: 'intake',
    arrived,
    arrivedOn: day('2026-09-17'),
  });
  scene.must('2026-09-17', 'windowClerk', { type: 'declareSupplied', stepId: 'intake', declaredOn: day('2026-09-17') });
  return scene;
};

describe('what an applicant was told', () => {
  it('before acceptance: receipt, what is to be supplied with its day of service, what came', () => {
    expect(told(supplied())).toEqual([
      '2026-09-17 您声明补正完毕，受理告知期限自当日起重新计算',
      '2026-09-17 收到您补正的材料',
      '2026-09-15 向您送达申请材料补正告知书（补1）',
      '2026-09-14 收到您的申请',
    ]);
    expect(told(supplied(), 'en')[2]).toBe('2026-09-15 You were served the notice of what to supplement (补1)');
  });

  it('while it is examined: acceptance, each clock that stands and runs again', () => {
    const scene = longStory();
    const lines = told(scene);
    expect(lines.filter((line) => line.includes('受理通知书'))).toHaveLength(1);
    expect(lines.filter((line) => line.endsWith('暂停计算'))).toEqual([
      expect.stringMatching(/^2026-03-05 进入“.+”，承诺时限暂停计算$/),
      expect.stringMatching(/^2026-03-05 进入“.+”，法定时限暂停计算$/),
    ]);
    expect(lines.some((line) => line.includes('特别程序所需时间告知书'))).toBe(true);
  });

  it('at its end: the decision, what is to be collected by when, and the day of service', () => {
    const scene = new Scene('2026-03-02');
    certified(scene, '证1');
    scene.must('2026-03-06', 'certificateClerk', {
      type: 'tellToCollect',
      stepId: 'delivery',
      toldOn: day('2026-03-06'),
      collectAt: 'w',
      collectBy: day('2026-03-20'),
    });
    scene.must('2026-03-09', 'certificateClerk', {
      type: 'deliver',
      stepId: 'delivery',
      mode: 'collected',
      takenBy: 'applicant',
      recipient: 'r',
      servedOn: day('2026-03-09'),
    });
    expect(told(scene).slice(0, 3)).toEqual([
      '2026-03-09 文书已送达',
      '2026-03-06 通知您领取文书，请于2026年3月20日前领取',
      '2026-03-04 作出准予许可的决定',
    ]);
  });

  it('of an extension and of an acceptance by silence, with their days', () => {
    const silent = new Scene('2026-09-18');
    silent.pass('2026-09-25', '00:10');
    expect(told(silent)[0]).toBe('2026-09-25 逾期未告知，申请自2026年9月18日起视为受理');
    const extended = new Scene('2026-03-02').accepted('2026-03-03');
    extended.must('2026-03-04', 'caseOfficer', { type: 'requestExtension', count: 5, reason: 'r' });
    extended.must('2026-03-05', 'agencyHead', { type: 'approveExtension', documentNo: '延1' });
    expect(told(extended)[0]).toBe('2026-03-05 办理期限延长，延期告知书：延1');
  });

  it('says nothing of officials, reasons or what goes on inside the agency', () => {
    const inside = ['TaskClaimed', 'Reviewed', 'WarningRaised', 'Reminded', 'FindingRecorded', 'WarningAcknowledged'];
    const scene = longStory();
    const types = new Map(scene.facts.map(({ seq, body }) => [seq, body.type]));
    const book = caseBook({ definition: testFlow, facts: scene.facts, texts: {}, people: {} });
    const shown = applicantMessages(scene.facts, book).map(({ seq }) => types.get(seq) ?? '');
    expect(shown.filter((type) => inside.includes(type))).toEqual([]);
    expect(scene.facts.some(({ body }) => inside.includes(body.type))).toBe(true);
  });
});
