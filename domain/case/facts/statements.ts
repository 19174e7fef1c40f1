import type { CivilDate } from '../../clock/civil-date.ts';
import { sayDay } from '../../words/day.ts';
import { en, numbered, quoting, sentence, zh } from '../../words/sentence.ts';
import type { Digest } from '../marks.ts';
import type { CaseState } from '../state.ts';
import { adoptions } from '../stated.ts';
import type { Adoption, StatementsState } from '../stated.ts';
import type { FactRecord } from './fact-record.ts';

export interface InterestedTold {
  readonly type: 'InterestedTold';
  readonly no: number;
  readonly documentNo: string;
  readonly servedOn: CivilDate;
  readonly interested: Digest;
  readonly matter: Digest;
  readonly stateBy: CivilDate;
}

export const interestedTold: FactRecord<InterestedTold> = {
  title: { zh: '告知利害关系人', en: 'Interested party told' },
  reading: ({ documentNo, servedOn, interested, matter, stateBy }, book) => {
    const [day, last] = [sayDay(servedOn), sayDay(stateBy)];
    return sentence(
      {
        zh: zh`${day}告知利害关系人，可以在${last}前陈述、申辩`,
        en: en`Told on ${day} somebody whose interests are concerned, who may speak until ${last}`,
      },
      numbered(documentNo),
      quoting({ zh: '利害关系人', en: 'who' }, book.words(interested)),
      quoting({ zh: '涉及的重大利益', en: 'interests concerned' }, book.words(matter)),
    );
  },
  fold: (state, { no, stateBy }) =>
    changed(state, (before) => ({ ...before, told: [...before.told, { no, stateBy }] })),
  tells: 'nobody',
};

export interface StatementReceived {
  readonly type: 'StatementReceived';
  readonly no: number;
  readonly toldNo: number | null;
  readonly arrivedOn: CivilDate;
  readonly views: Digest;
}

export const statementReceived: FactRecord<StatementReceived> = {
  title: { zh: '收到陈述、申辩意见', en: 'Statement received' },
  reading: ({ toldNo, arrivedOn, views }, book) => {
    const day = sayDay(arrivedOn);
    return sentence(
      toldNo === null
        ? { zh: zh`${day}收到申请人的陈述、申辩意见`, en: en`Received on ${day} a statement of the applicant` }
        : {
            zh: zh`${day}收到第 ${toldNo} 名利害关系人的陈述、申辩意见`,
            en: en`Received on ${day} the statement of interested party ${toldNo}`,
          },
      quoting({ zh: '意见', en: 'it says' }, book.words(views)),
    );
  },
  fold: (state, { no, toldNo }) =>
    changed(state, (before) => ({ ...before, received: [...before.received, { no, toldNo, isAnswered: false }] })),
  tells: {
    title: { zh: '收到陈述、申辩意见，请答复', en: 'Statement received: to be answered' },
    whom: (_body, _world, { caseId }) => ({ to: ['caseOfficer'], stepId: null, refId: caseId, level: null }),
  },
};

export interface StatementAnswered {
  readonly type: 'StatementAnswered';
  readonly statementNo: number;
  readonly adopted: Adoption;
  readonly answer: Digest;
  readonly on: CivilDate;
}

export const statementAnswered: FactRecord<StatementAnswered> = {
  title: { zh: '答复陈述、申辩意见', en: 'Statement answered' },
  reading: ({ statementNo, adopted, answer }, book) =>
    sentence(
      {
        zh: zh`答复第 ${statementNo} 份陈述、申辩意见：${adoptions[adopted]}`,
        en: en`Answered statement ${statementNo}: ${adoptions[adopted]}`,
      },
      quoting({ zh: '答复', en: 'answer' }, book.words(answer)),
    ),
  fold: (state, { statementNo }) =>
    changed(state, (before) => ({
      ...before,
      received: before.received.map((one) => (one.no === statementNo ? { ...one, isAnswered: true } : one)),
    })),
  tells: 'nobody',
};

function changed(state: CaseState, change: (before: StatementsState) => StatementsState): CaseState {
  return { ...state, statements: change(state.statements ?? { told: [], received: [] }) };
}
