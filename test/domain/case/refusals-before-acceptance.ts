import type { Order } from '../../../domain/case/acts/index.ts';
import type { Role } from '../../../domain/people/roles.ts';
import type { Block } from '../../../domain/flow/definition.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { Scene, day } from '../../support/scene.ts';

const filed = () => new Scene('2026-09-14');
const at = (scene: Scene, who: Role, order: Order, on = '2026-09-17') => ({ scene, on, who, order });

/** A notice that asks for a plan and a field to be mended. */
const notice = (servedOn = '2026-09-17') =>
  ({
    type: 'askSupplement',
    stepId: 'intake',
    documentNo: '补1',
    servedOn: day(servedOn),
    asked: [
      { kind: 'material', id: 'plan', defect: 'missing' },
      { kind: 'field', id: 'use', defect: 'wrong' },
    ],
    mends: ['w', 'w'],
    consequence: 'q',
  }) as const;
const asked = () => {
  const scene = filed();
  scene.must('2026-09-15', 'windowClerk', notice('2026-09-15'));
  return scene;
};
/** Nobody answered by 2026-09-20, which was seen at a time of the day after. */
const unheard = (time: string) => {
  const scene = filed();
  scene.pass('2026-09-21', time);
  return scene;
};
const proposal = { type: 'proposeRefusal', stepId: 'intake', competentAgency: 'a', reason: 'r' } as const;
const proposedOne = () => {
  const scene = filed();
  scene.must('2026-09-15', 'windowClerk', proposal);
  return scene;
};
/** Filed online by somebody whom nobody has verified, and checked in. */
const filedOnline = () => {
  const scene = new Scene('2026-09-14', { channel: 'online', identity: 'unverified' });
  scene.must('2026-09-14', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  return scene;
};
const verify = { type: 'verifyIdentity', proof: 'document', verifiedOn: day('2026-09-13') } as const;
const answered = { stepId: 'intake', reasons: 'r', remedy: 'm', documentNo: '不受1' } as const;

/** Filed without the proof of means, which may come later, and accepted on an undertaking. */
const deferrable = () => {
  const materials = ['form', 'plan'].map((id) => ({ id, sha256: null, received: true }));
  return new Scene('2026-09-14', { materials });
};
const undertaking = {
  type: 'deferMaterials',
  stepId: 'intake',
  deferred: ['proof'],
  documentNo: '容1',
  undertakenOn: day('2026-09-14'),
  undertaking: 'u',
  credit: 'clear',
} as const;
const { deferred: _, ...given } = undertaking;
/** The same flow where acceptance knows no undertaking. */
const withoutUndertaking = (block: Block): Block => {
  if (block.type === 'sequence') return { ...block, blocks: block.blocks.map(withoutUndertaking) };
  if (block.type !== 'step' || block.step.kind !== 'acceptance') return block;
  return { ...block, step: { ...block.step, outcomes: [{ id: 'accepted', title: 'accepted' }] } };
};
const replacing = { ...given, type: 'replaceCertificates', replaced: ['plan'] } as const;
const deferred = () => {
  const scene = deferrable();
  scene.must('2026-09-14', 'windowClerk', undertaking);
  return scene.reviewed('2026-09-14', 'plain');
};
const lapse = { type: 'lapseDeferral', documentNo: '容2', reasons: 'r', remedy: 'm' } as const;

/** Where the law says no to what is done about a supplement, about materials to follow, or after silence. */
export const beforeAcceptance = {
  'supplement-waiting': () => at(asked(), 'windowClerk', notice()),
  'no-supplement-awaited': () =>
    at(filed(), 'windowClerk', { type: 'declareSupplied', stepId: 'intake', declaredOn: day('2026-09-17') }),
  'supplement-list-invalid': () => at(filed(), 'windowClerk', { ...notice(), mends: [] }),
  'material-shared': () => {
    const materials = testFlow.materials.map((one) => (one.id === 'plan' ? { ...one, shared: '登记信息' } : one));
    return at(new Scene('2026-09-14', {}, { ...testFlow, materials }), 'windowClerk', notice());
  },
  'supplement-new-item': () => {
    const scene = asked();
    scene.must('2026-09-16', 'windowClerk', {
      type: 'declareSupplied',
      stepId: 'intake',
      declaredOn: day('2026-09-16'),
    });
    const more = { asked: [{ kind: 'material', id: 'form', defect: 'wrong' }], mends: ['w'] } as const;
    return at(scene, 'windowClerk', { ...notice(), ...more });
  },
  'supplement-day-invalid': () => at(filed(), 'windowClerk', notice('2026-09-18')),
  'supplement-evidence-required': () => at(filed(), 'windowClerk', notice('2026-09-16')),
  'supplement-too-late': () =>
    at(unheard('10:00'), 'windowClerk', { ...notice('2026-09-21'), evidence: 'e' }, '2026-09-21'),
  'supplement-not-asked': () =>
    at(asked(), 'windowClerk', {
      type: 'receiveSupplement',
      stepId: 'intake',
      arrived: [{ kind: 'material', id: 'form' }],
      arrivedOn: day('2026-09-17'),
    }),
  'supplement-outstanding': () => {
    const scene = asked();
    scene.must('2026-09-16', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    return at(scene, 'windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: '受1' });
  },
  'supplement-not-lapsed': () =>
    at(asked(), 'windowClerk', {
      type: 'lapseSupplement',
      stepId: 'intake',
      documentNo: '补2',
      reasons: 'r',
      remedy: 'm',
    }),
  'answer-day-invalid': () =>
    at(filed(), 'windowClerk', { type: 'answerNotNeeded', ...answered, servedOn: day('2026-09-13'), evidence: 'e' }),
  'answer-evidence-required': () =>
    at(filed(), 'windowClerk', { type: 'answerNotNeeded', ...answered, servedOn: day('2026-09-16') }),
  'identity-not-verified': () =>
    at(filedOnline(), 'windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: '受1' }),
  'no-identity-to-verify': () => at(filed(), 'windowClerk', verify),
  'identity-day-invalid': () => at(filedOnline(), 'windowClerk', verify),
  'nothing-to-defer': () => at(filed(), 'windowClerk', undertaking),
  'not-deferrable': () => at(deferrable(), 'windowClerk', { ...undertaking, deferred: ['form'] }),
  'credit-barred': () => at(deferrable(), 'windowClerk', { ...undertaking, credit: 'barred' }),
  'undertaking-day-invalid': () => at(deferrable(), 'windowClerk', { ...undertaking, undertakenOn: day('2026-09-13') }),
  'undertaking-required': () => {
    const scene = deferrable();
    scene.must('2026-09-14', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: [] });
    return at(scene, 'windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: '受1' });
  },
  'deferral-awaited': () =>
    at(deferred(), 'approver', { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' }),
  'no-deferral-to-lapse': () => at(filed(), 'windowLead', lapse),
  'deferral-not-lapsed': () => at(deferred(), 'windowLead', lapse),
  'undertaking-not-offered': () => {
    const plain = { ...testFlow, body: withoutUndertaking(testFlow.body) };
    const scene = new Scene('2026-09-14', {}, plain);
    scene.must('2026-09-14', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    const order = { ...given, type: 'acceptUndertaking', stepId: 'acceptance', undertakingNo: '诺1' } as const;
    return at(scene, 'windowClerk', order);
  },
  'nothing-to-replace': () => {
    const scene = filed();
    scene.must('2026-09-14', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    return at(scene, 'windowClerk', { ...replacing, stepId: 'acceptance' });
  },
  'not-replaceable': () => at(filed(), 'windowClerk', { ...replacing, replaced: ['form'] }),
  'nothing-to-check': () =>
    at(filed(), 'caseOfficer', { type: 'checkCertificates', checked: ['plan'], result: 'untrue', findings: 'f' }),
  'refusal-proposed': () => at(proposedOne(), 'windowClerk', proposal),
  'no-refusal-proposed': () => at(filed(), 'windowLead', { type: 'returnProposal', stepId: 'intake', reason: 'r' }),
  'silence-to-confirm': () =>
    at(unheard('10:00'), 'windowClerk', { type: 'answerNotNeeded', ...answered }, '2026-09-22'),
  'no-silence-to-confirm': () => at(unheard('00:10'), 'windowLead', { type: 'confirmSilence' }, '2026-09-22'),
  'accepted-by-silence': () =>
    at(unheard('00:10'), 'windowClerk', { type: 'answerNotNeeded', ...answered }, '2026-09-22'),
};
