import { sayDay } from '../../words/day.ts';
import type { WordBook } from '../../words/book.ts';
import type { Said } from '../../words/said.ts';
import { en, labels, listed, quoting, sentence, zh } from '../../words/sentence.ts';
import type { Digest, PersonId } from '../marks.ts';
import type { PassedItem, PassingState } from '../passed.ts';
import type { CaseState } from '../state.ts';
import type { CivilDate } from '../../clock/civil-date.ts';
import type { FactRecord } from './fact-record.ts';
import { changeStep, toHandler } from './steps.ts';

export interface PassedToDepartment {
  readonly type: 'PassedToDepartment';
  readonly stepId: string;
  readonly round: number;
  readonly on: CivilDate;
  readonly receiver: PersonId;
  readonly items: readonly PassedItem[];
}

export const passedToDepartment: FactRecord<PassedToDepartment> = {
  title: { zh: '移交部门', en: 'Passed to the department' },
  reading: ({ round, on, receiver, items }, book) => {
    const [day, whom, list] = [sayDay(on), book.person(receiver), listed(items.map((item) => sayItem(item, book)))];
    const again = { zh: round === 1 ? '' : '再次', en: round === 1 ? '' : ' again' };
    return sentence(
      {
        zh: zh`${day}${again}向部门移交材料，接收人${whom}`,
        en: en`Passed the materials to the department${again} on ${day}, to ${whom}`,
      },
      { zh: zh`移交清单：${list}`, en: en`list: ${list}` },
    );
  },
  fold: (state, { stepId, round, on, receiver, items }, { actorId }) =>
    changeStep(state, stepId, { passing: { stage: 'passed', round, on, by: actorId ?? '', receiver, items } }),
  tells: { title: { zh: '待签收材料', en: 'Materials to sign for' }, whom: ({ stepId }) => toHandler(stepId) },
};

/** A line of the list: 申请书（原件 1 份、复印件 2 份）. */
function sayItem({ id, originals, copies }: PassedItem, book: WordBook): Said {
  const counts = [
    ...(originals > 0 ? [{ zh: `原件 ${originals} 份`, en: `originals: ${originals}` }] : []),
    ...(copies > 0 ? [{ zh: `复印件 ${copies} 份`, en: `copies: ${copies}` }] : []),
  ];
  const what = counts.length === 0 ? { zh: '电子件', en: 'file' } : listed(counts);
  return { zh: zh`${book.material(id)}（${what}）`, en: en`${book.material(id)} (${what})` };
}

export interface ReturnedToWindow {
  readonly type: 'ReturnedToWindow';
  readonly stepId: string;
  readonly round: number;
  readonly reason: Digest;
}

export const returnedToWindow: FactRecord<ReturnedToWindow> = {
  title: { zh: '退回窗口', en: 'Returned to the window' },
  reading: ({ reason }, book) =>
    sentence(
      {
        zh: '材料与移交清单不符，退回窗口，视为未移交，所用时间计入窗口',
        en: 'Returned the materials to the window: they do not agree with the list, count as not passed on, and the days are the window’s',
      },
      quoting(labels.reason, book.words(reason)),
    ),
  fold: (state, { stepId, reason }) => staged(state, stepId, { stage: 'returned', reason }),
  tells: {
    title: { zh: '退回窗口', en: 'Returned to the window' },
    whom: ({ stepId }) => toHandler(stepId),
  },
};

/** The state with what was passed on returned or signed for. */
export function staged(state: CaseState, stepId: string, now: Pick<PassingState, 'stage' | 'reason'>): CaseState {
  const before = state.steps.find(({ id }) => id === stepId)?.passing;
  return before === undefined ? state : changeStep(state, stepId, { passing: { ...before, ...now } });
}
