import { sayDay } from '../../words/day.ts';
import { en, labels, listed, numbered, quoting, sentence, zh } from '../../words/sentence.ts';
import { caseResults } from '../filing.ts';
import type { Digest } from '../marks.ts';
import type { Undertaking } from '../undertaken.ts';
import { unchanged } from './fact-record.ts';
import type { FactRecord } from './fact-record.ts';
import { undertakenClauses } from './undertaking.ts';

export interface MaterialsDeferred extends Undertaking {
  readonly type: 'MaterialsDeferred';
  readonly stepId: string;
  readonly deferred: readonly string[];
  readonly documentNo: string;
}

export const materialsDeferred: FactRecord<MaterialsDeferred> = {
  title: { zh: '登记容缺承诺', en: 'Materials let in to come later' },
  reading: ({ deferred, documentNo, ...given }, book) => {
    const [day, list] = [sayDay(given.undertakenOn), listed(deferred.map((id) => book.material(id)))];
    return sentence(
      {
        zh: zh`申请人于${day}书面承诺后补材料：${list}`,
        en: en`The applicant undertook on ${day} to supply later: ${list}`,
      },
      numbered(documentNo),
      ...undertakenClauses(given, book),
    );
  },
  fold: (state, { deferred, documentNo, undertakenOn }) => ({
    ...state,
    deferral: { materials: deferred, documentNo, undertakenOn },
  }),
  tells: 'nobody',
};

export interface DeferralLapsed {
  readonly type: 'DeferralLapsed';
  readonly missing: readonly string[];
  readonly documentNo: string;
  readonly reasons: Digest;
  readonly remedy: Digest;
}

export const deferralLapsed: FactRecord<DeferralLapsed> = {
  title: { zh: '逾期未后补', en: 'Deferred materials did not come' },
  reading: ({ missing, documentNo, reasons, remedy }, book) => {
    const list = listed(missing.map((id) => book.material(id)));
    return sentence(
      caseResults.deemedWithdrawn,
      { zh: zh`未后补的材料：${list}`, en: en`not supplied: ${list}` },
      numbered(documentNo),
      quoting(labels.reason, book.words(reasons)),
      quoting(labels.remedy, book.words(remedy)),
    );
  },
  fold: unchanged,
  tells: 'nobody',
};
