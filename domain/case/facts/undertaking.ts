import type { WordBook } from '../../words/book.ts';
import { sayDay } from '../../words/day.ts';
import type { Said } from '../../words/said.ts';
import { en, listed, numbered, quoting, sentence, zh } from '../../words/sentence.ts';
import type { Digest } from '../marks.ts';
import { checkResults, creditChecks } from '../undertaken.ts';
import type { CheckResult, Undertaking } from '../undertaken.ts';
import type { FactRecord } from './fact-record.ts';

/** What was found of the applicant before an undertaking was taken, and its words. */
export function undertakenClauses({ credit, undertaking }: Undertaking, book: WordBook): readonly (Said | null)[] {
  const checked = creditChecks[credit];
  return [
    { zh: `信用核查：${checked.zh}`, en: `credit check: ${checked.en}` },
    quoting({ zh: '承诺内容', en: 'undertaking' }, book.words(undertaking)),
  ];
}

export interface CertificatesReplaced extends Undertaking {
  readonly type: 'CertificatesReplaced';
  readonly stepId: string;
  readonly replaced: readonly string[];
  readonly documentNo: string;
}

export const certificatesReplaced: FactRecord<CertificatesReplaced> = {
  title: { zh: '登记证明事项承诺', en: 'An undertaking stands for certificates' },
  reading: ({ replaced, documentNo, ...given }, book) => {
    const [day, list] = [sayDay(given.undertakenOn), listed(replaced.map((id) => book.material(id)))];
    return sentence(
      {
        zh: zh`申请人于${day}作出书面承诺，替代证明：${list}`,
        en: en`The applicant gave an undertaking on ${day} that stands for: ${list}`,
      },
      numbered(documentNo),
      ...undertakenClauses(given, book),
    );
  },
  fold: (state, { replaced }) => ({
    ...state,
    received: [...new Set([...state.received, ...replaced])],
    replaced: [...(state.replaced ?? []), ...replaced.map((id) => ({ id, result: null }))],
  }),
  tells: 'nobody',
};

export interface CertificatesChecked {
  readonly type: 'CertificatesChecked';
  readonly checked: readonly string[];
  readonly result: CheckResult;
  readonly findings: Digest;
}

/** An undertaking that is found untrue stands for nothing: the certificate is missing again, and holds a grant up. */
export const certificatesChecked: FactRecord<CertificatesChecked> = {
  title: { zh: '核查证明事项承诺', en: 'Undertaking checked' },
  reading: ({ checked, result, findings }, book) => {
    const list = listed(checked.map((id) => book.material(id)));
    return sentence(
      {
        zh: zh`核查证明事项承诺（${list}）：${checkResults[result]}`,
        en: en`Checked the undertaking for ${list}: ${checkResults[result]}`,
      },
      quoting({ zh: '核查情况', en: 'what was found' }, book.words(findings)),
    );
  },
  fold: (state, { checked, result }) => ({
    ...state,
    received: result === 'untrue' ? state.received.filter((id) => !checked.includes(id)) : state.received,
    replaced: (state.replaced ?? []).map((one) => (checked.includes(one.id) ? { ...one, result } : one)),
  }),
  tells: 'nobody',
};
