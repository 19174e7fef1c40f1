import type { CivilDate } from '../../clock/civil-date.ts';
import type { WordBook } from '../../words/book.ts';
import { sayDay } from '../../words/day.ts';
import type { Said } from '../../words/said.ts';
import { en, labels, listed, numbered, quoting, received, sentence, zh } from '../../words/sentence.ts';
import { caseResults } from '../filing.ts';
import { reusedClauses } from '../files-taken.ts';
import type { WithFiles } from '../files-taken.ts';
import type { Digest } from '../marks.ts';
import type { CaseState } from '../state.ts';
import { answeredInTime } from '../silent.ts';
import { isSame, materialsOf, refOf } from '../supplement.ts';
import type { AskedItem, ItemRef, SupplementState } from '../asked.ts';
import { unchanged } from './fact-record.ts';
import type { FactRecord } from './fact-record.ts';

export interface SupplementAsked extends WithFiles {
  readonly type: 'SupplementAsked';
  readonly stepId: string;
  readonly round: number;
  readonly documentNo: string;
  readonly servedOn: CivilDate;
  readonly asked: readonly AskedItem[];
  readonly mends: readonly Digest[];
  readonly consequence: Digest;
  readonly received?: readonly string[];
  readonly evidence?: Digest;
}

export const supplementAsked: FactRecord<SupplementAsked> = {
  title: { zh: '出具补正告知书', en: 'Supplement asked for' },
  reading: (body, book) => {
    const { round, documentNo, servedOn, asked, mends, consequence, received: ids = [], evidence = null } = body;
    const day = sayDay(servedOn);
    const which = { zh: round === 1 ? '' : `第 ${round} 次`, en: round === 1 ? '' : ` (${round})` };
    return sentence(
      {
        zh: zh`${day}${which}出具申请材料补正告知书`,
        en: en`Served a notice of what is to be supplied${which} on ${day}`,
      },
      numbered(documentNo),
      received(ids.map((id) => book.material(id))),
      ...reusedClauses(body, book),
      ...asked.map((item, at) => askedClause(item, mends[at] ?? null, book)),
      quoting({ zh: '逾期不补正的后果', en: 'consequence' }, book.words(consequence)),
      quoting({ zh: '送达凭证', en: 'proof of service' }, book.words(evidence)),
    );
  },
  fold: (state, body) => ({
    ...answeredInTime(state),
    received: [...new Set([...state.received, ...(body.received ?? [])])],
    supplement: askedAgain(state.supplement, body),
  }),
  tells: 'nobody',
};

function askedClause(item: AskedItem, mend: Digest | null, book: WordBook): Said {
  const what = nameOf(item, book);
  const words =
    book
      .words(mend)
      ?.trim()
      .replace(/[。.]$/, '') ?? '';
  const how = { zh: words === '' ? '' : `，${words}`, en: words === '' ? '' : `, ${words}` };
  return item.defect === 'missing'
    ? { zh: zh`需补交${what}${how}`, en: en`to be supplied: ${what}${how}` }
    : { zh: zh`需更正${what}${how}`, en: en`to be corrected: ${what}${how}` };
}

/** A field is called by its place in the form: its title stands in the definition, which a fact does not know. */
function nameOf({ kind, id }: ItemRef, book: WordBook): Said {
  if (kind === 'field') return book.field(id);
  const title = book.material(id);
  return { zh: title, en: title };
}

function askedAgain(before: SupplementState | undefined, body: SupplementAsked): SupplementState {
  const { round, documentNo, servedOn, asked, mends, consequence } = body;
  const kept = before?.arrived.filter((part) => !asked.some((item) => isSame(item, part))) ?? [];
  const notice = { round, documentNo, servedOn, asked, mends, consequence };
  return { state: 'waiting', ...notice, named: before?.named ?? asked.map(refOf), arrived: kept, declaredOn: null };
}

export interface SupplementReceived extends WithFiles {
  readonly type: 'SupplementReceived';
  readonly arrived: readonly ItemRef[];
  readonly on: CivilDate;
  readonly evidence?: Digest;
}

export const supplementReceived: FactRecord<SupplementReceived> = {
  title: { zh: '收取补正材料', en: 'Supplement received' },
  reading: ({ arrived, on, evidence = null, ...taken }, book) => {
    const [day, list] = [sayDay(on), listed(arrived.map((part) => nameOf(part, book)))];
    return sentence(
      { zh: zh`${day}收到补正材料：${list}`, en: en`Received on ${day} of what was asked: ${list}` },
      ...reusedClauses(taken, book),
      quoting(proof, book.words(evidence)),
    );
  },
  fold: (state, { arrived, on }) => withArrivals(state, arrived, on),
  tells: 'nobody',
};

const proof = { zh: '补录依据', en: 'evidence of the late entry' };

/** The state after parts of what was asked came in. */
export function withArrivals(state: CaseState, arrived: readonly ItemRef[], on: CivilDate): CaseState {
  const { supplement } = state;
  const held = [...new Set([...state.received, ...materialsOf(arrived)])];
  if (supplement === undefined) return { ...state, received: held };
  const parts = arrived.map((item) => ({ ...refOf(item), on }));
  return { ...state, received: held, supplement: { ...supplement, arrived: [...supplement.arrived, ...parts] } };
}

export interface SupplyDeclared {
  readonly type: 'SupplyDeclared';
  readonly round: number;
  readonly on: CivilDate;
  readonly evidence?: Digest;
}

export const supplyDeclared: FactRecord<SupplyDeclared> = {
  title: { zh: '申请人声明补正完毕', en: 'Said to be supplied' },
  reading: ({ on, evidence = null }, book) => {
    const day = sayDay(on);
    return sentence(
      { zh: zh`申请人于${day}声明补正完毕`, en: en`The applicant said on ${day} that all is supplied` },
      quoting(proof, book.words(evidence)),
    );
  },
  fold: (state, { on }) => declared(state, on),
  tells: 'nobody',
};

/** The state after the applicant has said that all is supplied. */
export function declared({ supplement, ...state }: CaseState, on: CivilDate): CaseState {
  return {
    ...state,
    ...(supplement !== undefined && { supplement: { ...supplement, state: 'declared', declaredOn: on } as const }),
  };
}

export interface CorrectedOnSpot {
  readonly type: 'CorrectedOnSpot';
  readonly stepId: string;
  readonly corrected: readonly ItemRef[];
  readonly note: Digest;
}

export const correctedOnSpot: FactRecord<CorrectedOnSpot> = {
  title: { zh: '当场更正', en: 'Corrected on the spot' },
  reading: ({ corrected, note }, book) => {
    const list = listed(corrected.map((part) => nameOf(part, book)));
    return sentence(
      { zh: zh`申请人当场更正：${list}`, en: en`The applicant corrected on the spot: ${list}` },
      quoting({ zh: '更正内容', en: 'what' }, book.words(note)),
    );
  },
  fold: unchanged,
  tells: 'nobody',
};

export interface SupplementLapsed {
  readonly type: 'SupplementLapsed';
  readonly stepId: string;
  readonly result: 'deemedWithdrawn' | 'notSupplied';
  readonly documentNo: string;
  readonly reasons: Digest;
  readonly remedy: Digest;
}

export const supplementLapsed: FactRecord<SupplementLapsed> = {
  title: { zh: '逾期未补正', en: 'Not supplied in time' },
  reading: ({ result, documentNo, reasons, remedy }, book) =>
    sentence(
      caseResults[result],
      numbered(documentNo),
      quoting(labels.reason, book.words(reasons)),
      quoting(labels.remedy, book.words(remedy)),
    ),
  fold: unchanged,
  tells: 'nobody',
};
