import { foodBusiness } from '../../db/seed/items/food-business.ts';
import { medicalDevices } from '../../db/seed/items/medical-devices.ts';
import { medicalInstitution } from '../../db/seed/items/medical-institution.ts';
import { oversizeTransport } from '../../db/seed/items/oversize-transport.ts';
import { waterAbstraction } from '../../db/seed/items/water-abstraction.ts';
import { casesAtWindow } from './cases-at-window.ts';
import {
  begun,
  ended,
  expertsDone,
  granted,
  held,
  inspected,
  notCompetent,
  opening,
  refused,
  reviewed,
  supplied,
  withdrawn,
} from './courses.ts';
import type { Act, CaseFile, Held } from './courses.ts';
import type { DemoCase } from './demo-case.ts';
import { forms } from './filings.ts';
import { heard, hearingCalled } from './hearings.ts';
import { toldToCollect } from './serving.ts';
import { stated } from './statements.ts';
import { corrected, revocationProposed, revoked } from './undone.ts';

const onSite = { role: 'siteInspector', approver: 'sectionChief' } as const;
const atDesk = { role: 'caseOfficer', approver: 'deputyHead' } as const;
const fileOf = (office: string, no: string): CaseFile => ({ office, no: Number(no) });

function water(
  no: string,
  o: { experts?: number; inspection?: number; held?: Held; refuse?: boolean; source?: 'surface' | 'groundwater' },
): Omit<DemoCase, 'start'> {
  const file = fileOf('沈水', no);
  const experts =
    o.experts === undefined
      ? []
      : [
          ...begun({ file, stepId: 'expertReview', ...atDesk }),
          ...held(o.held, { departmentId: 'sy-water', role: 'caseOfficer', stepId: 'expertReview' }),
          expertsDone(o.experts, 'passed'),
        ];
  const onTheWay = { departmentId: 'sy-water', role: 'siteInspector', stepId: 'siteInspection' } as const;
  const acts = [
    ...opening(file),
    reviewed(3, 'caseOfficer', 'review', o.experts === undefined ? 'direct' : 'expert'),
    ...experts,
    ...begun({ file, stepId: 'siteInspection', nth: 2, ...onSite }),
    ...(o.experts === undefined ? held(o.held, onTheWay) : []),
    inspected(o.inspection ?? 3, 'sy-water', 'siteInspection', o.refuse ? 'unqualified' : 'qualified'),
    reviewed(2, 'reviewer', 'audit', o.refuse ? 'refuse' : 'approve'),
    ...(o.refuse ? refused(file) : granted(file, '2031-12-31')),
  ];
  return { name: `water-${no}`, seed: waterAbstraction, form: forms.water(o.source ?? 'surface'), acts };
}

/** Held to be of major interest to others; `isHeard`: the hearing is over. */
function waterHeard(no: string, isHeard: boolean): Omit<DemoCase, 'start'> {
  const file = fileOf('沈水', no);
  const acts = [
    ...opening(file),
    reviewed(2, 'caseOfficer', 'review', 'direct'),
    ...begun({ file, stepId: 'siteInspection', ...onSite }),
    inspected(2, 'sy-water', 'siteInspection', 'majorInterest'),
    ...stated(file),
    ...hearingCalled(file, 2),
    ...(isHeard ? [heard(), reviewed(1, 'reviewer', 'audit', 'approve'), ...granted(file, '2031-12-31')] : []),
  ];
  return { name: `water-${no}`, seed: waterAbstraction, form: forms.water('surface'), acts, waits: true };
}

function food(no: string, o: { refuse?: boolean; slow?: number } = {}): Omit<DemoCase, 'start'> {
  const file = fileOf('沈河市监', no);
  const acts = [
    ...opening(file, 'health'),
    reviewed(1, 'caseOfficer', 'review', 'complete'),
    inspected(o.slow ?? 1, 'sh-market', 'siteInspection', o.refuse ? 'unqualified' : 'qualified'),
    reviewed(1, 'reviewer', 'audit', o.refuse ? 'refuse' : 'approve'),
    ...(o.refuse ? refused(file) : [supplied(0, 'health'), ...granted(file, '2031-11-30')]),
  ];
  return { name: `food-${no}`, seed: foodBusiness, form: forms.food(), acts };
}

function medical(no: string, o: { experts?: number; notice?: number; held?: Held } = {}): Omit<DemoCase, 'start'> {
  const file = fileOf('沈卫', no);
  const acts = [
    ...opening(file, 'credit'),
    reviewed(4, 'caseOfficer', 'review', 'complete'),
    supplied(1, 'credit'),
    ...begun({ file, stepId: 'expertReview', ...atDesk }),
    ...held(o.held, { departmentId: 'sy-health', role: 'caseOfficer', stepId: 'expertReview' }),
    expertsDone(o.experts ?? 9, 'passed'),
    ...begun({ file, stepId: 'siteInspection', nth: 2, ...onSite }),
    inspected(3, 'sy-health', 'siteInspection', 'qualified'),
    ...begun({ file, stepId: 'publicNotice', nth: 3, role: 'caseOfficer', approver: 'sectionChief' }),
    ended(o.notice ?? 5, 'caseOfficer', 'publicNotice', 'clear'),
    reviewed(1, 'reviewer', 'audit', 'approve'),
    ...granted(file, null),
  ];
  return { name: `medical-${no}`, seed: medicalInstitution, form: forms.medical(), acts };
}

function transport(no: string, kind: 1 | 2 | 3, slow = 3): Omit<DemoCase, 'start'> {
  const file = fileOf('辽交', no);
  const form = {
    1: forms.transport(18, 2.9, 4, 48),
    2: forms.transport(26, 3.6, 4.4, 96),
    3: forms.transport(46, 4.8, 5.1, 210),
  }[kind];
  const middle: Record<1 | 2 | 3, readonly Act[]> = {
    1: [],
    2: [reviewed(1, 'caseOfficer', 'policeOpinion2', 'agreed'), reviewed(1, 'reviewer', 'planAudit2', 'approve')],
    3: [
      ...begun({ file, stepId: 'routeSurvey', ...onSite }),
      inspected(slow, 'ln-transport', 'routeSurvey', 'passable'),
      reviewed(1, 'caseOfficer', 'roadOpinion3', 'agreed'),
      reviewed(0, 'caseOfficer', 'policeOpinion3', 'agreed'),
      reviewed(1, 'reviewer', 'planAudit3', 'approve'),
    ],
  };
  const acts = [
    ...opening(file),
    reviewed(1, 'caseOfficer', 'review', 'complete'),
    ...middle[kind],
    ...granted(file, '2027-03-31'),
  ];
  return { name: `transport-${no}`, seed: oversizeTransport, form, acts };
}

/** What is asked for sends it on: a new shop to the inspectors, who found something to put right, a renewal to the desk. */
function devices(no: string, kind: 'new' | 'renewal'): Omit<DemoCase, 'start'> {
  const file = fileOf('沈市监', no);
  const onSitePart = [
    inspected(3, 'sy-market', 'siteInspection', 'rectify'),
    ...begun({ file, stepId: 'rectification', role: 'caseOfficer', approver: 'sectionChief' }),
  ];
  const acts = [
    ...opening(file),
    reviewed(2, 'caseOfficer', 'review', 'complete'),
    ...(kind === 'new' ? onSitePart : []),
  ];
  return { name: `devices-${no}`, seed: medicalDevices, form: forms.devices(kind), acts };
}

/** All but handed over: the applicant is told to come for it. */
function toCollect(granted: Omit<DemoCase, 'start'>): Omit<DemoCase, 'start'> {
  return { ...granted, acts: [...granted.acts.slice(0, -1), toldToCollect(1)] };
}

/** What happens to a case after its end. */
function later(ended: Omit<DemoCase, 'start'>, ...acts: readonly Act[]): Omit<DemoCase, 'start'> {
  return { ...ended, acts: [...ended.acts, ...acts] };
}

/**
 * The demo cases over `span` working days (the last index is today): all items, all states, some near due, some with an open untimed
 * step, two past its promise. Every date follows from the calendar, never from a stored row.
 */
export function demoCases(span: number): readonly DemoCase[] {
  const ago = (workdays: number) => Math.max(0, span - 1 - workdays);
  const lorry2 = fileOf('辽交', '002');
  const started: [number, Omit<DemoCase, 'start'>][] = [
    [39, water('001', { experts: 8 })],
    [37, water('002', {})],
    [33, water('003', { experts: 99, held: 'claimed' })],
    [30, water('004', { experts: 12, refuse: true })],
    [25, water('005', { inspection: 99, held: 'handedOver', source: 'groundwater' })],
    [23, water('006', { experts: 99, held: 'handedOver' })],
    [21, water('007', {})],
    [17, toCollect(water('017', {}))],
    [19, water('008', { inspection: 12 })],
    [15, water('009', { experts: 99, held: 'reassigned' })],
    [11, water('010', { experts: 99, held: 'givenBack' })],
    [6, water('011', {})],
    [3, water('012', {})],
    [1, water('013', {})],
    [0, { ...water('014', {}), acts: [] }],
    [38, waterHeard('040', true)],
    [14, waterHeard('041', false)],
    [38, food('001')],
    [34, food('002')],
    [29, food('003', { refuse: true })],
    [24, food('004')],
    [16, food('005', { slow: 3 })],
    [10, food('006')],
    [5, food('007', { slow: 99 })],
    [4, food('008')],
    [3, food('009')],
    [2, food('010')],
    [1, food('011')],
    [0, food('012')],
    [39, medical('001')],
    [36, medical('002', { experts: 8 })],
    [31, medical('003', { notice: 99 })],
    [24, medical('004', { experts: 99, held: 'claimed' })],
    [18, medical('005', { experts: 99, held: 'reassigned' })],
    [12, medical('006', { experts: 99 })],
    [7, medical('007')],
    [2, medical('008')],
    [0, medical('009')],
    [13, devices('001', 'new')],
    [4, devices('002', 'renewal')],
    [35, transport('001', 3)],
    [28, later(transport('002', 1), corrected(1, lorry2), revocationProposed(2), revoked(3, lorry2))],
    [22, later(transport('003', 2), revocationProposed(2))],
    [14, transport('004', 3, 99)],
    [9, transport('005', 3)],
    [5, transport('006', 2)],
    [3, transport('007', 3)],
    [2, transport('008', 2)],
    [1, transport('009', 1)],
    [0, transport('010', 1)],
  ];
  const water15 = fileOf('沈水', '015');
  const ended: [number, Omit<DemoCase, 'start'>][] = [
    [20, { ...water('015', {}), acts: [notCompetent(1, water15)] }],
    [17, { ...water('016', {}), acts: [...opening(fileOf('沈水', '016')), withdrawn(2)] }],
    [13, { ...food('013'), acts: [...opening(fileOf('沈河市监', '013'), 'health'), withdrawn(1)] }],
  ];
  return [...started, ...ended, ...casesAtWindow].map(([before, demo]) => ({ ...demo, start: ago(before) }));
}
