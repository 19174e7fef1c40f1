import type { Order } from '../../../domain/case/acts/index.ts';
import type { Role } from '../../../domain/people/roles.ts';
import { atWindow, listOf, passed } from '../../support/passing-flow.ts';
import type { Scene } from '../../support/scene.ts';

const at = (scene: Scene, who: Role, order: Order, on = '2026-09-16') => ({ scene, on, who, order });
const sign = { type: 'signForMaterials', stepId: 'passing' } as const;
const back = { type: 'returnToWindow', stepId: 'passing', reason: 'r' } as const;
const pass = { type: 'passToDepartment', stepId: 'passing', receiver: 'caseOfficer' } as const;
const checkedIn = () => {
  const scene = atWindow('2026-09-14');
  scene.must('2026-09-15', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  return scene;
};
const handed = () => passed(atWindow('2026-09-14'), '2026-09-15');

/** A scenario for each refusal of 材料移交. */
export const ofPassing = {
  'department-answers': () => {
    const scene = handed();
    scene.must('2026-09-15', 'caseOfficer', sign);
    return at(scene, 'windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: '受1' });
  },
  'already-passed': () => {
    const scene = handed();
    return at(scene, 'windowClerk', { ...pass, items: listOf(scene) });
  },
  'nothing-passed': () => at(checkedIn(), 'caseOfficer', sign),
  'passed-list-mismatch': () => {
    const scene = checkedIn();
    return at(scene, 'windowClerk', { ...pass, items: listOf(scene).slice(1) });
  },
  'return-too-late': () => at(handed(), 'caseOfficer', back, '2026-09-17'),
} as const;
