import { addDays, civilDateOf } from '../../../domain/clock/civil-date.ts';
import { accepted, digestOf, reviewed } from '../driven-case.ts';
import { uuidOf } from '../played-case.ts';
import { words } from './script.ts';
import type { Script } from './script.ts';

/** A hearing of which the right is told, that is called and announced; then the applicant withdraws. */
export const called: Script = async (product, it) => {
  await accepted(it);
  await reviewed(it, 'hearing');
  const today = civilDateOf(product.now());
  const stepId = 'hearing';
  const right = { documentNo: '听1', servedOn: today, matter: words.reason };
  await it.must('hearingOfficer', { type: 'tellHearingRight', stepId, ...right });
  const place = { hearingAt: '09:30', hearingPlace: digestOf('place'), presider: uuidOf('presider') };
  const call = { documentNo: '听2', servedOn: today, hearingOn: addDays(today, 20), ...place };
  await it.must('hearingOfficer', { type: 'callHearing', stepId, ...call });
  const announcement = { documentNo: '听3', announcedOn: today, announcedIn: digestOf('place') };
  await it.must('hearingOfficer', { type: 'announceHearing', stepId, ...announcement });
  await it.must('windowClerk', { type: 'withdraw', statement: words.note });
};
