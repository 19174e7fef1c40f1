import type { CivilDate } from '../clock/civil-date.ts';
import { unchanged } from '../case/facts/fact-record.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import type { Digest, PersonId } from '../case/marks.ts';
import type { Naming } from '../people/directory.ts';
import { isRejection, reject } from '../rejection.ts';
import { en, listed, quoting, zh } from '../words/sentence.ts';
import { endOf, unknownOutcome } from './rules.ts';
import type { StepParams } from './params.ts';
import type { Ending, StepKind } from './step-kind.ts';
import { finished } from './finished.ts';

export interface FinishExpertReview {
  readonly type: 'finishExpertReview';
  readonly stepId: string;
  readonly outcome: string;
  /** Of an untimed step: the day on which it ended, which may lie before that of the entry. */
  readonly heldOn?: CivilDate;
  readonly opinion: Digest;
  readonly experts: readonly Digest[];
  /** Officials where an expert is one: none may have handled this case. */
  readonly officials: readonly PersonId[];
}

export interface ExpertReviewFinished {
  readonly type: 'ExpertReviewFinished';
  readonly stepId: string;
  readonly outcome: string;
  /** From rules 4 on, of an untimed step. */
  readonly heldOn?: CivilDate;
  readonly opinion: Digest;
  readonly experts: readonly Digest[];
}

/** Who handled the case is no independent expert, nor is who enters the result. */
const insiders = ({ state, actorId }: Naming) => [...state.handledBy, actorId];

/** Enough different experts, none of whom handled the case. */
const finishExpertReview: Ending<FinishExpertReview, ExpertReviewFinished, StepParams['expertReview']> = {
  title: { zh: '完成专家评审', en: 'Finish the expert review' },
  texts: { opinion: 'words', experts: 'names' },
  people: { officials: { roles: 'any', anywhere: true, recused: insiders } },
  answer(context, { stepId, outcome, heldOn, opinion, experts, officials }) {
    const refusal = unknownOutcome(context, outcome);
    if (refusal) return refusal;
    const least = context.params.minPeople;
    const count = new Set(experts).size;
    if (count < least) {
      return reject('experts-too-few', `expected at least ${least} different experts, but got ${count}`);
    }
    const partial = officials.find((id) => insiders(context).includes(id));
    if (partial !== undefined) {
      const detail = `expected experts who did not handle the case, but ${partial} did`;
      return reject('expert-not-independent', detail, { people: [partial] });
    }
    const end = endOf(context, heldOn);
    if (isRejection(end)) return end;
    const fact = { type: 'ExpertReviewFinished', stepId, outcome, ...end.dated, opinion, experts } as const;
    return { facts: [fact], outcome, endedOn: end.endedOn };
  },
};

const expertReviewFinished: FactRecord<ExpertReviewFinished> = {
  title: { zh: '完成专家评审', en: 'Expert review finished' },
  reading: (body, book) => {
    const { experts, opinion } = body;
    const names = experts.map((name) => book.words(name)).filter((name) => name !== null);
    const people = names.length < experts.length ? null : listed(names);
    return finished(book, body, {
      ...(body.heldOn === undefined ? {} : { on: body.heldOn }),
      said: [
        {
          zh: zh`专家 ${experts.length} 名${people === null ? '' : zh`（${people}）`}`,
          en: en`${experts.length} experts${people === null ? '' : en` (${people})`}`,
        },
        quoting({ zh: '评审意见', en: 'opinion' }, book.words(opinion)),
      ],
    });
  },
  fold: unchanged,
  tells: 'nobody',
};

/** 专家评审 (XKF 45). */
export const expertReview = {
  title: { zh: '专家评审', en: 'Expert review' },
  params: {
    minPeople: { title: { zh: '最少人数', en: 'Least number of people' }, least: 1, most: 50, basis: '至少一名专家' },
  },
  isFrame: false,
  isWatched: true,
  leaves: { always: [], drawn: 'any' },
  exclusionKinds: ['expertReview'],
  endings: { finishExpertReview },
  facts: { ExpertReviewFinished: expertReviewFinished },
} as const satisfies StepKind<'expertReview'>;
