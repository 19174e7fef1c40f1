import { describe, expect, it } from 'vitest';
import { readFact, recordOf } from '../../../domain/case/facts/index.ts';
import { caseBook } from '../../../domain/words/case-book.ts';
import { timelineOf } from '../../../domain/words/timeline.ts';
import type { TimelineEntry } from '../../../domain/words/timeline.ts';
import { waterAbstraction } from '../../../db/seed/items/water-abstraction.ts';
import { systemActor } from '../../../domain/people/system.ts';
import { lived, plans } from '../../support/directed-plans.ts';
import type { PlanName } from '../../support/directed-plans.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { postedOn } from '../../support/good-order.ts';
import { Scene, day, person } from '../../support/scene.ts';

const { definition } = waterAbstraction;
const experts = { stepId: 'expertReview', outcome: 'passed', opinion: 'o', experts: ['a', 'b', 'c'], officials: [] };

/** The story of the demonstration: an expert review past its promise while the business clock moves on, an inspection, a grant. */
function story(): Scene {
  const scene = new Scene('2026-03-02', {}, definition);
  const clocked = (version: number) => ({ businessClock: { version, offset: 0 } });
  scene.must('2026-03-02', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: [] });
  scene.must('2026-03-02', 'windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: '受1' });
  scene.must('2026-03-02', 'caseOfficer', { type: 'finishReview', stepId: 'review', outcome: 'expert', opinion: 'o' });
  scene.started('2026-03-03', 'expertReview', 'caseOfficer', 'deputyHead');
  scene.give('2026-03-04', person('systemAdmin'), { type: 'advanceClock' }, clocked(1));
  scene.give('2026-03-05', person('systemAdmin'), { type: 'advanceClock' }, clocked(2));
  scene.give('2026-04-03', person('caseOfficer'), { type: 'finishExpertReview', ...experts }, clocked(3));
  scene.started('2026-04-07', 'siteInspection', 'siteInspector');
  const inspection = { type: 'finishInspection', stepId: 'siteInspection', outcome: 'qualified' } as const;
  scene.must('2026-04-09', 'siteInspector', {
    ...inspection,
    heldOn: day('2026-04-09'),
    inspectors: ['i', 'j'],
    findings: 'f',
  });
  scene.must('2026-04-09', 'reviewer', { type: 'finishReview', stepId: 'audit', outcome: 'approve', opinion: 'o' });
  const decision = { type: 'makeDecision', stepId: 'decision', outcome: 'grant' } as const;
  scene.must('2026-04-10', 'approver', { ...decision, documentNo: '许1' });
  const certificate = { type: 'issueCertificate', stepId: 'certificate', certificateNo: '证1' } as const;
  const on = day('2026-04-10');
  scene.must('2026-04-10', 'certificateClerk', { ...certificate, validFrom: on, validUntil: null });
  scene.must('2026-04-10', 'certificateClerk', { type: 'deliver', stepId: 'delivery', ...postedOn(on), servedOn: on });
  return scene;
}

const { facts } = story();
const told = timelineOf(facts);
const book = caseBook({ definition, facts, texts: {}, people: {} });
const line = ({ lead, under }: TimelineEntry) => `${readFact(lead.body, book).zh} ${under.length}`;

describe('fault E7: the timeline of the story', () => {
  it('is one sentence an act, and one a day for what time caused', () => {
    expect(told.map(line)).toEqual([
      '窗口收件，收到申请日期为2026年3月2日；办件编号：T1；收到材料：取水许可申请书、与第三者利害关系的说明、建设项目备案文件（属于备案项目的提供）、建设项目水资源论证报告书。 5',
      '核对材料，收齐必要材料。 4',
      '2026年3月2日予以受理，出具受理通知书；文号：受1。 11',
      '完成“审查”；结论：需专家评审。 5',
      '申请启动“水资源论证报告书专家评审”。 0',
      '批准启动“水资源论证报告书专家评审”。 0',
      '登记“水资源论证报告书专家评审”的特别程序所需时间告知书，2026年3月3日告知申请人；文号：告1。 0',
      '2026年3月3日启动“水资源论证报告书专家评审”。 7',
      '采用第 2 版演练时钟。 1',
      '特别程序承诺时限（水资源论证报告书专家评审）发出黄牌预警；截止日期为2026年3月31日；告知承办人、首席代表。 0',
      '特别程序承诺时限（水资源论证报告书专家评审）发出红牌预警；截止日期为2026年3月31日；告知承办人、首席代表、督查员。 1',
      '完成“水资源论证报告书专家评审”，日期为2026年4月3日；结论：评审通过；专家 3 名。 10',
      '申请启动“现场勘验”。 0',
      '批准启动“现场勘验”。 0',
      '登记“现场勘验”的特别程序所需时间告知书，2026年4月7日告知申请人；文号：告1。 0',
      '2026年4月7日启动“现场勘验”。 5',
      '完成“现场勘验”，日期为2026年4月9日；结论：符合要求；勘验人员：有关人员、有关人员。 7',
      '完成“审核”；结论：建议准予。 5',
      '2026年4月10日作出准予许可决定；文号：许1。 9',
      '制作证照，编号：证1；自2026年4月10日起有效。 3',
      '2026年4月10日送达申请人，送达方式：邮寄；2026年4月10日交寄。 3',
    ]);
  });

  it('folds under an act, as recorded, what the machine made of it', () => {
    const finished = told.find(({ lead }) => lead.body.type === 'ExpertReviewFinished');
    expect(finished?.under.map(({ body }) => readFact(body, book).zh)).toEqual([
      '采用第 3 版演练时钟。',
      '“水资源论证报告书专家评审”环节结束；结论：评审通过。',
      '特别程序承诺时限（水资源论证报告书专家评审）于2026年4月3日结束计时。',
      '因“水资源论证报告书专家评审”暂停的法定时限自2026年4月3日的次日起恢复计时。',
      '法定时限的截止日期为2026年6月9日。',
      '因“水资源论证报告书专家评审”暂停的承诺时限自2026年4月3日的次日起恢复计时。',
      '承诺时限的截止日期为2026年5月6日。',
      '进入不计时环节“现场勘验”，待申请启动；由现场勘验员办理。',
      '启动时限（现场勘验）自2026年4月3日的次日起计算，共 3 个工作日。',
      '启动时限（现场勘验）的截止日期为2026年4月9日。',
    ]);
    expect(
      told
        .at(-1)
        ?.under.map(({ body }) => readFact(body, book).zh)
        .at(-1),
    ).toBe('办件办结，办结结果：准予许可。');
  });
});

describe('the timeline of any case', () => {
  it('tells a calendar that the system brought by the calendar, not by what came with it', () => {
    const around = { at: 0, recordedAt: 0, requestId: 'op', actorId: systemActor.id, hash: '' };
    const bodies = [
      { type: 'BusinessClockAdopted', clock: { version: 1, offset: 0 } },
      { type: 'CalendarAdopted', revision: { region: '000000', revision: 2 } },
      {
        type: 'DeadlineSet',
        clock: 'notice',
        dueOn: null,
        provisional: true,
        because: 'CalendarAdopted',
        on: day('2026-03-02'),
      },
    ] as const;
    const [entry, ...others] = timelineOf(bodies.map((body, index) => ({ ...around, seq: index + 1, body })));
    expect([entry?.lead.body.type, entry?.under.length, others]).toEqual(['CalendarAdopted', 2, []]);
  });

  const journals = Object.keys(plans).map((name) => lived(name as PlanName, testFlow, () => undefined).scene.facts);

  it('tells each fact once, and entries in the order of what leads them or began them', () => {
    for (const journal of [facts, ...journals]) {
      const seqs = timelineOf(journal).flatMap(({ lead, under }) => [lead, ...under].map(({ seq }) => seq));
      expect(seqs.toSorted((a, b) => a - b)).toEqual(journal.map(({ seq }) => seq));
      const acts = timelineOf(journal).filter(({ lead }) => lead.actorId !== null);
      expect(acts.map(({ lead }) => lead.seq)).toEqual(acts.map(({ lead }) => lead.seq).toSorted((a, b) => a - b));
    }
  });

  it('keeps the acts of a person apart, and what time caused apart from them', () => {
    for (const journal of journals) {
      const entries = timelineOf(journal);
      for (const { lead, under } of entries) {
        expect(new Set([lead, ...under].map((one) => one.requestId)).size).toBe(1);
        expect(under.filter(({ body }) => recordOf(body.type).derived !== true)).toEqual([]);
      }
      const operations = entries.map(({ lead }) => lead.requestId).filter((id) => id !== 'tick');
      expect(new Set(operations).size).toBe(operations.length);
    }
  });
});
