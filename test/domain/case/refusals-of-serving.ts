import type { Order } from '../../../domain/case/acts/index.ts';
import { postedOn } from '../../support/good-order.ts';
import { Scene, day } from '../../support/scene.ts';

const stepId = 'delivery';
const told = { type: 'tellToCollect', stepId, toldOn: day('2026-09-15'), collectAt: 'w' } as const;
const sent = { type: 'sendByPost', stepId, sentOn: day('2026-09-15'), carrier: 'EMS', trackingNo: 'n' } as const;
const back = { type: 'postReturned', stepId, returnedOn: day('2026-09-16'), reason: 'r' } as const;
const tried = { type: 'serveFailed', stepId, triedOn: day('2026-09-15'), reason: 'r' } as const;
const announced = { type: 'announce', stepId, announcedOn: day('2026-09-16'), announcedIn: 'w' } as const;
const served = { type: 'deliver', stepId, servedOn: day('2026-09-17') } as const;

/** Refused on 2026-09-14, after these orders on the days they tell; then what is refused on 2026-09-17. */
function after(before: readonly Order[], order: Order) {
  return () => {
    const scene = new Scene('2026-09-14').decided('2026-09-14', 'refuse');
    for (const one of before) scene.must('2026-09-16', 'certificateClerk', one);
    return { scene, on: '2026-09-17', who: 'certificateClerk' as const, order };
  };
}

/** A scenario for each refusal of 送达 that knows how it is proved. */
export const ofServing = {
  'served-on-invalid': after([], { ...served, ...postedOn(day('2026-09-15')), servedOn: day('2026-09-18') }),
  'service-proof-missing': after([], { ...served, mode: 'entrusted', throughAgency: 'a' }),
  'service-proof-contradicts': after([], {
    ...served,
    mode: 'left',
    refusedBecause: 'r',
    witness: 'w',
    carrier: 'EMS',
  }),
  'service-witness-required': after([], { ...served, mode: 'left', refusedBecause: 'r' }),
  'sent-on-invalid': after([], { ...served, ...postedOn(day('2026-09-18')) }),
  'serving-day-invalid': after([sent], { ...back, returnedOn: day('2026-09-14') }),
  'post-on-its-way': after([sent], told),
  'nothing-posted': after([sent, back], back),
  'announced-too-soon': after([told], announced),
  'already-announced': after([tried, announced], announced),
  'announcement-required': after([tried], { ...served, mode: 'announced' }),
  'announcement-not-over': after([tried, announced], { ...served, mode: 'announced' }),
} as const;
