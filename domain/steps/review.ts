import type { CivilDate } from '../clock/civil-date.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import { handledBy } from '../case/facts/handled.ts';
import type { Digest } from '../case/marks.ts';
import { isRejection, reject } from '../rejection.ts';
import { labels, quoting } from '../words/sentence.ts';
import { endOf, unknownOutcome } from './rules.ts';
import type { Ending, StepKind } from './step-kind.ts';
import { finished } from './finished.ts';

export interface FinishReview {
  readonly type: 'finishReview';
  readonly stepId: string;
  readonly outcome: string;
  /** Of an untimed step: the day on which it ended, which may lie before that of the entry. */
  readonly heldOn?: CivilDate;
  readonly opinion: Digest;
}

export interface Reviewed {
  readonly type: 'Reviewed';
  readonly stepId: string;
  readonly outcome: string;
  /** From rules 4 on, of an untimed step. */
  readonly heldOn?: CivilDate;
  readonly opinion: Digest;
}

/** An opinion in words and an outcome of the flow; who reviews does not preside, and who presided does not review (XKF 48). */
const finishReview: Ending<FinishReview, Reviewed> = {
  title: { zh: '完成审查', en: 'Finish the review' },
  texts: { opinion: 'words' },
  people: {},
  answer(context, { stepId, outcome, heldOn, opinion }) {
    const refusal = unknownOutcome(context, outcome);
    if (refusal) return refusal;
    if (opinion === '') return reject('opinion-required', 'expected an opinion in words, but it is empty');
    if (context.state.presidedBy.includes(context.actorId)) {
      return reject(
        'presider-is-reviewer',
        'expected a reviewer who did not preside the hearing (XKF 48), but this one did',
        { people: [context.actorId] },
      );
    }
    const end = endOf(context, heldOn);
    if (isRejection(end)) return end;
    const fact = { type: 'Reviewed', stepId, outcome, ...end.dated, opinion } as const;
    return { facts: [fact], outcome, endedOn: end.endedOn };
  },
};

const reviewed: FactRecord<Reviewed> = {
  title: { zh: '完成审查', en: 'Review finished' },
  reading: (body, book) =>
    finished(book, body, {
      ...(body.heldOn === undefined ? {} : { on: body.heldOn }),
      said: [quoting(labels.opinion, book.words(body.opinion))],
    }),
  fold: (state, _body, { actorId }) => handledBy(state, [actorId]),
  tells: 'nobody',
};

/** 审查. Procedures of XKF 45 without a kind of their own (检验, 检测, 检疫, 鉴定, 招标, 拍卖) are reviews. */
export const review = {
  title: { zh: '审查', en: 'Review' },
  params: {},
  isFrame: false,
  isWatched: false,
  leaves: { always: [], drawn: 'any' },
  exclusionKinds: ['tender', 'auction', 'inspection', 'testing', 'quarantine', 'appraisal'],
  endings: { finishReview },
  facts: { Reviewed: reviewed },
} as const satisfies StepKind<'review'>;
