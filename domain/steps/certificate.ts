import type { CivilDate } from '../clock/civil-date.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import { reject } from '../rejection.ts';
import { sayDay } from '../words/day.ts';
import { en, sentence, zh } from '../words/sentence.ts';
import type { Ending, StepKind } from './step-kind.ts';

export interface IssueCertificate {
  readonly type: 'issueCertificate';
  readonly stepId: string;
  readonly certificateNo: string;
  readonly validFrom: CivilDate;
  readonly validUntil: CivilDate | null;
}

export interface CertificateIssued {
  readonly type: 'CertificateIssued';
  readonly stepId: string;
  readonly certificateNo: string;
  readonly validFrom: CivilDate;
  readonly validUntil: CivilDate | null;
}

/** Only for a permit that was granted (XKF 39); a validity that ends after it begins. */
const issueCertificate: Ending<IssueCertificate, CertificateIssued> = {
  title: { zh: '制证', en: 'Issue the certificate' },
  texts: {},
  people: {},
  answer({ state, today }, { stepId, certificateNo, validFrom, validUntil }) {
    if (state.decision !== 'grant') {
      return reject('decision-not-granted', 'expected a granted permit, but the decision was another');
    }
    const decidedOn = state.decidedOn ?? today;
    if (validFrom < decidedOn || (validUntil !== null && validUntil <= validFrom)) {
      const span = `${validFrom} to ${validUntil ?? 'open'}`;
      return reject(
        'validity-invalid',
        `expected a validity from ${decidedOn} on that ends after it begins, but got ${span}`,
      );
    }
    const fact = { type: 'CertificateIssued', stepId, certificateNo, validFrom, validUntil } as const;
    return { facts: [fact], outcome: 'issued', endedOn: today };
  },
};

const certificateIssued: FactRecord<CertificateIssued> = {
  title: { zh: '制证', en: 'Certificate issued' },
  reading: ({ certificateNo, validFrom, validUntil }) => {
    const [from, until] = [sayDay(validFrom), validUntil === null ? null : sayDay(validUntil)];
    return sentence(
      { zh: zh`制作证照，编号：${certificateNo}`, en: en`Issued certificate No. ${certificateNo}` },
      {
        zh: zh`自${from}起有效${until === null ? '' : zh`，有效期至${until}`}`,
        en: en`valid from ${from}${until === null ? '' : en` to ${until}`}`,
      },
    );
  },
  fold: (state, { certificateNo }) => ({ ...state, certificateNo }),
  tells: 'nobody',
};

/** 制证. */
export const certificate = {
  title: { zh: '制证', en: 'Certificate' },
  params: {},
  isFrame: true,
  isWatched: false,
  leaves: { always: ['issued'], drawn: [] },
  exclusionKinds: [],
  endings: { issueCertificate },
  facts: { CertificateIssued: certificateIssued },
} as const satisfies StepKind<'certificate'>;
