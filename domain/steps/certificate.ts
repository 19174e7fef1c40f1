import type { CivilDate } from '../clock/civil-date.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import { reject } from '../rejection.ts';
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
  fold: (state, { certificateNo }) => ({ ...state, certificateNo }),
  tells: 'nobody',
};

/** 制证. */
export const certificate = {
  title: { zh: '制证', en: 'Certificate' },
  params: {},
  isFrame: true,
  isWatched: false,
  exclusionKinds: [],
  endings: { issueCertificate },
  facts: { CertificateIssued: certificateIssued },
} as const satisfies StepKind<'certificate'>;
