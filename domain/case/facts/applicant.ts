import type { CivilDate } from '../../clock/civil-date.ts';
import { sayDay } from '../../words/day.ts';
import { en, labels, quoting, sentence, zh } from '../../words/sentence.ts';
import type { Digest } from '../marks.ts';
import type { CaseState } from '../state.ts';
import type { FactRecord, Telling } from './fact-record.ts';
import { declared } from './supplement.ts';

export interface SupplyReported {
  readonly type: 'SupplyReported';
  readonly round: number;
  readonly on: CivilDate;
}

export const supplyReported: FactRecord<SupplyReported> = {
  title: { zh: '申请人网上声明补正完毕', en: 'Said online to be supplied' },
  reading: ({ on }) => {
    const day = sayDay(on);
    return sentence({
      zh: zh`申请人于${day}在网上声明补正完毕`,
      en: en`The applicant said online on ${day} that all is supplied`,
    });
  },
  fold: (state, { on }) => declared(state, on),
  tells: {
    title: { zh: '申请人声明补正完毕，请审核', en: 'Said to be supplied: to be looked at' },
    whom: (_body, _world, state) => toHandlers(state),
  },
};

export interface WithdrawalAsked {
  readonly type: 'WithdrawalAsked';
  readonly on: CivilDate;
  readonly statement: Digest;
}

export const withdrawalAsked: FactRecord<WithdrawalAsked> = {
  title: { zh: '申请人网上申请撤件', en: 'Withdrawal asked for online' },
  reading: ({ on, statement }, book) => {
    const day = sayDay(on);
    return sentence(
      { zh: zh`申请人于${day}在网上申请撤件，待窗口核实`, en: en`The applicant asked online on ${day} to withdraw` },
      quoting(labels.statement, book.words(statement)),
    );
  },
  fold: (state, { on, statement }) => ({ ...state, withdrawalAsked: { on, statement } }),
  tells: {
    title: { zh: '申请人申请撤件，请核实', en: 'Withdrawal asked for: to be confirmed' },
    whom: (_body, _world, { caseId }) => ({ to: ['windowClerk'], stepId: null, refId: caseId, level: null }),
  },
};

/** Who has the open step; before acceptance there is one. */
function toHandlers({ steps, caseId }: CaseState): Telling {
  const open = steps.find(({ outcome }) => outcome === null);
  if (open === undefined) return { to: ['windowClerk'], stepId: null, refId: caseId, level: null };
  return { to: ['handler'], stepId: open.id, refId: open.id, level: null };
}
