import type { CivilDate } from '../../clock/civil-date.ts';
import { sayDay } from '../../words/day.ts';
import { en, labels, quoting, sentence, zh } from '../../words/sentence.ts';
import type { Digest } from '../marks.ts';
import type { ServingState } from '../serving.ts';
import type { CaseState } from '../state.ts';
import type { FactRecord } from './fact-record.ts';
import { changeStep } from './steps.ts';

export interface ToldToCollect {
  readonly type: 'ToldToCollect';
  readonly stepId: string;
  readonly on: CivilDate;
  readonly where: Digest;
  readonly until?: CivilDate;
}

export const toldToCollect: FactRecord<ToldToCollect> = {
  title: { zh: '通知领取', en: 'Told to collect' },
  reading: ({ on, where, until }, book) => {
    const [day, last] = [sayDay(on), until === undefined ? null : sayDay(until)];
    return sentence(
      {
        zh: zh`${day}通知申请人领取，送达时限于当日完成，待申请人领取`,
        en: en`The applicant was told on ${day} to collect: the time to deliver was kept on that day`,
      },
      quoting({ zh: '领取地点', en: 'where' }, book.words(where)),
      last && { zh: zh`请于${last}前领取`, en: en`by ${last}` },
    );
  },
  fold: (state, { stepId, on, where, until = null }) =>
    served(state, stepId, ({ told, tries }) => ({
      stage: 'toCollect',
      on,
      tries,
      told: { since: told?.since ?? on, times: (told?.times ?? 0) + 1, where, until },
    })),
  tells: 'nobody',
};

export interface Posted {
  readonly type: 'Posted';
  readonly stepId: string;
  readonly on: CivilDate;
  readonly carrier: Digest;
  readonly trackingNo: Digest;
}

export const posted: FactRecord<Posted> = {
  title: { zh: '交寄', en: 'Posted' },
  reading: ({ on, carrier, trackingNo }, book) => {
    const day = sayDay(on);
    return sentence(
      { zh: zh`${day}交寄，签收之日为送达之日`, en: en`Posted on ${day}: served on the day of its receipt` },
      quoting({ zh: '寄递企业', en: 'carrier' }, book.words(carrier)),
      quoting({ zh: '邮件号码', en: 'tracking number' }, book.words(trackingNo)),
    );
  },
  fold: (state, { stepId, on, carrier, trackingNo }) =>
    served(state, stepId, ({ told, tries }) => ({
      stage: 'posted',
      on,
      tries,
      ...(told !== undefined && { told }),
      post: { carrier, trackingNo },
    })),
  tells: 'nobody',
};

export interface PostReturned {
  readonly type: 'PostReturned';
  readonly stepId: string;
  readonly on: CivilDate;
  readonly reason: Digest;
}

export const postReturned: FactRecord<PostReturned> = {
  title: { zh: '邮件退回', en: 'Returned by the post' },
  reading: ({ on, reason }, book) => {
    const day = sayDay(on);
    return sentence(
      { zh: zh`${day}邮件退回，须另行送达`, en: en`The post came back on ${day}: to be served another way` },
      quoting(labels.reason, book.words(reason)),
    );
  },
  fold: (state, { stepId, on }) => failed(state, stepId, 'returned', on),
  tells: 'nobody',
};

export interface ServeFailed {
  readonly type: 'ServeFailed';
  readonly stepId: string;
  readonly on: CivilDate;
  readonly reason: Digest;
}

export const serveFailed: FactRecord<ServeFailed> = {
  title: { zh: '送达未成', en: 'Not served' },
  reading: ({ on, reason }, book) => {
    const day = sayDay(on);
    return sentence(
      { zh: zh`${day}送达未成，须另行送达`, en: en`A try to serve on ${day} failed: to be served another way` },
      quoting(labels.reason, book.words(reason)),
    );
  },
  fold: (state, { stepId, on }) => failed(state, stepId, 'failed', on),
  tells: 'nobody',
};

export interface Announced {
  readonly type: 'Announced';
  readonly stepId: string;
  readonly on: CivilDate;
  readonly where: Digest;
  readonly deemedOn: CivilDate;
}

export const announced: FactRecord<Announced> = {
  title: { zh: '发布送达公告', en: 'Announced' },
  reading: ({ on, where, deemedOn }, book) => {
    const [day, last] = [sayDay(on), sayDay(deemedOn)];
    return sentence(
      {
        zh: zh`${day}发布送达公告，${last}公告期满，即视为送达`,
        en: en`Announced on ${day}: it counts as served once the announcement is over on ${last}`,
      },
      quoting({ zh: '公告载体', en: 'where' }, book.words(where)),
    );
  },
  fold: (state, { stepId, on, deemedOn }) =>
    served(state, stepId, ({ tries, told }) => ({
      stage: 'announced',
      on,
      tries,
      ...(told !== undefined && { told }),
      deemedOn,
    })),
  tells: 'nobody',
};

function failed(state: CaseState, stepId: string, stage: 'returned' | 'failed', on: CivilDate): CaseState {
  return served(state, stepId, ({ told, tries }) => ({
    stage,
    on,
    tries: tries + 1,
    ...(told !== undefined && { told }),
  }));
}

type Before = Pick<ServingState, 'told' | 'tries'>;

function served(state: CaseState, stepId: string, next: (before: Before) => ServingState): CaseState {
  const before = state.steps.find(({ id }) => id === stepId)?.serving ?? { tries: 0 };
  return changeStep(state, stepId, { serving: next(before) });
}
