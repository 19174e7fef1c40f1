import type { ItemSeed } from '../../db/seed/items/item-seed.ts';
import { personAt } from '../../db/seed/people.ts';
import { addDays } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { act, numbered, remedy } from './courses.ts';
import type { Act, CaseFile } from './courses.ts';

const intake = { stepId: 'intake' } as const;
const asked = [
  { kind: 'material', id: 'waterReport', defect: 'missing' },
  { kind: 'field', id: 'discharge', defect: 'wrong' },
] as const;
const [report, discharge] = asked.map(({ kind, id }) => ({ kind, id }));

/** 补正: asked once for a missing report and a field that is to be mended. */
export const supplementAsked = (file: CaseFile): Act =>
  act(
    1,
    'windowClerk',
    'askSupplement',
    {
      ...intake,
      asked,
      mends: ['请提交经专家签名的水资源论证报告书。', '请写明退水水质的监测方法和频次。'],
      consequence: '请在补正期限内一次补齐；逾期未补正的，本机关将依法作出处理并书面告知。',
    },
    (on) => ({ documentNo: numbered(file, '补')(on), servedOn: on }),
  );

/** One of the two, or both, arrive. */
export const supplementReceived = (after: number, which: 'report' | 'both'): Act =>
  act(
    after,
    'windowClerk',
    'receiveSupplement',
    { ...intake, arrived: which === 'report' ? [report] : [report, discharge] },
    (on) => ({
      arrivedOn: on,
    }),
  );

/** The applicant says that all is supplied. */
export const declaredSupplied: Act = act(0, 'windowClerk', 'declareSupplied', intake, (on) => ({ declaredOn: on }));

/** 逾期未补正 of an item that cites no withdrawal: a refusal by the lead. */
export const supplementLapsed = (after: number, file: CaseFile): Act =>
  act(
    after,
    'windowLead',
    'lapseSupplement',
    { ...intake, reasons: '补正期限届满，申请人没有提交水资源论证报告书。', remedy },
    (on) => ({ documentNo: numbered(file, '不受')(on) }),
  );

/** 当场更正 at the window. */
export const correctedOnSpot: Act = act(0, 'windowClerk', 'correctOnSpot', {
  ...intake,
  corrected: [{ kind: 'field', id: 'annualAmount' }],
  note: '年取水量的单位由立方米更正为万立方米，申请人已签名确认。',
});

/** 收件 and 受理 on paper, entered on the day after with its proof. */
export const acceptedOnPaper = (file: CaseFile): readonly Act[] => [
  act(2, 'windowClerk', 'checkIn', { ...intake, received: [] }),
  act(
    0,
    'windowClerk',
    'accept',
    { stepId: 'acceptance', evidence: '系统维护期间以纸质文书受理，申请人签收的送达回证存档。' },
    (on) => ({ documentNo: numbered(file, '受')(on), servedOn: addDays(on as CivilDate, -1) }),
  ),
];

/** 不受理: no permit is needed. */
export const notNeeded = (file: CaseFile): Act =>
  act(
    1,
    'windowClerk',
    'answerNotNeeded',
    { ...intake, reasons: '家庭生活和零星散养畜禽饮用少量取水，依法不需要申请取水许可。', remedy },
    (on) => ({ documentNo: numbered(file, '不受')(on) }),
  );

/** The window thinks that another agency is competent, and the lead is to decide. */
export const refusalProposed: Act = act(0, 'windowClerk', 'proposeRefusal', {
  ...intake,
  competentAgency: '辽宁省水利厅',
  reason: '取水口位于省管河道，按省取水许可分级审批规定由省级受理。',
});

/** Nobody answered in time: the lead has looked. Played in the first hour of a day, the silence was recorded in time and needs nobody. */
export const silenceConfirmed = (after: number): Act => ({
  ...act(after, 'windowLead', 'confirmSilence', { note: '已核对发文登记，期限内没有告知申请人。' }),
  unless: 'no-silence-to-confirm',
});

const signed = { credit: 'clear' } as const;

/** 收件 of an item whose department answers. */
export const checkedIn: Act = act(0, 'windowClerk', 'checkIn', { ...intake, received: [] });

/** 移交部门: one original of each material, and a copy of the first. */
export const passedToDepartment = (after: number, { item, definition }: ItemSeed): Act =>
  act(after, 'windowClerk', 'passToDepartment', {
    stepId: 'passing',
    receiver: personAt('caseOfficer', item.departmentId).id,
    items: definition.materials.map(({ id }, at) => ({ id, originals: 1, copies: at === 0 ? 1 : 0 })),
  });

/** 退回窗口. */
export const returnedToWindow: Act = act(0, 'caseOfficer', 'returnToWindow', {
  stepId: 'passing',
  reason: '移交清单列有施工许可证原件，实际移交的是复印件，请核对后重新移交。',
});

/** 签收 and 受理 by the department. */
export const acceptedByDepartment = (after: number, file: CaseFile): readonly Act[] => [
  act(0, 'caseOfficer', 'signForMaterials', { stepId: 'passing' }),
  act(after, 'caseOfficer', 'accept', { stepId: 'acceptance' }, (on) => ({ documentNo: numbered(file, '受')(on) })),
];

/** 证明事项承诺: the applicant's word stands for a certificate. */
export const certificateReplaced = (file: CaseFile, material: string): Act =>
  act(
    0,
    'windowClerk',
    'replaceCertificates',
    {
      ...intake,
      replaced: [material],
      undertaking: '本企业承诺近三年未发生工程质量责任事故，所述真实；承诺不实的，承担相应法律责任。',
      ...signed,
    },
    (on) => ({ documentNo: numbered(file, '承')(on), undertakenOn: on }),
  );

/** What the officer finds of it. */
export const certificateChecked = (after: number, material: string, result: 'confirmed' | 'untrue'): Act =>
  act(after, 'caseOfficer', 'checkCertificates', {
    checked: [material],
    result,
    findings:
      result === 'confirmed'
        ? '经与工程质量监督记录核对，情况属实。'
        : '工程质量监督记录载有一起质量责任事故，与承诺不符。',
  });

/** 许可承诺: checked in and accepted on the applicant's undertaking. */
export const permitUndertaken = (file: CaseFile): readonly Act[] => [
  act(0, 'windowClerk', 'checkIn', { ...intake, received: [] }),
  act(
    0,
    'windowClerk',
    'acceptUndertaking',
    {
      stepId: 'acceptance',
      undertaking: '本企业已经知晓告知的许可条件，现已符合，愿意接受事后核查；承诺不实的，承担相应法律责任。',
      ...signed,
    },
    (on) => ({
      documentNo: numbered(file, '受')(on),
      undertakingNo: numbered(file, '诺')(on),
      undertakenOn: on,
    }),
  ),
];

/** 事后核查 of such a permit. */
export const checkedAfterwards = (after: number, outcome: 'kept' | 'untrue'): Act =>
  act(
    after,
    'caseOfficer',
    'finishAfterCheck',
    {
      stepId: 'afterCheck',
      outcome,
      findings: outcome === 'kept' ? '人员和净资产均与承诺一致。' : '专业管理人员实有 12 人，与承诺的 22 人不符。',
    },
    (heldOn) => ({ heldOn }),
  );
