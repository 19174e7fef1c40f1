import type { CivilDate } from '../../clock/civil-date.ts';
import { sayDay } from '../../words/day.ts';
import { en, numbered, quoting, sentence, zh } from '../../words/sentence.ts';
import type { HearingState } from '../hearing.ts';
import type { Digest, PersonId } from '../marks.ts';
import type { CaseState } from '../state.ts';
import { unchanged } from './fact-record.ts';
import type { FactRecord } from './fact-record.ts';
import { changeStep } from './steps.ts';

export interface HearingRightTold {
  readonly type: 'HearingRightTold';
  readonly stepId: string;
  readonly documentNo: string;
  readonly servedOn: CivilDate;
  readonly matter: Digest;
  readonly askBy: CivilDate;
}

export const hearingRightTold: FactRecord<HearingRightTold> = {
  title: { zh: '告知听证权利', en: 'Told of the right to a hearing' },
  reading: ({ documentNo, servedOn, matter, askBy }, book) => {
    const [day, last] = [sayDay(servedOn), sayDay(askBy)];
    return sentence(
      {
        zh: zh`${day}告知听证权利，可以在${last}前提出听证申请`,
        en: en`Told on ${day} of the right to a hearing, to be asked for by ${last}`,
      },
      numbered(documentNo),
      quoting({ zh: '涉及的重大利益', en: 'interests concerned' }, book.words(matter)),
    );
  },
  fold: (state, { stepId, askBy }) => changeHearing(state, stepId, { askBy }),
  tells: 'nobody',
};

export interface HearingCalled {
  readonly type: 'HearingCalled';
  readonly stepId: string;
  readonly documentNo: string;
  readonly servedOn: CivilDate;
  readonly hearingOn: CivilDate;
  readonly hearingAt: string;
  readonly hearingPlace: Digest;
  readonly presider: PersonId;
}

export const hearingCalled: FactRecord<HearingCalled> = {
  title: { zh: '通知举行听证', en: 'Hearing called' },
  reading: ({ documentNo, servedOn, hearingOn, hearingAt, hearingPlace, presider }, book) => {
    const [told, day, person] = [sayDay(servedOn), sayDay(hearingOn), book.person(presider)];
    const time = { zh: hearingAt, en: hearingAt };
    return sentence(
      {
        zh: zh`${told}通知举行听证，听证时间为${day}${time}`,
        en: en`Told on ${told} that the hearing is held on ${day} at ${time}`,
      },
      numbered(documentNo),
      quoting({ zh: '听证地点', en: 'place' }, book.words(hearingPlace)),
      { zh: zh`听证主持人：${person}`, en: en`presided by ${person}` },
    );
  },
  fold: (state, { stepId, hearingOn: on, presider }) => changeHearing(state, stepId, { called: { on, presider } }),
  tells: 'nobody',
};

export interface HearingAnnounced {
  readonly type: 'HearingAnnounced';
  readonly stepId: string;
  readonly documentNo: string;
  readonly announcedOn: CivilDate;
  readonly announcedIn: Digest;
}

export const hearingAnnounced: FactRecord<HearingAnnounced> = {
  title: { zh: '发布听证公告', en: 'Hearing announced' },
  reading: ({ documentNo, announcedOn, announcedIn }, book) => {
    const day = sayDay(announcedOn);
    return sentence(
      { zh: zh`${day}发布听证公告`, en: en`The hearing was announced on ${day}` },
      numbered(documentNo),
      quoting({ zh: '公告载体', en: 'in' }, book.words(announcedIn)),
    );
  },
  fold: unchanged,
  tells: 'nobody',
};

function changeHearing(state: CaseState, stepId: string, change: HearingState): CaseState {
  const before = state.steps.find(({ id }) => id === stepId)?.hearing;
  return changeStep(state, stepId, { hearing: { ...before, ...change } });
}
