import type { CivilDate } from '../clock/civil-date.ts';
import { caseResults } from '../case/filing.ts';
import { unchanged } from '../case/facts/fact-record.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import type { Digest } from '../case/marks.ts';
import { reject } from '../rejection.ts';
import { sayDay } from '../words/day.ts';
import { en, labels, numbered, quoting, sentence, zh } from '../words/sentence.ts';
import type { Ending, StepKind } from './step-kind.ts';

export interface Accept {
  readonly type: 'accept';
  readonly stepId: string;
  readonly documentNo: string;
}

export interface CaseAccepted {
  readonly type: 'CaseAccepted';
  readonly stepId: string;
  readonly documentNo: string;
  readonly on: CivilDate;
}

const accept: Ending<Accept, CaseAccepted> = {
  title: { zh: '受理', en: 'Accept' },
  texts: {},
  people: {},
  answer({ today }, { stepId, documentNo }) {
    return { facts: [{ type: 'CaseAccepted', stepId, documentNo, on: today }], outcome: 'accepted', endedOn: today };
  },
};

const caseAccepted: FactRecord<CaseAccepted> = {
  title: { zh: '受理', en: 'Accepted' },
  reading: ({ documentNo, on }) => {
    const day = sayDay(on);
    return sentence(
      { zh: zh`${day}予以受理，出具受理通知书`, en: en`Accepted the application on ${day}` },
      numbered(documentNo),
    );
  },
  fold: (state, { on }) => ({ ...state, acceptedOn: on }),
  tells: 'nobody',
};

export interface RefuseAcceptance {
  readonly type: 'refuseAcceptance';
  readonly stepId: string;
  readonly ground: 'notNeeded' | 'notCompetent';
  readonly competentAgency?: Digest;
  readonly reasons: Digest;
  readonly documentNo: string;
}

export interface AcceptanceRefused {
  readonly type: 'AcceptanceRefused';
  readonly stepId: string;
  readonly ground: 'notNeeded' | 'notCompetent';
  readonly competentAgency: Digest | null;
  readonly reasons: Digest;
  readonly documentNo: string;
}

/** 不受理 (no permit needed) and 不予受理 (another agency's) are different answers; the second names the agency. */
const refuseAcceptance: Ending<RefuseAcceptance, AcceptanceRefused> = {
  title: { zh: '不予受理', en: 'Refuse acceptance' },
  texts: { competentAgency: 'words', reasons: 'words' },
  people: {},
  answer({ today }, { stepId, ground, competentAgency = null, reasons, documentNo }) {
    if (ground === 'notCompetent' && competentAgency === null) {
      return reject(
        'competent-agency-required',
        'expected the name of the competent agency (XKF 32), but none was given',
      );
    }
    const fact = { type: 'AcceptanceRefused', stepId, ground, competentAgency, reasons, documentNo } as const;
    return { facts: [fact], outcome: ground, endedOn: today };
  },
};

const acceptanceRefused: FactRecord<AcceptanceRefused> = {
  title: { zh: '不予受理', en: 'Acceptance refused' },
  reading: ({ ground, competentAgency, reasons, documentNo }, book) =>
    sentence(
      caseResults[ground],
      numbered(documentNo),
      quoting({ zh: '有权机关', en: 'competent agency' }, book.words(competentAgency)),
      quoting(labels.reason, book.words(reasons)),
    ),
  fold: unchanged,
  tells: 'nobody',
};

/** 受理 or not: a written, numbered answer either way (XKF 32). */
export const acceptance = {
  title: { zh: '受理', en: 'Acceptance' },
  params: {},
  isFrame: true,
  isWatched: false,
  exclusionKinds: [],
  endings: { accept, refuseAcceptance },
  facts: { CaseAccepted: caseAccepted, AcceptanceRefused: acceptanceRefused },
} as const satisfies StepKind<'acceptance'>;
