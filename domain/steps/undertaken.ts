import type { CivilDate } from '../clock/civil-date.ts';
import { undertakingBars } from '../case/deferral.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import { undertakenClauses } from '../case/facts/undertaking.ts';
import { identityBars } from '../case/identity.ts';
import { answeredInTime, silenceAccepted, silenceOpen } from '../case/silent.ts';
import { arrivedOn, supplementBars } from '../case/supplement.ts';
import { checkUndertaking } from '../case/undertaking.ts';
import type { Undertaking } from '../case/undertaken.ts';
import { reject } from '../rejection.ts';
import { sayDay } from '../words/day.ts';
import { en, numbered, sentence, zh } from '../words/sentence.ts';
import type { Ending } from './step-kind.ts';

export interface AcceptUndertaking extends Undertaking {
  readonly type: 'acceptUndertaking';
  readonly stepId: string;
  readonly documentNo: string;
  readonly undertakingNo: string;
}

/** `on`: the day of this answer; `acceptedOn`: that from which the case counts, which is earlier where a supplement had been asked for. */
export interface AcceptedOnUndertaking extends Undertaking {
  readonly type: 'AcceptedOnUndertaking';
  readonly stepId: string;
  readonly documentNo: string;
  readonly on: CivilDate;
  readonly acceptedOn: CivilDate;
  readonly undertakingNo: string;
}

/**
 * 许可承诺: accepted on the applicant's undertaking to meet the conditions, where the flow draws what follows from that: the decision is made
 * at once, and looked at afterwards (domain.md 4.5, 12.1.5).
 */
export const acceptUndertaking: Ending<AcceptUndertaking, AcceptedOnUndertaking> = {
  title: { zh: '按告知承诺受理', en: 'Accept on an undertaking' },
  texts: { undertaking: 'words' },
  people: {},
  guard: (desk) => {
    const { state, world, today } = desk;
    const isOffered = world.plan.steps.some(
      ({ kind, outcomes }) => kind === 'acceptance' && outcomes.includes('undertaken'),
    );
    if (!isOffered)
      return reject('undertaking-not-offered', 'expected an item that is granted on an undertaking, but it is not');
    return (
      silenceAccepted(state) ??
      silenceOpen(state, today) ??
      identityBars(state) ??
      supplementBars(state) ??
      undertakingBars(desk)
    );
  },
  answer({ today, state }, { stepId, documentNo, undertakingNo, undertakenOn, undertaking, credit }) {
    const given = { undertakenOn, undertaking, credit };
    const refusal = checkUndertaking({ state, today }, given);
    if (refusal) return refusal;
    const acceptedOn = state.supplement === undefined ? today : arrivedOn(state);
    const accepted = { stepId, documentNo, on: today, acceptedOn, undertakingNo, ...given };
    return { facts: [{ type: 'AcceptedOnUndertaking', ...accepted }], outcome: 'undertaken', endedOn: today };
  },
};

export const acceptedOnUndertaking: FactRecord<AcceptedOnUndertaking> = {
  title: { zh: '按告知承诺受理', en: 'Accepted on an undertaking' },
  reading: ({ documentNo, on, acceptedOn, undertakingNo, ...given }, book) => {
    const [day, from, signed] = [sayDay(on), sayDay(acceptedOn), sayDay(given.undertakenOn)];
    return sentence(
      {
        zh: zh`${day}按告知承诺予以受理，出具受理通知书，当场作出决定并事后核查`,
        en: en`Accepted the application on an undertaking on ${day}: decided at once and checked afterwards`,
      },
      on === acceptedOn ? null : { zh: zh`受理日期为${from}`, en: en`it counts from ${from}` },
      numbered(documentNo),
      {
        zh: zh`申请人于${signed}书面承诺符合许可条件（告知承诺书 ${undertakingNo}）`,
        en: en`the applicant undertook on ${signed} to meet the conditions (No. ${undertakingNo})`,
      },
      ...undertakenClauses(given, book),
    );
  },
  fold: (state, { acceptedOn, undertakenOn, undertakingNo }) => ({
    ...answeredInTime(state),
    acceptedOn,
    undertaking: { undertakenOn, undertakingNo },
  }),
  tells: 'nobody',
};
