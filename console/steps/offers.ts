import type { OrderBody } from '../../contract/orders.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { CaseData } from './case-data.ts';
import { placeOf } from './order-places.ts';

export type Offer = CaseData['allowed'][number];

/** Acts that move a step's task between people, as they stand at its head. */
export const taskActs = ['releaseTask', 'handOverTask', 'reassignTask'] as const satisfies readonly OrderBody['type'][];

/** Refusals that say: this is somebody else's (the head of the step says whose, once), or there is nothing to do. */
const unshown: readonly ProblemCode[] = [
  'not-allowed',
  'task-of-another',
  'task-not-held',
  'nothing-to-receive',
  'department-answers',
  'already-passed',
  'nothing-passed',
  'no-identity-to-verify',
  'no-silence-to-confirm',
  'no-supplement-awaited',
  'supplement-waiting',
  'refusal-proposed',
  'no-refusal-proposed',
  'undertaking-not-offered',
  'nothing-to-defer',
  'nothing-to-replace',
  'nothing-to-check',
  'no-deferral-to-lapse',
  'post-on-its-way',
  'nothing-posted',
  'announced-too-soon',
  'already-announced',
  'hearing-not-called',
  'nothing-to-revoke',
  'not-in-review',
  'no-statement-to-answer',
  'revocation-proposed',
  'no-revocation-proposed',
];

/** Refusals that nothing undoes: what can never be done is not shown. */
const lasting: readonly ProblemCode[] = [
  'case-closed',
  'withdraw-after-decision',
  'accepted-by-silence',
  'extension-already-used',
  'extension-over-cap',
  'already-revoked',
];
const notShown: readonly string[] = [...unshown, ...lasting];

/** Whether an act is for this person: free, or refused for what may still change. */
function isMine({ refusedBecause }: Offer): boolean {
  return refusedBecause === undefined || !notShown.includes(refusedBecause.code);
}

/** Whether a step waits for the reader: some work on it may be done now. Who only moves its task or looks on does no work on it. */
function waitsForReader({ allowed }: CaseData, stepId: string | null): boolean {
  const isWork = ({ order }: Offer) => !['head', 'beside'].includes(placeOf(order));
  return allowed.some((offer) => offer.stepId === stepId && isWork(offer) && !offer.refusedBecause);
}

/** What somebody above gives on a step that is the reader's: he is told whom to ask. Once it is proposed, it is an answer at the foot. */
function isAskedOfOthers({ order, refusedBecause, waitsFor }: Offer): boolean {
  return placeOf(order) === 'above' && refusedBecause?.code === 'not-allowed' && waitsFor.length > 0;
}

/** The acts on a step (null: on the case as a whole) that have a form of their own. Nobody reminds himself. */
export function formOffers(view: CaseData, stepId: string | null): readonly Offer[] {
  const isReaders = waitsForReader(view, stepId);
  const isProposed = view.asked.some(({ origin }) => origin === 'refusal');
  const hasForm = ({ order }: Offer): boolean => {
    const place = placeOf(order);
    return place === 'form' || (place === 'beside' && !isReaders) || (place === 'above' && !isProposed);
  };
  const isShown = (offer: Offer) => isMine(offer) || (isReaders && isAskedOfOthers(offer));
  return view.allowed.filter((offer) => offer.stepId === stepId && hasForm(offer) && isShown(offer));
}

/** An act on a step if it may be given now. */
export function freeOffer({ allowed }: CaseData, stepId: string, order: string): Offer | undefined {
  return allowed.find(
    (offer) => offer.order === order && offer.stepId === stepId && offer.refusedBecause === undefined,
  );
}

/** Of the acts on a step the one that has to come next, before the usual: it stands in front. */
export function firstNeeded(offers: readonly Offer[]): string | undefined {
  const isFree = (order: string) => offers.some((one) => one.order === order && one.refusedBecause === undefined);
  // The time of the applicant is over: this answers it.
  if (isFree('lapseSupplement')) return 'lapseSupplement';
  // What the acceptance waits for, not a way to turn the case down.
  const refusal = offers.find(({ order }) => order === 'accept')?.refusedBecause;
  return refusal?.code === 'undertaking-required' ? 'deferMaterials' : undefined;
}
