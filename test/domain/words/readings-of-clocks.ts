import { day } from '../../support/scene.ts';
import type { Reading } from './readings-of-steps.ts';

/** What is said of clocks, warnings and findings, and of what a case takes over. */
export const readingsOfClocks: readonly Reading[] = [
  [
    { type: 'BusinessClockAdopted', clock: { version: 3, offset: 86_400_000 } },
    '采用第 3 版演练时钟。',
    'Adopted version 3 of the business clock.',
  ],
  [{ type: 'CalendarAdopted', revision: 'cn-2026.1' }, '采用工作日历 cn-2026.1。', 'Adopted the calendar cn-2026.1.'],
  [
    { type: 'CalendarAdopted', revision: { region: '000000', revision: 2 } },
    '采用全国工作日历第 2 版。',
    'Adopted version 2 of the calendar of the whole country.',
  ],
  [
    { type: 'CalendarAdopted', revision: { region: '210000', revision: 3 } },
    '采用行政区划 210000 的工作日历第 3 版。',
    'Adopted version 3 of the calendar of region 210000.',
  ],
  [{ type: 'RulesAdopted', rules: 3 }, '采用第 3 版办理规则。', 'Adopted version 3 of the rules.'],
  [
    {
      type: 'ClockStarted',
      clock: 'statutory',
      kind: 'statutory',
      stepId: null,
      startedOn: day('2026-09-14'),
      limit: { count: 45, unit: 'workday' },
    },
    '法定时限自2026年9月14日的次日起计算，共 45 个工作日。',
    'Statutory limit began: 45 working days, counted from the day after 14 September 2026.',
  ],
  [
    { type: 'ClockStopped', clock: 'promised', stepId: 'expertReview', from: day('2026-09-15') },
    '因“水资源论证报告书专家评审”，承诺时限自2026年9月15日的次日起暂停计时。',
    'Promised limit stands still for “Expert review” from the day after 15 September 2026.',
  ],
  [
    { type: 'ClockResumed', clock: 'promised', stepId: 'expertReview', to: day('2026-10-09') },
    '因“水资源论证报告书专家评审”暂停的承诺时限自2026年10月9日的次日起恢复计时。',
    'Promised limit, which stood still for “Expert review”, runs on from the day after 9 October 2026.',
  ],
  [
    { type: 'ClockExtended', clock: 'statutory', count: 10, from: day('2026-10-10') },
    '2026年10月10日，法定时限延长 10 个工作日。',
    'Statutory limit was extended by 10 working days on 10 October 2026.',
  ],
  [
    { type: 'ClockEnded', clock: 'notice', endedOn: day('2026-09-14') },
    '受理告知时限于2026年9月14日结束计时。',
    'Acceptance limit ended on 14 September 2026.',
  ],
  [
    { type: 'ClockLapsed', clock: 'step:review#2', dueOn: day('2026-09-18') },
    '超过环节时限（审查，第 2 轮），截止日期为2026年9月18日。',
    'Limit of the step (Review, round 2) was overrun: it was due on 18 September 2026.',
  ],
  [
    {
      type: 'DeadlineSet',
      clock: 'promised',
      dueOn: day('2027-01-04'),
      provisional: true,
      because: 'ClockResumed',
      on: day('2026-10-09'),
    },
    '承诺时限的截止日期为2027年1月4日（暂定）。',
    'Promised limit is due on 4 January 2027 (provisional).',
  ],
  [
    {
      type: 'DeadlineSet',
      clock: 'promised',
      dueOn: null,
      provisional: false,
      because: 'ClockStopped',
      on: day('2026-10-09'),
    },
    '承诺时限的截止日期待定。',
    'Promised limit has no due date for now.',
  ],
  [
    {
      type: 'WarningRaised',
      warningId: 'w1',
      clock: 'promise:expertReview',
      epoch: 1,
      rung: 'promise-due',
      level: 'yellow',
      to: ['caseOfficer', { person: 'p1' }],
      on: day('2026-10-09'),
      dueOn: day('2026-10-12'),
      passedOver: ['promise-half'],
    },
    '特别程序承诺时限（水资源论证报告书专家评审）发出黄牌预警；截止日期为2026年10月12日；告知承办人、江察远。',
    'Warning “Yellow card” of Promise of the untimed step (Expert review); due on 12 October 2026; told: Case officer, 江察远.',
  ],
  [
    {
      type: 'WarningRaised',
      warningId: 'w2',
      clock: 'promised',
      epoch: 2,
      rung: 'r',
      level: 'red',
      to: [],
      on: day('2026-10-09'),
      dueOn: null,
      passedOver: [],
      shares: { window: 2, department: 3 },
    },
    '承诺时限发出红牌预警；窗口用 2 个工作日，部门用 3 个工作日。',
    'Warning “Red card” of Promised limit; the window used 2 working days, the department 3 working days.',
  ],
  [
    { type: 'WarningAnnulled', warningId: 'unknown', clock: 'promised', endedOn: day('2026-10-08') },
    '撤销预警；承诺时限已于2026年10月8日结束，当时尚未到预警日期。',
    'Annulled a warning; Promised limit had ended on 8 October 2026, before its day.',
  ],
  [
    { type: 'FindingRecorded', code: 'entered-late', stepId: null, clock: 'delivery' },
    '记录违规疑点：补录，期限届满或预警发出后才登记此前已完成的办理；涉及送达时限。',
    'Recorded a finding: entered after its limit or a warning what had been done before; about Delivery limit.',
  ],
  [
    {
      type: 'FindingRecorded',
      code: 'stopped-on-last-day',
      stepId: 'expertReview',
      clock: 'statutory',
    },
    '记录违规疑点：临期挂起，在时限最后一个工作日暂停计时；涉及法定时限、“水资源论证报告书专家评审”。',
    'Recorded a finding: stopped on the last working day of the limit; about Statutory limit, “Expert review”.',
  ],
  [
    { type: 'FindingRecorded', code: 'stopped-after-due', stepId: null, clock: null },
    '记录违规疑点：超期后暂停计时，不能消除超期。',
    'Recorded a finding: stopped after the due date, which undoes no overrun.',
  ],
];
