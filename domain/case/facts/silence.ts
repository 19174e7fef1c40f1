import type { CivilDate } from '../../clock/civil-date.ts';
import { sayDay } from '../../words/day.ts';
import { sayShares } from '../../words/shares.ts';
import type { Said } from '../../words/said.ts';
import { en, quoting, sentence, zh } from '../../words/sentence.ts';
import type { Digest } from '../marks.ts';
import type { Shares } from '../passed.ts';
import type { CaseState } from '../state.ts';
import { unchanged } from './fact-record.ts';
import type { FactRecord, Telling } from './fact-record.ts';

/** Silence past the notice limit of the law. `on`: the day of arrival; `dueOn`: the last day on which the applicant could be told. */
export interface AcceptanceDeemed {
  readonly type: 'AcceptanceDeemed';
  readonly on: CivilDate;
  readonly dueOn: CivilDate;
  /** `on` is when what was asked for besides had arrived. */
  readonly supplied?: true;
  /** Whose days they were, where window and department share the time to answer. */
  readonly shares?: Shares;
}

export const acceptanceDeemed: FactRecord<AcceptanceDeemed> = {
  title: { zh: '视为受理', en: 'Accepted by silence' },
  reading: ({ on, dueOn, supplied, shares }) => {
    const day = since(on, supplied);
    return sentence(
      {
        zh: zh`逾期未告知，自${day}起视为受理`,
        en: en`Not answered in time: accepted from ${day}`,
      },
      lastDay(dueOn),
      sayShares(shares),
      { zh: '依据：行政许可法第三十二条第一款第（四）项', en: 'basis: XKF 32(1)(4)' },
    );
  },
  derived: true,
  byTime: true,
  fold: (state, { on, dueOn }) => ({ ...state, acceptedOn: on, silence: { state: 'accepted', dueOn } }),
  tells: {
    title: { zh: '逾期未告知，视为受理', en: 'Accepted by silence' },
    whom: (_body, _world, state) => toWindowAndAbove(state),
  },
};

/** The same, recorded so late that a notice given on paper may be missing here: nothing counts until somebody has looked. */
export interface SilenceReached {
  readonly type: 'SilenceReached';
  readonly on: CivilDate;
  readonly dueOn: CivilDate;
  /** `on` is when what was asked for besides had arrived. */
  readonly supplied?: true;
  /** Whose days they were, where window and department share the time to answer. */
  readonly shares?: Shares;
}

export const silenceReached: FactRecord<SilenceReached> = {
  title: { zh: '逾期未告知，待核实', en: 'Silence to be confirmed' },
  reading: ({ on, dueOn, supplied, shares }) => {
    const day = since(on, supplied);
    return sentence(
      { zh: '受理告知时限届满，没有告知记录，待首席代表核实', en: 'No answer is on record: the lead is to confirm it' },
      lastDay(dueOn),
      sayShares(shares),
      {
        zh: zh`经确认未告知的，自${day}起视为受理`,
        en: en`once confirmed, the case is accepted from ${day}`,
      },
    );
  },
  derived: true,
  byTime: true,
  fold: (state, { dueOn }) => ({ ...state, silence: { state: 'reached', dueOn } }),
  tells: {
    title: { zh: '逾期未告知，待核实', en: 'Silence to be confirmed' },
    whom: (_body, _world, state) => toWindowAndAbove(state),
  },
};

export interface SilenceConfirmed {
  readonly type: 'SilenceConfirmed';
  readonly dueOn: CivilDate;
  readonly note: Digest | null;
}

/** What follows from it is the acceptance itself, a fact of its own. */
export const silenceConfirmed: FactRecord<SilenceConfirmed> = {
  title: { zh: '确认逾期未告知', en: 'Silence confirmed' },
  reading: ({ dueOn, note }, book) =>
    sentence(
      { zh: '经核实，期限内没有告知申请人', en: 'Confirmed that the applicant was not answered in time' },
      lastDay(dueOn),
      quoting({ zh: '说明', en: 'note' }, book.words(note)),
    ),
  fold: unchanged,
  tells: 'nobody',
};

/** The day of arrival by its name. */
function since(on: CivilDate, supplied: true | undefined): Said {
  const day = sayDay(on);
  return supplied === true
    ? { zh: zh`收到补正材料之日（${day}）`, en: en`the day on which what was asked for arrived, ${day}` }
    : { zh: zh`收件之日（${day}）`, en: en`the day of receipt, ${day}` };
}

function lastDay(dueOn: CivilDate): Said {
  const day = sayDay(dueOn);
  return { zh: zh`告知期限至${day}`, en: en`the applicant was to be told by ${day}` };
}

/** Red, to the window, its lead and the supervisor, whatever the ladder of the flow says of this limit. */
function toWindowAndAbove({ caseId }: CaseState): Telling {
  return { to: ['handler', 'windowLead', 'supervisor'], stepId: null, refId: caseId, level: 'red' };
}
