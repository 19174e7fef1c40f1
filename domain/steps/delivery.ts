import type { CivilDate } from '../clock/civil-date.ts';
import { filesTaken } from '../case/files-taken.ts';
import type { WithFiles } from '../case/files-taken.ts';
import { unchanged } from '../case/facts/fact-record.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import type { Digest } from '../case/marks.ts';
import { serviceSignature } from '../files/signature-place.ts';
import { sentence } from '../words/sentence.ts';
import { checkProof, checkService, proofIn, proofTexts } from './service-proof.ts';
import type { DeliveryMode, ServiceProof } from './service-proof.ts';
import { servedClauses } from './service-words.ts';
import type { Ending, StepContext, StepKind } from './step-kind.ts';

export interface Deliver extends ServiceProof, WithFiles {
  readonly type: 'deliver';
  readonly stepId: string;
  readonly mode: DeliveryMode;
  readonly servedOn: CivilDate;
}

/** From rules 6 on with what proves it; before, only who received it was told. `files`: what was signed on the screen of the window. */
export interface Delivered extends Omit<ServiceProof, 'recipient'>, WithFiles {
  readonly type: 'Delivered';
  readonly stepId: string;
  readonly mode: DeliveryMode;
  readonly servedOn: CivilDate;
  readonly recipient: Digest | null;
}

/** From these rules on nothing is served before it was there. */
const servesWhatIsThere = 4;

/** From these rules on a service is proved as its mode asks (docs/decisions/0031). */
const provesService = 6;

/** The step opens with what it delivers: the certificate, or the decision that has none. */
function servedFrom({ state, step }: StepContext): CivilDate {
  return state.rules >= servesWhatIsThere ? step.openedOn : (state.decidedOn ?? step.openedOn);
}

/** Electronic service only with consent; a day of service entered later than it happened keeps its date (XKF 44). */
const deliver: Ending<Deliver, Delivered> = {
  title: { zh: '送达', en: 'Deliver' },
  texts: proofTexts,
  people: {},
  answer(context, order) {
    const { state, step, today } = context;
    const { stepId, mode, servedOn, recipient = null } = order;
    const service = { mode, servedOn, from: servedFrom(context), today, serving: step.serving };
    const isProved = state.rules >= provesService;
    const proof = isProved ? proofIn(order) : {};
    const refusal = checkService(service, state.eDelivery) ?? (isProved ? checkProof(proof, service) : null);
    if (refusal) return refusal;
    const signed = mode === 'collected' ? filesTaken(order, [serviceSignature.id]) : {};
    const fact = { type: 'Delivered', stepId, mode, servedOn, ...proof, recipient, ...signed } as const;
    return { facts: [fact], outcome: 'delivered', endedOn: servedOn };
  },
};

const delivered: FactRecord<Delivered> = {
  title: { zh: '送达', en: 'Delivered' },
  reading: (body, book) =>
    sentence(
      ...servedClauses({ zh: '送达申请人', en: 'Delivered to the applicant' }, body, book),
      body.files === undefined ? null : { zh: '领取人已在电子屏幕上签名', en: 'signed on the screen of the window' },
    ),
  fold: unchanged,
  tells: 'nobody',
};

/** 送达. */
export const delivery = {
  title: { zh: '送达', en: 'Delivery' },
  params: {},
  isFrame: true,
  isWatched: false,
  leaves: { always: ['delivered'], drawn: [] },
  exclusionKinds: [],
  endings: { deliver },
  facts: { Delivered: delivered },
} as const satisfies StepKind<'delivery'>;
