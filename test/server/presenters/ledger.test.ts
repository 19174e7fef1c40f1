import { expect, it } from 'vitest';
import type { LedgerRow } from '../../../db/views/ledger.ts';
import { compileCalendar, nationalCalendar } from '../../../domain/clock/calendar.ts';
import { presentLedger } from '../../../server/presenters/ledger.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { day } from '../../support/scene.ts';

const row: LedgerRow = {
  caseId: '00000000-0000-0000-0000-000000000001',
  caseNo: '1',
  itemCode: 'i',
  itemName: '取水许可',
  definition: 'd',
  departmentId: 'sy-water',
  departmentName: '沈阳市水务局',
  regionCode: '210100',
  applicant: null,
  stepId: 'experts',
  kind: 'expertReview',
  phase: 'waiting',
  openedOn: day('2026-03-04'),
  startedOn: null,
  limitCount: 3,
  promiseDueOn: null,
  dueOn: day('2026-03-09'),
  limitUnit: 'workday',
  overdue: false,
  naturalDays: 0,
  nextRole: 'caseOfficer',
  handler: null,
  reminders: 0,
};

const responsible = (change: Partial<LedgerRow>) =>
  presentLedger({
    row: { ...row, ...change },
    definition: testFlow,
    calendar: compileCalendar(nationalCalendar()),
    today: day('2026-03-05'),
    viewer: { id: 'supervisor', posts: [] },
  }).responsible;

it('fault: the ledger says who answers, and that nobody has claimed the task yet', () => {
  expect(responsible({})).toBe('待认领（沈阳市水务局承办人）');
  expect(responsible({ handler: { id: 'p', name: '江承文' } })).toBe('沈阳市水务局承办人');
  expect(responsible({ phase: 'requested', nextRole: 'sectionChief' })).toBe('沈阳市水务局科室负责人');
});
