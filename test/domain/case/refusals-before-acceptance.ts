import type { Order } from '../../../domain/case/acts/index.ts';
import type { Role } from '../../../domain/people/roles.ts';
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
const answered = { stepId: 'intake', reasons: 'r', remedy: 'm', documentNo: '不受1' } as const;

/** Where the law says no to what is done about a supplement or after silence. */
export const beforeAcceptance = {
  'supplement-waiting': () => at(asked(), 'windowClerk', notice()),
  'no-supplement-awaited': () =>
    at(filed(), 'windowClerk', { type: 'declareSupplied', stepId: 'intake', declaredOn: day('2026-09-17') }),
  'supplement-list-invalid': () => at(filed(), 'windowClerk', { ...notice(), mends: [] }),
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
  'silence-to-confirm': () =>
    at(unheard('10:00'), 'windowClerk', { type: 'answerNotNeeded', ...answered }, '2026-09-22'),
  'no-silence-to-confirm': () => at(unheard('00:10'), 'windowLead', { type: 'confirmSilence' }, '2026-09-22'),
  'accepted-by-silence': () =>
    at(unheard('00:10'), 'windowClerk', { type: 'answerNotNeeded', ...answered }, '2026-09-22'),
};
