import type { CivilDate } from '../clock/civil-date.ts';
import { sayDay } from '../words/day.ts';
import type { WordBook } from '../words/book.ts';
import type { Said } from '../words/said.ts';
import { en, zh } from '../words/sentence.ts';
import type { PersonId } from './marks.ts';

/** How an applicant agreed that what was given before is used again. */
export const reuseConsents = {
  counter: { zh: '申请人当面同意', en: 'agreed to at the counter' },
  written: { zh: '申请人书面同意', en: 'agreed to in writing' },
  online: { zh: '申请人网上申报时同意', en: 'agreed to when filing online' },
} as const satisfies Readonly<Record<string, Said>>;
export type ReuseConsent = keyof typeof reuseConsents;

/** Where a file comes from that was not brought for this case, and who noted the applicant's consent. */
export interface FileOrigin {
  /** 办件编号 of the case in which it was supplied, or which ended in this certificate. */
  readonly caseNo: string;
  readonly certificateNo?: string;
  readonly givenOn: CivilDate;
  /** The last day on which it is good; null: no end is set. */
  readonly goodUntil: CivilDate | null;
  readonly consent: ReuseConsent;
  readonly notedBy: PersonId;
}

/** A file that came in with a material: the door tells it, nobody types it. */
export interface TakenFile {
  /** The material. */
  readonly id: string;
  readonly sha256: string;
  readonly from?: FileOrigin;
}

/** What an order that takes materials in says of their files; absent: none was brought, or the order was given before it was told. */
export interface WithFiles {
  readonly files?: readonly TakenFile[];
}

/** What a fact records of the files of the materials that it takes in; nothing where there is none. */
export function filesTaken({ files = [] }: WithFiles, received: readonly string[]): WithFiles {
  const taken = files.filter(({ id }) => received.includes(id));
  return taken.length === 0 ? {} : { files: taken };
}

/** A clause for each file that was given before. */
export function reusedClauses({ files = [] }: WithFiles, book: WordBook): readonly Said[] {
  return files.flatMap(({ id, from }) => (from === undefined ? [] : [reusedClause(book.material(id), from, book)]));
}

function reusedClause(material: string, from: FileOrigin, book: WordBook): Said {
  const [day, consent, by] = [sayDay(from.givenOn), reuseConsents[from.consent], book.person(from.notedBy)];
  const until = from.goodUntil === null ? null : sayDay(from.goodUntil);
  const what =
    from.certificateNo === undefined
      ? {
          zh: zh`办件${from.caseNo}于${day}提交的文件`,
          en: en`the file supplied on ${day} in case ${from.caseNo}`,
        }
      : {
          zh: zh`本机关${day}核发的证照${from.certificateNo}`,
          en: en`our certificate ${from.certificateNo} of ${day}`,
        };
  return {
    zh: zh`${material}使用${what}${until === null ? '' : zh`（有效至${until}）`}，${consent}，由${by}记录`,
    en: en`${material}: ${what}${until === null ? '' : en` (good until ${until})`}, ${consent}, noted by ${by}`,
  };
}
