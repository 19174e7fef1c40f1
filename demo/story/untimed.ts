import { addDays } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { clockId } from '../../domain/instance-id.ts';
import type { Role } from '../../domain/people/roles.ts';
import { idsOf } from '../seed/courses.ts';
import { workdayAfter } from './desk.ts';
import { clocksOf, must, reckoned, refusedAs, rowsOf } from './story.ts';
import type { Story } from './story.ts';

/** 专家评审 begins: asked, approved by somebody else, told in writing, started; both clocks stop, its own promise runs. */
export async function beginExperts(story: Story): Promise<CivilDate> {
  const stepId = 'expertReview';
  await must(story, 'caseOfficer', '申请启动专家评审', {
    type: 'requestUntimedStep',
    stepId,
    reason: '建设项目水资源论证报告书依法须经专家评审。',
  });
  await refusedAs(story, 'caseOfficer', '自己批准自己的申请——被拒绝', 'not-allowed', {
    type: 'approveUntimedStep',
    stepId,
  });
  await must(story, 'deputyHead', '批准启动', { type: 'approveUntimedStep', stepId });
  await refusedAs(story, 'caseOfficer', '未书面告知就启动——被拒绝（行政许可法第四十五条）', 'notice-required', {
    type: 'startUntimedStep',
    stepId,
  });
  const on = await story.desk.today();
  await must(story, 'caseOfficer', '告知所需时间', {
    type: 'recordNotice',
    stepId,
    documentNo: '沈水告〔2026〕演001号',
    servedOn: on,
  });
  await must(story, 'caseOfficer', '启动专家评审', { type: 'startUntimedStep', stepId });
  const clocks = await clocksOf(story);
  const [statutory, promised, promise] = ['statutory', 'promised', clockId('promise', stepId)].map((id) =>
    clocks.get(id),
  );
  story.tell.line('法定时限和承诺时限都暂停计时，各有依据', statutory?.stopped === true && promised?.stopped === true, {
    statutory,
    promised,
  });
  story.tell.say(statutory?.stoppedWhy ?? '');
  story.tell.line(
    `专家评审自己的承诺 20 个工作日开始计时，应办结日期 ${promise?.dueOn ?? ''}`,
    promise?.dueOn === workdayAfter(on, 20),
    promise,
  );
  return on;
}

async function warningsOf(story: Story, role: Role): Promise<readonly Record<string, unknown>[]> {
  const all = rowsOf(await (await story.desk.as(role)).get('/warnings?limit=200'));
  return all.filter((warning) => warning['caseId'] === story.caseId);
}

/** 80 %: yellow. Past the promise: red, in the ledger, a message for the supervisor. */
export async function overrun(story: Story, startedOn: CivilDate): Promise<void> {
  await story.desk.advanceTo(workdayAfter(startedOn, 16));
  const yellow = (await warningsOf(story, 'caseOfficer')).filter((warning) => warning['rung'] === 'Y2');
  story.tell.line(
    '用到承诺的 80 %（第 16 个工作日）：黄牌一张',
    yellow.length === 1 && yellow[0]?.['level'] === 'yellow',
    yellow,
  );
  const dueOn = workdayAfter(startedOn, 20);
  await story.desk.advanceTo(dueOn);
  const none = (await warningsOf(story, 'supervisor')).filter((warning) => warning['rung'] === 'R3');
  story.tell.line('应办结日期当天还不是超期', none.length === 0, none);
  await story.desk.advanceTo(addDays(dueOn, 1));
  const red = (await warningsOf(story, 'supervisor')).filter((warning) => warning['rung'] === 'R3');
  story.tell.line('应办结日期次日零时：红牌一张', red.length === 1 && red[0]?.['level'] === 'red', red);
  const ledger = rowsOf(await (await story.desk.as('supervisor')).get('/ledger?limit=200'));
  const row = ledger.find((entry) => entry['caseId'] === story.caseId);
  story.tell.line(
    '督办清理台账里有这一件，标明超期',
    row?.['overdue'] === true && row['stepId'] === 'expertReview',
    row,
  );
  // The red is of midnight; people are told in the office hours of the next working day.
  await story.desk.advanceTo(addDays(workdayAfter(dueOn, 1), 1));
  const messages = rowsOf(await (await story.desk.as('supervisor')).get('/messages?limit=200'));
  const message = messages.find((entry) => entry['caseId'] === story.caseId && entry['level'] === 'red');
  story.tell.line(
    `督查员${story.desk.nameOf('supervisor')}在上班时间收到红牌消息`,
    message !== undefined,
    messages.slice(0, 3),
  );
  const warningId = String(red[0]?.['warningId'] ?? '');
  await must(story, 'supervisor', '签收红牌', { type: 'acknowledge', warningId, note: '已电话核实，催促尽快评审。' });
  await must(story, 'supervisor', '催办', {
    type: 'remind',
    stepId: 'expertReview',
    note: '请于三个工作日内完成评审。',
  });
  await refusedAs(story, 'supervisor', '再次签收同一张红牌——已签收', 'warning-already-acknowledged', {
    type: 'acknowledge',
    warningId,
  });
}

/** The review ends: clocks run on; the inspection stops the promise only. */
export async function resumeAndInspect(story: Story): Promise<void> {
  await must(story, 'caseOfficer', '录入专家评审意见：通过', {
    type: 'finishExpertReview',
    stepId: 'expertReview',
    outcome: 'passed',
    heldOn: await story.desk.today(),
    opinion: '专家组一致同意通过论证报告书。',
    experts: ['省水文局 林工', '设计院 高工', '大学 水教授'],
    officials: [],
  });
  const resumed = await clocksOf(story);
  for (const id of ['statutory', 'promised']) {
    const clock = resumed.get(id);
    if (!clock) continue;
    story.tell.line(
      `${id === 'statutory' ? '法定' : '承诺'}时限恢复计时，应办结日期顺延为 ${clock.dueOn}`,
      !clock.stopped && clock.dueOn === (await reckoned(story, clock)),
      clock,
    );
  }
  const stepId = 'siteInspection';
  await must(story, 'siteInspector', '申请启动现场勘验', {
    type: 'requestUntimedStep',
    stepId,
    reason: '需实地核实取水口。',
  });
  await must(story, 'sectionChief', '批准启动', { type: 'approveUntimedStep', stepId });
  const on = await story.desk.today();
  await must(story, 'siteInspector', '告知所需时间', {
    type: 'recordNotice',
    stepId,
    documentNo: '沈水告〔2026〕演002号',
    servedOn: on,
  });
  await must(story, 'siteInspector', '启动现场勘验', { type: 'startUntimedStep', stepId });
  const clocks = await clocksOf(story);
  story.tell.line(
    '现场勘验只停承诺时限，法定时限照走',
    clocks.get('promised')?.stopped === true && clocks.get('statutory')?.stopped === false,
    [...clocks.values()],
  );
  await story.desk.advanceTo(workdayAfter(on, 2));
  const inspection = {
    type: 'finishInspection',
    stepId,
    outcome: 'qualified',
    heldOn: await story.desk.today(),
    findings: '取水口位置与申报一致。',
  };
  const inspectors = idsOf('sy-water', 'siteInspector');
  await refusedAs(story, 'siteInspector', '一个人勘验——被拒绝（行政许可法第三十四条）', 'inspectors-too-few', {
    ...inspection,
    inspectors: inspectors.slice(0, 1),
  });
  await must(story, 'siteInspector', '两人勘验，录入结果', { ...inspection, inspectors });
}
