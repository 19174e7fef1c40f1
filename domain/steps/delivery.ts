import type { CivilDate } from '../clock/civil-date.ts';
import { unchanged } from '../case/facts/fact-record.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import type { Digest } from '../case/marks.ts';
import { reject } from '../rejection.ts';
import type { Said } from '../words/said.ts';
import { sayDay } from '../words/day.ts';
import { en, quoting, sentence, zh } from '../words/sentence.ts';
import type { Ending, StepContext, StepKind } from './step-kind.ts';

/** How a document reaches the applicant (送达方式). */
export const deliveryModes = {
  collected: { zh: '窗口领取', en: 'Collected at the window' },
  posted: { zh: '邮寄', en: 'Posted' },
  electronic: { zh: '电子送达', en: 'Sent electronically' },
  left: { zh: '留置送达', en: 'Left at the address' },
} as const satisfies Readonly<Record<string, Said>>;
export type DeliveryMode = keyof typeof deliveryModes;

export interface Deliver {
  readonly type: 'deliver';
  readonly stepId: string;
  readonly mode: DeliveryMode;
  readonly servedOn: CivilDate;
  readonly recipient?: Digest;
}

export interface Delivered {
  readonly type: 'Delivered';
  readonly stepId: string;
  readonly mode: DeliveryMode;
  readonly servedOn: CivilDate;
  readonly recipient: Digest | null;
}

/** From these rules on nothing is served before it was there. */
const servesWhatIsThere = 4;

/** The step opens with what it delivers: the certificate, or the decision that has none. */
function servedFrom({ state, step }: StepContext): CivilDate {
  return state.rules >= servesWhatIsThere ? step.openedOn : (state.decidedOn ?? step.openedOn);
}

/** Electronic service only with consent; a day of service entered later than it happened keeps its date (XKF 44). */
const deliver: Ending<Deliver, Delivered> = {
  title: { zh: '送达', en: 'Deliver' },
  texts: { recipient: 'words' },
  people: {},
  answer(context, { stepId, mode, servedOn, recipient = null }) {
    const { state, today } = context;
    if (mode === 'electronic' && !state.eDelivery) {
      return reject(
        'e-delivery-without-consent',
        'expected consent to electronic service, but the applicant gave none',
      );
    }
    const from = servedFrom(context);
    if (servedOn < from || servedOn > today) {
      return reject('served-on-invalid', `expected a day from ${from} to ${today}, but got ${servedOn}`);
    }
    const fact = { type: 'Delivered', stepId, mode, servedOn, recipient } as const;
    return { facts: [fact], outcome: 'delivered', endedOn: servedOn };
  },
};

const delivered: FactRecord<Delivered> = {
  title: { zh: '送达', en: 'Delivered' },
  reading: ({ mode, servedOn, recipient }, book) => {
    const day = sayDay(servedOn);
    return sentence(
      {
        zh: zh`${day}送达申请人，送达方式：${deliveryModes[mode]}`,
        en: en`Delivered to the applicant on ${day}: ${deliveryModes[mode]}`,
      },
      quoting({ zh: '签收人', en: 'received by' }, book.words(recipient)),
    );
  },
  fold: unchanged,
  tells: 'nobody',
};

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
