import type { CaseData } from '../steps/case-data.ts';
import type { Offer } from '../steps/offers.ts';

const orders = {
  start: ['approveUntimedStep', 'declineUntimedStep'],
  extension: ['approveExtension', 'declineExtension'],
  refusal: ['refuseAcceptance', 'returnProposal'],
} as const satisfies Record<CaseData['asked'][number]['origin'], readonly [string, string]>;

/** How the reader may answer what was asked for, consent first; nothing where it is somebody else's. */
export function answersTo({ allowed }: CaseData, { origin, stepId }: CaseData['asked'][number]): readonly Offer[] {
  return orders[origin].flatMap((order) =>
    allowed.filter((offer) => offer.order === order && offer.stepId === stepId && offer.refusedBecause === undefined),
  );
}
