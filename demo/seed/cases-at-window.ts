import { developerQualification } from '../../db/seed/items/developer-qualification.ts';
import { foodBusinessChange } from '../../db/seed/items/food-business-change.ts';
import { foodBusiness } from '../../db/seed/items/food-business.ts';
import { presale } from '../../db/seed/items/presale.ts';
import { waterAbstraction } from '../../db/seed/items/water-abstraction.ts';
import type { DemoCase } from './demo-case.ts';
import { granted, opening, posted, reviewed } from './courses.ts';
import type { Act, CaseFile } from './courses.ts';
import { announced, cameBack, toldToCollect } from './serving.ts';
import { forms } from './filings.ts';
import {
  acceptedByDepartment,
  acceptedOnPaper,
  certificateChecked,
  certificateReplaced,
  checkedAfterwards,
  checkedIn,
  correctedOnSpot,
  declaredSupplied,
  notNeeded,
  passedToDepartment,
  permitUndertaken,
  refusalProposed,
  returnedToWindow,
  silenceConfirmed,
  supplementAsked,
  supplementLapsed,
  supplementReceived,
} from './window.ts';

type Case = Omit<DemoCase, 'start'>;

/** A water case whose acts at the window are told by its number; `without` the report where that is what is asked for. */
function water(no: string, acts: (file: CaseFile) => readonly Act[], more: Partial<Case> = {}): Case {
  const file = { office: '沈水', no: Number(no) };
  return { name: `water-${no}`, seed: waterAbstraction, form: forms.water('surface'), acts: acts(file), ...more };
}

function developer(no: string, acts: (file: CaseFile) => readonly Act[], more: Partial<Case> = {}): Case {
  const file = { office: '沈建', no: Number(no) };
  return { name: `developer-${no}`, seed: developerQualification, form: forms.developer(), acts: acts(file), ...more };
}

function presold(no: string, acts: (file: CaseFile) => readonly Act[]): Case {
  const file = { office: '沈建', no: Number(no) };
  return { name: `presale-${no}`, seed: presale, form: forms.presale(), acts: acts(file) };
}

const incomplete = { without: ['waterReport'] };
const onWord = { without: ['quality'] };
const examined = [reviewed(2, 'caseOfficer', 'review', 'complete'), reviewed(1, 'reviewer', 'audit', 'approve')];

/** Before and at acceptance: a case in every state, with how many working days ago it was filed. */
export const casesAtWindow: readonly (readonly [ago: number, Case])[] = [
  // Nobody answered: it waits for the lead, or the lead has confirmed it.
  [14, water('020', () => [], incomplete)],
  [16, water('021', () => [silenceConfirmed(8)], { ...incomplete, waits: true })],
  // The notice of acceptance comes after silence had accepted.
  [17, water('034', (file) => [silenceConfirmed(8), ...opening(file)], { waits: true })],
  // 补正: awaited, in part, said to be supplied, over, ended, accepted after it.
  [10, water('022', (file) => [supplementAsked(file)], incomplete)],
  [11, water('023', (file) => [supplementAsked(file), supplementReceived(3, 'report')], incomplete)],
  [7, water('024', (file) => [supplementAsked(file), supplementReceived(3, 'both'), declaredSupplied], incomplete)],
  [22, water('025', (file) => [supplementAsked(file)], incomplete)],
  [24, water('026', (file) => [supplementAsked(file), supplementLapsed(18, file)], { ...incomplete, waits: true })],
  [15, water('027', (file) => [supplementAsked(file), supplementReceived(4, 'both'), ...opening(file)], incomplete)],
  // 当场更正, 补录, 不受理.
  [8, water('028', (file) => [correctedOnSpot, ...opening(file)])],
  [9, water('029', acceptedOnPaper, { waits: true })],
  [6, water('030', (file) => [notNeeded(file)], incomplete)],
  // 不予受理 that the lead is to decide.
  [1, water('033', () => [refusalProposed])],
  // 容缺受理 whose day is past, and one that still has time.
  [7, lateFood('020')],
  [2, lateFood('021')],
  // 即办件: done at the window within minutes, and one that has just come in.
  [3, changed('101', doneOnTheSpot)],
  [0, changed('102', () => [])],
  // 证明事项承诺: checked, unchecked, untrue.
  [
    20,
    developer(
      '001',
      (file) => [
        certificateReplaced(file, 'quality'),
        ...opening(file),
        ...examined,
        certificateChecked(0, 'quality', 'confirmed'),
        ...granted(file, '2029-11-30'),
      ],
      onWord,
    ),
  ],
  [4, developer('002', (file) => [certificateReplaced(file, 'quality'), ...opening(file)], onWord)],
  [
    9,
    developer(
      '003',
      (file) => [
        certificateReplaced(file, 'quality'),
        ...opening(file),
        ...examined,
        certificateChecked(1, 'quality', 'untrue'),
      ],
      onWord,
    ),
  ],
  // 许可承诺: to be decided, to be checked, checked, found untrue, its check overdue.
  [0, developer('004', permitUndertaken)],
  [5, developer('005', permitGranted)],
  [25, developer('006', (file) => [...permitGranted(file), checkedAfterwards(8, 'kept')])],
  [26, developer('007', (file) => [...permitGranted(file), checkedAfterwards(9, 'untrue')])],
  [36, developer('008', permitGranted)],
  // 材料移交: waiting for the window, for the department's signature, late, returned, accepted by the department.
  [1, presold('101', () => [checkedIn])],
  [1, presold('102', () => [checkedIn, passedToDepartment(0, presale)])],
  [4, presold('103', () => [checkedIn])],
  [2, presold('104', () => [checkedIn, passedToDepartment(1, presale), returnedToWindow])],
  [5, presold('105', (file) => [checkedIn, passedToDepartment(1, presale), ...acceptedByDepartment(2, file)])],
  // 送达: to be collected (told twice), in the post, returned, being announced.
  [14, developer('009', (file) => [...permitMade(file), toldToCollect(1), toldToCollect(7)])],
  [4, developer('010', (file) => [...permitMade(file), posted(1, file)])],
  [8, developer('011', (file) => [...permitMade(file), ...cameBack(file)])],
  [17, developer('012', (file) => [...permitMade(file), ...announced(file)])],
];

/** Decided on the very day, made out and handed over. */
function permitGranted(file: CaseFile): readonly Act[] {
  const [decision, ...rest] = granted(file, '2029-11-30');
  return [...permitUndertaken(file), ...(decision === undefined ? [] : [{ ...decision, after: 0 }]), ...rest];
}

/** Decided and made out, and still to be handed over. */
function permitMade(file: CaseFile): readonly Act[] {
  return permitGranted(file).slice(0, -1);
}

/** Accepted on an undertaking that is not kept yet. */
function lateFood(no: string): Case {
  const file = { office: '沈河市监', no: Number(no) };
  return { name: `food-${no}`, seed: foodBusiness, form: forms.food(), acts: opening(file, 'health') };
}

function changed(no: string, acts: (file: CaseFile) => readonly Act[]): Case {
  const file = { office: '沈河市监', no: Number(no) };
  return {
    name: `food-change-${no}`,
    seed: foodBusinessChange,
    form: forms.foodChange(`浑南面馆${no}号店`),
    acts: acts(file),
  };
}

/** From receipt to delivery on one day, each act by who does it alone. */
function doneOnTheSpot(file: CaseFile): readonly Act[] {
  const [decision, ...rest] = granted(file, null);
  const lead = decision === undefined ? [] : [{ ...decision, role: 'windowLead' as const }];
  return [...opening(file), ...lead, ...rest].map((act) => ({ ...act, after: 0 }));
}
