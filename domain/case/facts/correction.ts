import type { CivilDate } from '../../clock/civil-date.ts';
import { sayDay } from '../../words/day.ts';
import { en, numbered, quoting, sentence, zh } from '../../words/sentence.ts';
import type { Digest } from '../marks.ts';
import { unchanged } from './fact-record.ts';
import type { FactRecord } from './fact-record.ts';

export interface DocumentCorrected {
  readonly type: 'DocumentCorrected';
  readonly documentSeq: number;
  readonly documentNo: string;
  readonly wrong: Digest;
  readonly right: Digest;
  readonly basis: Digest;
  readonly on: CivilDate;
}

export const documentCorrected: FactRecord<DocumentCorrected> = {
  title: { zh: '更正文书', en: 'Document corrected' },
  reading: ({ documentSeq, documentNo, wrong, right, basis, on }, book) => {
    const [day, document] = [sayDay(on), book.document(documentSeq)];
    return sentence(
      {
        zh: zh`${day}更正${document}`,
        en: en`Corrected on ${day}: ${document}`,
      },
      numbered(documentNo),
      quoting({ zh: '原文', en: 'it said' }, book.words(wrong)),
      quoting({ zh: '更正为', en: 'it is to say' }, book.words(right)),
      quoting({ zh: '更正依据', en: 'by' }, book.words(basis)),
    );
  },
  fold: unchanged,
  tells: 'nobody',
};
