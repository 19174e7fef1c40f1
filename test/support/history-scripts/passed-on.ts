import type { PassedItem } from '../../../domain/case/passed.ts';
import { digestOf, newNumber } from '../driven-case.ts';
import { passingFlow } from '../passing-flow.ts';
import { uuidOf } from '../played-case.ts';
import { fastForward } from '../time-skipping.ts';
import { words } from './script.ts';
import type { Script } from './script.ts';

const dayMs = 86_400_000;
const stepId = 'passing';
const items: readonly PassedItem[] = passingFlow.materials.map(({ id }) => ({ id, originals: 1, copies: 0 }));

/** Passed on late, returned, passed on again, signed for and accepted by the department after silence; then withdrawn. */
export const passedOn: Script = Object.assign<Script, Pick<Script, 'flow'>>(
  async (product, it) => {
    const receiver = uuidOf('caseOfficer');
    await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    await it.give('caseOfficer', { type: 'signForMaterials', stepId });
    await fastForward(product, it.caseId, 5 * dayMs);
    await it.must('windowClerk', { type: 'passToDepartment', stepId, receiver, items });
    await it.must('caseOfficer', { type: 'returnToWindow', stepId, reason: digestOf('list') });
    await it.must('windowClerk', { type: 'passToDepartment', stepId, receiver, items });
    await it.must('caseOfficer', { type: 'signForMaterials', stepId });
    await it.give('windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: newNumber('受') });
    await fastForward(product, it.caseId, 10 * dayMs);
    await it.must('windowClerk', { type: 'withdraw', statement: words.reason });
  },
  { flow: passingFlow },
);
