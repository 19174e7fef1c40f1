import type { CivilDate } from '../clock/civil-date.ts';
import { filesTaken } from '../case/files-taken.ts';
import type { WithFiles } from '../case/files-taken.ts';
import { unchanged } from '../case/facts/fact-record.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import type { Digest } from '../case/marks.ts';
import { serviceSignature } from '../files/signature-place.ts';
import { reject } from '../rejection.ts';
import type { WordBook } from '../words/book.ts';
import { sayDay } from '../words/day.ts';
import type { Said } from '../words/said.ts';
import { en, quoting, sentence, zh } from '../words/sentence.ts';
import { checkProof, deliveryModes, proofIn, takers } from './service-proof.ts';
import type { DeliveryMode, ServiceProof } from './service-proof.ts';
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
  texts: {
    recipient: 'words',
    idNo: 'words',
    authority: 'words',
    refusedBecause: 'words',
    witness: 'words',
    pictures: 'words',
    carrier: 'words',
    trackingNo: 'words',
    throughAgency: 'words',
    agencyReturn: 'words',
    medium: 'words',
  },
  people: {},
  answer(context, order) {
    const { state, step, today } = context;
    const { stepId, mode, servedOn, recipient = null } = order;
    if (mode === 'electronic' && !state.eDelivery) {
      return reject(
        'e-delivery-without-consent',
        'expected consent to electronic service, but the applicant gave none',
      );
    }
    const from = servedFrom(context);
    if (servedOn < from || servedOn > today) {
      return reject('served-on-invalid', `expected a day from ${from} to ${today}, but got ${servedOn}`, {
        fields: ['servedOn'],
      });
    }
    const isProved = state.rules >= provesService;
    const proof = isProved ? proofIn(order) : {};
    const refusal = isProved && checkProof(proof, { mode, servedOn, from, today, serving: step.serving });
    if (refusal) return refusal;
    const signed = mode === 'collected' ? filesTaken(order, [serviceSignature.id]) : {};
    const fact = { type: 'Delivered', stepId, mode, servedOn, ...proof, recipient, ...signed } as const;
    return { facts: [fact], outcome: 'delivered', endedOn: servedOn };
  },
};

const delivered: FactRecord<Delivered> = {
  title: { zh: '送达', en: 'Delivered' },
  reading: (body, book) => {
    const { mode, servedOn, recipient } = body;
    const day = sayDay(servedOn);
    return sentence(
      {
        zh: zh`${day}送达申请人，送达方式：${deliveryModes[mode]}`,
        en: en`Delivered to the applicant on ${day}: ${deliveryModes[mode]}`,
      },
      quoting({ zh: '签收人', en: 'received by' }, book.words(recipient)),
      ...proofClauses(body, book),
      body.files === undefined ? null : { zh: '领取人已在电子屏幕上签名', en: 'signed on the screen of the window' },
    );
  },
  fold: unchanged,
  tells: 'nobody',
};

/** Words of a proof, by the field; the number of an agent's paper stands in the return of service only. */
const proofLabels = {
  authority: { zh: '授权委托书', en: 'power of attorney' },
  refusedBecause: { zh: '拒收理由', en: 'refused because' },
  witness: { zh: '见证人', en: 'witness' },
  pictures: { zh: '照片或者录像', en: 'pictures' },
  carrier: { zh: '寄递企业', en: 'carrier' },
  trackingNo: { zh: '邮件号码', en: 'tracking number' },
  throughAgency: { zh: '受托机关', en: 'served by' },
  agencyReturn: { zh: '受托机关送达回证', en: 'return of that agency' },
  medium: { zh: '电子送达地址', en: 'sent to' },
} as const satisfies Partial<Record<keyof ServiceProof, Said>>;

function proofClauses(body: Delivered, book: WordBook): readonly (Said | null)[] {
  const { takenBy, sentOn } = body;
  const taken = takenBy === undefined ? null : { zh: takers[takenBy].zh, en: `taken by: ${takers[takenBy].en}` };
  const sent = sentOn === undefined ? null : sayDay(sentOn);
  const words = Object.entries(proofLabels).map(([field, label]) =>
    quoting(label, book.words(body[field as keyof typeof proofLabels] ?? null)),
  );
  return [taken, sent && { zh: zh`${sent}交寄`, en: en`sent on ${sent}` }, ...words];
}

/** 送达. */
export const delivery = {
  title: { zh: '送达', en: 'Delivery' },
  params: {},
  isFrame: true,
  isWatched: false,
  exclusionKinds: [],
  endings: { deliver },
  facts: { Delivered: delivered },
} as const satisfies StepKind<'delivery'>;
