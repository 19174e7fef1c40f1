import type { OrderBody } from '../../contract/orders.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { CaseData } from './case-data.ts';

export type Offer = CaseData['allowed'][number];

/** Acts that move a step's task between people: they stand at its head, not among its forms. */
export const taskActs = ['releaseTask', 'handOverTask', 'reassignTask'] as const satisfies readonly OrderBody['type'][];
const atHead: readonly string[] = ['claimTask', ...taskActs];
/** Answers to what was asked for: they stand with the question, at the foot of the page. */
const atFoot: readonly string[] = [
  'approveUntimedStep',
  'declineUntimedStep',
  'approveExtension',
  'declineExtension',
  'returnProposal',
] satisfies readonly OrderBody['type'][];

/** Refusals that say: this is somebody else's (the head of the step says whose, once), or there is nothing to do. */
const unshown: readonly ProblemCode[] = [
  'not-allowed',
  'task-of-another',
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
];

/** Refusals that nothing undoes: what can never be done is not shown. */
const lasting: readonly ProblemCode[] = [
  'case-closed',
  'withdraw-after-decision',
  'accepted-by-silence',
  'extension-already-used',
  'extension-over-cap',
];
const notShown: readonly string[] = [...unshown, ...lasting];

/** Whether an act is for this person: free, or refused for what may still change. */
function isMine({ refusedBecause }: Offer): boolean {
  return refusedBecause === undefined || !notShown.includes(refusedBecause.code);
}

/** What moves a task on to somebody else, or somebody else to it: no work on the step itself. */
const aroundIt: readonly string[] = ['remind', ...taskActs];

/** Whether a step waits for the reader: some work on it may be done now. */
function waitsForReader({ allowed }: CaseData, stepId: string | null): boolean {
  return allowed.some((offer) => offer.stepId === stepId && !aroundIt.includes(offer.order) && !offer.refusedBecause);
}

/** What somebody above gives on a step that is the reader's: he is told whom to ask. Once it is proposed, it is an answer at the foot. */
const above: readonly string[] = ['refuseAcceptance'] satisfies readonly OrderBody['type'][];

function isAskedOfOthers({ order, refusedBecause, waitsFor }: Offer): boolean {
  return above.includes(order) && refusedBecause?.code === 'not-allowed' && waitsFor.length > 0;
}

/** The acts on a step (null: on the case as a whole) that have a form of their own. Nobody reminds himself. */
export function formOffers(view: CaseData, stepId: string | null): readonly Offer[] {
  const isReaders = waitsForReader(view, stepId);
  const isProposed = view.asked.some(({ origin }) => origin === 'refusal');
  const elsewhere = [...atHead, ...atFoot, ...(isReaders ? ['remind'] : []), ...(isProposed ? above : [])];
  const isShown = (offer: Offer) => isMine(offer) || (isReaders && isAskedOfOthers(offer));
  return view.allowed.filter((offer) => offer.stepId === stepId && !elsewhere.includes(offer.order) && isShown(offer));
}

/** An act on a step if it may be given now. */
export function freeOffer({ allowed }: CaseData, stepId: string, order: string): Offer | undefined {
  return allowed.find(
    (offer) => offer.order === order && offer.stepId === stepId && offer.refusedBecause === undefined,
  );
}
