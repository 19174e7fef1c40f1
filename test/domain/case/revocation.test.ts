import { describe, expect, it } from 'vitest';
import { messageRowsOf } from '../../../db/projections/message-rows.ts';
import { changedRows } from '../../../db/projections/rows.ts';
import { taskRowsOf } from '../../../db/projections/task-rows.ts';
import { handedOut, postedOn } from '../../support/good-order.ts';
import { Scene, day, lineOf, person } from '../../support/scene.ts';

const proposal = { type: 'proposeRevocation', ground: 'unqualified', reasons: 'r' } as const;
const words = { documentNo: '撤1', reasons: 'r', heard: 's', weighed: 'w', remedy: 'm' } as const;
const revoke = { type: 'revokeGrant', ...words } as const;
const decline = { type: 'declineRevocation', reason: 'r' } as const;
const above = { type: 'recordSuperiorRevocation', ground: 'deceit', superior: 'a', superiorNo: '省撤3' } as const;

/** Granted and served on 2026-03-05, its undertaking checked and true: the case is closed. */
function closed(eDelivery = false): Scene {
  const scene = new Scene('2026-03-02', { eDelivery }).undertaken('2026-03-03', '2026-03-05');
  const check = { heldOn: day('2026-03-09'), findings: 'f', outcome: 'kept' } as const;
  scene.must('2026-03-10', 'caseOfficer', { type: 'finishAfterCheck', stepId: 'afterCheck', ...check });
  return scene;
}

describe('撤销 of a granted permit (XKF 69, domain.md 12.2.2)', () => {
  it('is proposed by the officer and decided by a head, also after the case has ended, which it does not open again', () => {
    const scene = closed();
    const before = scene.state;
    const facts = scene.must('2026-06-01', 'caseOfficer', proposal);
    expect(facts.map(lineOf)).toEqual(['RevocationProposed 2026-06-01']);
    expect(messageRowsOf(facts, scene.world, scene.state).map(({ role }) => role)).toEqual([
      'approver',
      'deputyHead',
      'agencyHead',
    ]);
    const done = scene.must('2026-06-03', 'approver', revoke);
    expect(done.map(lineOf)).toEqual(['GrantRevoked 2026-06-03']);
    expect(messageRowsOf(done, scene.world, scene.state)).toMatchObject([
      { kind: 'GrantRevoked', personId: person('caseOfficer').id },
      { kind: 'GrantRevoked', role: 'certificateClerk' },
      { kind: 'GrantRevoked', role: 'windowClerk' },
    ]);
    const { revocation, seq, hash, last, recordedUntil, ...after } = scene.state;
    expect(revocation).toMatchObject({ state: 'revoked', on: '2026-06-03', ground: 'unqualified', decisionNo: '撤1' });
    const { seq: _seq, hash: _hash, last: _last, recordedUntil: _until, ...unmoved } = before;
    expect(after).toEqual(unmoved);
    expect([seq > before.seq, hash === before.hash, last > 0, recordedUntil > 0]).toEqual([true, false, true, true]);
  });

  it('is never decided by who proposed it, and not without a proposal', () => {
    const scene = closed();
    const both = { id: 'both', posts: [...person('caseOfficer').posts, ...person('approver').posts] };
    expect(scene.refused('2026-06-01', 'approver', revoke)).toBe('no-revocation-proposed');
    scene.give('2026-06-01', both, proposal);
    expect(scene.refused('2026-06-02', both, revoke)).toBe('four-eyes');
    expect(scene.refused('2026-06-02', 'caseOfficer', revoke)).toBe('not-allowed');
    scene.must('2026-06-02', 'deputyHead', revoke);
    expect(scene.refused('2026-06-03', 'caseOfficer', proposal)).toBe('already-revoked');
  });

  it('that is declined leaves the permit in force, tells who proposed it, and may be proposed anew', () => {
    const scene = closed();
    scene.must('2026-06-01', 'caseOfficer', proposal);
    expect(scene.refused('2026-06-01', 'caseOfficer', proposal)).toBe('revocation-proposed');
    const facts = scene.must('2026-06-02', 'agencyHead', decline);
    expect(messageRowsOf(facts, scene.world, scene.state)).toMatchObject([
      { kind: 'RevocationDeclined', personId: person('caseOfficer').id },
    ]);
    expect(scene.state.revocation?.state).toBe('declined');
    scene.must('2026-06-03', 'caseOfficer', proposal);
    expect(scene.state.revocation?.state).toBe('proposed');
  });

  it('waits until the grant was served, and there is none of a refusal', () => {
    const scene = new Scene('2026-03-02').decided('2026-03-03');
    expect(scene.refused('2026-03-04', 'caseOfficer', proposal)).toBe('nothing-to-revoke');
    const refused = new Scene('2026-03-02').decided('2026-03-03', 'refuse');
    const service = { mode: 'collected', takenBy: 'applicant', recipient: 'z', servedOn: day('2026-03-05') } as const;
    refused.must('2026-03-05', 'certificateClerk', { type: 'deliver', stepId: 'delivery', ...service });
    expect(refused.refused('2026-03-06', 'caseOfficer', proposal)).toBe('nothing-to-revoke');
  });

  it('by the agency above is entered with its number and day, whatever was proposed here', () => {
    const scene = closed();
    scene.must('2026-06-01', 'caseOfficer', proposal);
    expect(scene.refused('2026-06-02', 'agencyHead', { ...above, revokedOn: day('2026-03-02') })).toBe(
      'revocation-day-invalid',
    );
    scene.must('2026-06-02', 'agencyHead', { ...above, revokedOn: day('2026-05-28') });
    expect(scene.state.revocation).toMatchObject({ state: 'revokedAbove', on: '2026-05-28', decisionNo: '省撤3' });
    expect(scene.refused('2026-06-03', 'approver', revoke)).toBe('no-revocation-proposed');
  });
});

describe('a revocation in the lists', () => {
  const at = (scene: Scene) => ({ world: scene.world, state: scene.state });

  it('waits for the post that granted, then at the outlet for the post that served the permit, though the case is over', () => {
    const scene = closed();
    expect(taskRowsOf(scene.world, scene.state)).toEqual([]);
    scene.must('2026-06-01', 'caseOfficer', proposal);
    expect(taskRowsOf(scene.world, scene.state)).toMatchObject([
      { taskId: 'revocation', origin: 'revocation', role: 'approver', stepId: 'decision', dueKey: 'infinity' },
    ]);
    const before = at(scene);
    const decided = scene.must('2026-06-03', 'approver', revoke);
    const { tasks, tasksOver } = changedRows(before, at(scene), decided);
    expect(tasksOver).toMatchObject([{ taskId: 'revocation' }]);
    expect(tasks).toMatchObject([
      {
        taskId: 'revocationService',
        role: 'certificateClerk',
        servingOn: '2026-06-03',
        serving: { stage: 'revocation' },
      },
    ]);
    scene.must('2026-06-05', 'windowClerk', { ...handedOut, type: 'serveRevocation', servedOn: day('2026-06-05') });
    expect(taskRowsOf(scene.world, scene.state)).toEqual([]);
  });

  it('leaves them where it is declined, or the agency above has revoked', () => {
    for (const order of [decline, { ...above, revokedOn: day('2026-05-28') }] as const) {
      const scene = closed();
      scene.must('2026-06-01', 'caseOfficer', proposal);
      scene.must('2026-06-02', 'agencyHead', order);
      expect(taskRowsOf(scene.world, scene.state)).toEqual([]);
    }
  });
});

describe('a revocation while the undertaking is still to be checked', () => {
  it('leaves nobody to check and no clock to keep: in lists, on the page and for the applicant', () => {
    const scene = new Scene('2026-03-02').undertaken('2026-03-03', '2026-03-05');
    scene.must('2026-03-06', 'caseOfficer', proposal);
    const tasks = () => changedRows(null, { world: scene.world, state: scene.state }, []).tasks;
    expect(tasks().map(({ taskId }) => taskId)).toEqual(['afterCheck', 'revocation']);
    scene.must('2026-03-09', 'approver', revoke);
    const rows = changedRows(null, { world: scene.world, state: scene.state }, []);
    expect(rows.tasks.map(({ taskId }) => taskId)).toEqual(['revocationService']);
    expect(rows.clocks.filter(({ endedOn }) => endedOn === null)).toEqual([]);
    expect(rows.clocks.find(({ kind }) => kind === 'afterCheck')?.endedOn).toBe('2026-03-09');
    expect(rows.steps.filter(({ open }) => open)).toEqual([]);
    expect(rows.cases).toMatchObject([{ sortDueOn: null, yellowKey: 'infinity', redKey: 'infinity' }]);
    // What is recorded goes on as it was.
    expect([scene.state.status, scene.clock('afterCheck').endedOn]).toEqual(['open', null]);
  });
});

describe('12.2.5 送达 of the decision that revoked', () => {
  /** Proposed on 2026-06-01, revoked on 2026-06-03. */
  function revoked(eDelivery = false): Scene {
    const scene = closed(eDelivery);
    scene.must('2026-06-01', 'caseOfficer', proposal);
    scene.must('2026-06-03', 'approver', revoke);
    return scene;
  }
  const served = { type: 'serveRevocation', servedOn: day('2026-06-05') } as const;
  const agent = { takenBy: 'agent', idType: 'residentId', idNo: 'n', authority: 'p' } as const;
  const left = { mode: 'left', refusedBecause: 'r' } as const;

  it.each([
    handedOut,
    { ...handedOut, ...agent },
    postedOn(day('2026-06-04')),
    { ...left, witness: 'w' },
    { mode: 'entrusted', throughAgency: 'a', agencyReturn: 't' },
    { mode: 'electronic', medium: 'm' },
  ] as const)('keeps its day and what proves it, once only, and moves nothing else: $mode', (proof) => {
    const scene = revoked(true);
    const before = scene.state;
    const [fact, ...more] = scene.must('2026-06-08', 'certificateClerk', { ...served, ...proof });
    expect(fact?.body).toEqual({ ...proof, type: 'RevocationServed', servedOn: '2026-06-05' });
    expect(more).toEqual([]);
    expect(scene.state.revocation).toEqual({ ...before.revocation, servedOn: '2026-06-05' });
    expect([scene.state.status, scene.state.clocks, scene.state.steps]).toEqual([
      before.status,
      before.clocks,
      before.steps,
    ]);
    expect(scene.refused('2026-06-09', 'windowClerk', { ...served, ...proof })).toBe('no-revocation-to-serve');
  });

  it.each([
    [{ ...handedOut, servedOn: day('2026-06-02') }, 'served-on-invalid'],
    [{ ...handedOut, servedOn: day('2026-06-09') }, 'served-on-invalid'],
    [{ mode: 'collected', takenBy: 'applicant' }, 'service-proof-missing'],
    [{ ...handedOut, witness: 'w' }, 'service-proof-contradicts'],
    [left, 'service-witness-required'],
    [postedOn(day('2026-06-02')), 'sent-on-invalid'],
    [{ mode: 'electronic', medium: 'm' }, 'e-delivery-without-consent'],
  ] as const)('is refused without its proof, its day or consent: %o, %s', (proof, code) => {
    const scene = revoked();
    expect(scene.refused('2026-06-08', 'windowClerk', { ...served, ...proof })).toBe(code);
    expect(scene.state.revocation?.servedOn).toBeUndefined();
  });

  it('is of a revocation of ours that stands, and by who hands out the papers', () => {
    const scene = closed();
    const order = { ...served, ...handedOut } as const;
    expect(scene.refused('2026-06-08', 'windowClerk', order)).toBe('no-revocation-to-serve');
    scene.must('2026-06-01', 'caseOfficer', proposal);
    scene.must('2026-06-02', 'agencyHead', { ...above, revokedOn: day('2026-05-28') });
    expect(scene.refused('2026-06-08', 'windowClerk', order)).toBe('no-revocation-to-serve');
    expect(revoked().refused('2026-06-08', 'approver', order)).toBe('not-allowed');
  });
});

describe('更正 of a document', () => {
  const correction = { type: 'correctDocument', documentSeq: 1, basis: 'e', documentNo: '更1' } as const;

  it('is a fact of its own beside the document, which stays, and moves nothing of the case', () => {
    const scene = closed();
    const before = scene.state;
    const facts = scene.must('2026-06-01', 'windowLead', { ...correction, wrong: 'w', right: 'x' });
    expect(facts.map(lineOf)).toEqual(['DocumentCorrected 2026-06-01']);
    expect(scene.state.clocks).toEqual(before.clocks);
    expect([scene.state.status, scene.state.result]).toEqual([before.status, before.result]);
    expect(scene.refused('2026-06-01', 'windowClerk', { ...correction, wrong: 'w', right: 'x' })).toBe('not-allowed');
    expect(scene.refused('2026-06-01', 'windowLead', { ...correction, wrong: 'w', right: 'w' })).toBe(
      'nothing-corrected',
    );
    const unknown = { ...correction, documentSeq: scene.state.seq + 1, wrong: 'w', right: 'x' };
    expect(scene.refused('2026-06-01', 'windowLead', unknown)).toBe('no-such-document');
  });
});
