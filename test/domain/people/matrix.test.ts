import { describe, expect, it } from 'vitest';
import type { Order, OrderType } from '../../../domain/case/acts/index.ts';
import { acts, orderTypes } from '../../../domain/case/acts/index.ts';
import { applicantActor } from '../../../domain/people/applicant.ts';
import { can, canSee } from '../../../domain/people/can.ts';
import { roleNames } from '../../../domain/people/roles.ts';
import type { Actor, Role } from '../../../domain/people/roles.ts';
import { systemActor } from '../../../domain/people/system.ts';
import type { StepState } from '../../../domain/case/state.ts';
import { atWindow } from '../../support/passing-flow.ts';
import { Scene } from '../../support/scene.ts';

/** Written from design.md and domain.md 9.4, not from the code: who may give each order to a case of the own department. */
const mayGive = `
  checkIn             intake       windowClerk
  passToDepartment    passing      windowClerk
  signForMaterials    passing      caseOfficer
  returnToWindow      passing      caseOfficer
  accept              acceptance   windowClerk
  acceptUndertaking   acceptance   windowClerk
  refuseAcceptance    acceptance   windowLead
  answerNotNeeded     intake       windowClerk
  askSupplement       intake       windowClerk
  receiveSupplement   intake       windowClerk
  declareSupplied     acceptance   windowClerk
  correctOnSpot       intake       windowClerk
  lapseSupplement     acceptance   windowClerk
  proposeRefusal      intake       windowClerk
  returnProposal      intake       windowLead
  deferMaterials      intake       windowClerk
  replaceCertificates intake       windowClerk
  finishReview        review       caseOfficer
  requestUntimedStep  experts      caseOfficer
  approveUntimedStep  experts      sectionChief
  declineUntimedStep  experts      sectionChief
  recordNotice        experts      caseOfficer
  startUntimedStep    experts      caseOfficer
  finishExpertReview  experts      caseOfficer
  finishInspection    site         siteInspector
  tellHearingRight    hearing      hearingOfficer
  callHearing         hearing      hearingOfficer
  announceHearing     hearing      hearingOfficer
  finishHearing       hearing      hearingOfficer
  waiveHearing        hearing      hearingOfficer
  makeDecision        decision     approver
  issueCertificate    certificate  certificateClerk
  deliver             delivery     certificateClerk
  tellToCollect       delivery     certificateClerk
  sendByPost          delivery     certificateClerk
  postReturned        delivery     certificateClerk
  serveFailed         delivery     certificateClerk
  announce            delivery     certificateClerk
  finishAfterCheck    afterCheck   caseOfficer
  claimTask           experts      caseOfficer
  releaseTask         experts      caseOfficer
  handOverTask        experts      caseOfficer
  reassignTask        experts      sectionChief
  verifyIdentity      -            windowClerk windowLead
  confirmSilence      -            windowLead
  receiveMaterials    -            windowClerk
  lapseDeferral       -            windowLead
  checkCertificates   -            caseOfficer
  tellInterested      -            caseOfficer reviewer
  receiveStatement    -            caseOfficer reviewer windowClerk
  answerStatement     -            caseOfficer reviewer
  withdraw            -            windowClerk
  requestExtension    -            caseOfficer reviewer
  approveExtension    -            agencyHead
  declineExtension    -            agencyHead
  changeContact       -            windowClerk
  correctDocument     -            windowLead sectionChief approver deputyHead agencyHead
  proposeRevocation   -            caseOfficer reviewer
  declineRevocation   -            approver deputyHead agencyHead
  revokeGrant         -            approver deputyHead agencyHead
  serveRevocation     -            certificateClerk windowClerk
  recordSuperiorRevocation -       approver deputyHead agencyHead
  acknowledge         -            supervisor supervisionLead windowLead sectionChief deputyHead agencyHead
  remind              experts      supervisor supervisionLead windowLead sectionChief deputyHead agencyHead
  reportSupplied      -
  askWithdrawal       -
  advanceClock        -            systemAdmin
  adoptCalendar       -
`;

const rows = mayGive
  .trim()
  .split('\n')
  .map((line) => {
    const [order = '', stepId = '', ...roles] = line.trim().split(/\s+/);
    return { order: order as OrderType, stepId: stepId === '-' ? null : stepId, roles };
  });

const watching: readonly Role[] = ['supervisor', 'supervisionLead'];
const keepers: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin', 'catalogueAdmin'];
const scene = new Scene('2026-03-02');
/** Of an item whose department answers. */
const ofDepartment = atWindow('2026-03-02');
const sceneOf = ({ stepId }: (typeof rows)[number]) => (stepId === 'passing' ? ofDepartment : scene);

const places = {
  'the own department': { departmentId: 'sy-water', regionCode: '210100' },
  'another department of the city': { departmentId: 'sy-health', regionCode: '210100' },
  'a department of another city': { departmentId: 'dl-water', regionCode: '210200' },
  'a district below': { departmentId: 'sh-market', regionCode: '210102' },
  'the province': { departmentId: 'ln-biz', regionCode: '210000' },
} as const;
type Place = keyof typeof places;

function holds(role: Role, place: Place): Actor {
  return { id: 'somebody', posts: [{ role, ...places[place] }] };
}

function asIfOpen(id: string): StepState {
  const { drawn: _drawn, ...step } = scene.step('intake');
  return { ...step, id };
}

/** The right an order asks for, on its step as if that were open. */
function askedFor({ order, stepId }: (typeof rows)[number]) {
  const step = stepId === null ? null : asIfOpen(stepId);
  return { type: order, step, holder: acts[order].holder };
}

/** Default deny: supervisors where their region covers the case's, the system administrator anywhere, others in the department. */
function expected(row: (typeof rows)[number], role: Role, place: Place): boolean {
  if (!row.roles.includes(role)) return false;
  if (role === 'systemAdmin') return true;
  if (watching.includes(role)) return place !== 'a department of another city' && place !== 'a district below';
  return place === 'the own department';
}

describe('the matrix of roles and orders', () => {
  it('names every order once', () => {
    expect(rows.map(({ order }) => order).toSorted()).toEqual([...orderTypes].toSorted());
  });

  for (const row of rows) {
    it(`${row.order}: ${row.roles.join(', ') || 'the system or the applicant'} and nobody else, wherever else they sit`, () => {
      const asked = askedFor(row);
      for (const role of roleNames) {
        for (const place of Object.keys(places) as Place[]) {
          const answer = can(holds(role, place), asked, sceneOf(row));
          const want = expected(row, role, place);
          expect([role, place, answer === null]).toEqual([role, place, want]);
          if (answer !== null) expect(answer.code).toBe('not-allowed');
        }
      }
    });
  }

  it('gives the system and the applicant each their own of what no role may, and nothing else', () => {
    for (const row of rows) {
      const may = [systemActor, applicantActor].map((actor) => can(actor, askedFor(row), sceneOf(row)) === null);
      const byApplicant = ['reportSupplied', 'askWithdrawal'].includes(row.order);
      const expected = row.roles.length > 0 ? [false, false] : [!byApplicant, byApplicant];
      expect([row.order, ...may]).toEqual([row.order, ...expected]);
    }
  });

  it('gives nothing to who holds no post', () => {
    for (const row of rows) {
      expect(can({ id: 'nobody', posts: [] }, askedFor(row), sceneOf(row))).not.toBeNull();
    }
  });

  it('decides as the machine does: what the table denies, an order is refused for', () => {
    const order: Order = { type: 'accept', stepId: 'acceptance', documentNo: '受1' };
    const fresh = new Scene('2026-03-02');
    fresh.must('2026-03-02', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    for (const role of roleNames.filter((name) => name !== 'windowClerk')) {
      expect([role, fresh.refused('2026-03-02', role, order)]).toEqual([role, 'not-allowed']);
    }
    expect(fresh.must('2026-03-02', 'windowClerk', order).length).toBeGreaterThan(0);
  });
});

describe('who sees a case', () => {
  it('is who has a post in its department or watches its region; administrators of system and catalogue see none', () => {
    const { departmentId, regionCode } = places['the own department'];
    const where = { regionCode, departments: [departmentId], people: [] };
    for (const role of roleNames) {
      for (const place of Object.keys(places) as Place[]) {
        const covers = place !== 'a department of another city' && place !== 'a district below';
        const handles = place === 'the own department' && !keepers.includes(role);
        const want = watching.includes(role) ? covers : handles;
        expect([role, place, canSee(holds(role, place), where)]).toEqual([role, place, want]);
      }
    }
  });

  it('is also another department with a task, and who holds or held one wherever they went, but nobody without a post', () => {
    const away = { ...holds('caseOfficer', 'a department of another city'), id: 'wang' };
    const where = { regionCode: '210100', departments: ['sy-water'], people: [] };
    expect(canSee(away, where)).toBe(false);
    expect(canSee(away, { ...where, departments: ['sy-water', away.posts[0]?.departmentId ?? ''] })).toBe(true);
    const held = { ...where, people: ['li', 'wang'] };
    expect(canSee(away, held)).toBe(true);
    for (const role of keepers) expect(canSee({ ...holds(role, 'the own department'), id: 'wang' }, held)).toBe(false);
    expect(canSee({ id: 'wang', posts: [] }, held)).toBe(false);
  });
});
