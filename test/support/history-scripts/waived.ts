import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { digestOf, reviewed } from '../driven-case.ts';
import { testFlow } from '../flow-fixture.ts';
import { undertaken } from './not-supplied-later.ts';
import { taken, words } from './script.ts';
import type { Script } from './script.ts';

const later = ['plan', 'proof'];

/** A paper that was let in to come later comes, and the hearing that was offered is waived. */
export const waived: Script = Object.assign<Script, Pick<Script, 'filing'>>(
  async (product, it) => {
    await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    await it.must('windowClerk', undertaken(civilDateOf(product.now())));
    await it.must('windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: '受1' });
    await it.must('windowClerk', { type: 'receiveMaterials', received: ['proof'] });
    await reviewed(it, 'hearing');
    const today = civilDateOf(product.now());
    const waiver = { waivedOn: today, statement: digestOf('statement') };
    await it.must('hearingOfficer', { type: 'waiveHearing', stepId: 'hearing', ...waiver });
    const answer = { documentNo: '决4', reasons: words.reason };
    await it.must('approver', { type: 'makeDecision', stepId: 'decision', outcome: 'grant', ...answer });
    const certificate = { certificateNo: '证4', validFrom: today, validUntil: null };
    await it.must('certificateClerk', { type: 'issueCertificate', stepId: 'certificate', ...certificate });
    await it.must('certificateClerk', { type: 'deliver', stepId: 'delivery', ...taken, servedOn: today });
  },
  { filing: { materials: testFlow.materials.map(({ id }) => ({ id, sha256: null, received: !later.includes(id) })) } },
);
