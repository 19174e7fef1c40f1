import type { CivilDate } from '../clock/civil-date.ts';
import type { FactRecord } from '../case/facts/fact-record.ts';
import { handledBy } from '../case/facts/handled.ts';
import type { Digest } from '../case/marks.ts';
import { deferralBars } from '../case/deferral.ts';
import { identityBars } from '../case/identity.ts';
import { outstanding } from '../case/materials.ts';
import { statementsBar } from '../case/statements.ts';
import { opinionsAgainst } from '../case/opinions.ts';
import { reject } from '../rejection.ts';
import { sayDay } from '../words/day.ts';
import { en, labels, numbered, quoting, sentence, zh } from '../words/sentence.ts';
import type { Ending, StepKind } from './step-kind.ts';

export interface MakeDecision {
  readonly type: 'makeDecision';
  readonly stepId: string;
  readonly outcome: 'grant' | 'refuse';
  readonly documentNo: string;
  readonly reasons?: Digest;
  readonly remedy?: Digest;
}

export interface DecisionMade {
  readonly type: 'DecisionMade';
  readonly stepId: string;
  readonly outcome: 'grant' | 'refuse';
  readonly documentNo: string;
  readonly reasons: Digest | null;
  readonly remedy: Digest | null;
  readonly on: CivilDate;
}

/** A refusal gives its reasons and the remedy, body and time (XKF 38), a grant against an opinion its reasons; nothing is granted by silence. */
const makeDecision: Ending<MakeDecision, DecisionMade> = {
  title: { zh: '作出决定', en: 'Decide' },
  texts: { reasons: 'words', remedy: 'words' },
  people: {},
  guard: (desk) => deferralBars(desk) ?? statementsBar(desk.state, desk.today),
  answer({ world, state, today }, { stepId, outcome, documentNo, reasons = null, remedy = null }) {
    if (outcome === 'refuse' && reasons === null) {
      return reject('reasons-required', 'expected the reasons of the refusal (XKF 38), but none were given');
    }
    if (outcome === 'refuse' && remedy === null) {
      return reject('remedy-required', 'expected the remedy of the refusal (XKF 38), but none was given');
    }
    // Silence may have accepted it before anybody verified who filed it.
    const unverified = outcome === 'grant' ? identityBars(state) : null;
    if (unverified) return unverified;
    const still = outcome === 'grant' ? outstanding(world, state) : [];
    if (still.length > 0) {
      const detail = `expected the deferred materials before a grant, but these are still to come: ${still.join(', ')}`;
      return reject('materials-missing', detail, { materials: still });
    }
    const against = outcome === 'grant' ? opinionsAgainst(world, state).map(({ id }) => id) : [];
    if (against.length > 0 && reasons === null) {
      const detail = `expected the reasons for a grant against the opinion of ${against.join(', ')}, but none were given`;
      return reject('reasons-required', detail, { steps: against });
    }
    const fact = { type: 'DecisionMade', stepId, outcome, documentNo, reasons, remedy, on: today } as const;
    return { facts: [fact], outcome, endedOn: today };
  },
};

const decisionMade: FactRecord<DecisionMade> = {
  title: { zh: '作出决定', en: 'Decision made' },
  reading: ({ outcome, documentNo, reasons, remedy, on }, book) => {
    const day = sayDay(on);
    return sentence(
      outcome === 'grant'
        ? { zh: zh`${day}作出准予许可决定`, en: en`Granted the permit on ${day}` }
        : { zh: zh`${day}作出不予许可决定`, en: en`Refused the permit on ${day}` },
      numbered(documentNo),
      quoting(labels.reason, book.words(reasons)),
      quoting(labels.remedy, book.words(remedy)),
    );
  },
  fold: (state, { outcome, on }, { actorId }) => ({
    ...handledBy(state, [actorId]),
    decision: outcome,
    decidedOn: on,
  }),
  tells: 'nobody',
};

/** 决定. */
export const decision = {
  title: { zh: '决定', en: 'Decision' },
  params: {},
  isFrame: true,
  isWatched: false,
  leaves: { always: ['grant', 'refuse'], drawn: [] },
  exclusionKinds: [],
  endings: { makeDecision },
  facts: { DecisionMade: decisionMade },
} as const satisfies StepKind<'decision'>;
