import type { Digest } from '../marks.ts';
import type { CaseState } from '../state.ts';
import { en, labels, numbered, quoting, sentence, zh } from '../../words/sentence.ts';
import type { FactRecord, Telling } from './fact-record.ts';

export interface ExtensionRequested {
  readonly type: 'ExtensionRequested';
  readonly count: number;
  readonly reason: Digest;
}

export const extensionRequested: FactRecord<ExtensionRequested> = {
  title: { zh: '申请延长审批', en: 'Extension requested' },
  reading: ({ count, reason }, book) => {
    const length = book.amount('statutory', count);
    const head = { zh: zh`申请延长审批 ${length}`, en: en`Asked to extend the limit by ${length}` };
    return sentence(head, quoting(labels.reason, book.words(reason)));
  },
  fold: (state, { count }, fact) => ({
    ...state,
    extension: { state: 'requested', count, requestedBy: fact.actorId ?? '' },
  }),
  tells: {
    title: { zh: '待批：延长审批', en: 'To approve: extension' },
    whom: (_body, { plan }, { caseId }) => {
      const approver = plan.limits.extension?.approver;
      return { to: approver === undefined ? [] : [approver], stepId: null, refId: caseId, level: null };
    },
  },
};

export interface ExtensionApproved {
  readonly type: 'ExtensionApproved';
  readonly count: number;
  readonly documentNo: string;
}

export const extensionApproved: FactRecord<ExtensionApproved> = {
  title: { zh: '批准延长审批', en: 'Extension approved' },
  reading: ({ count, documentNo }, book) => {
    const length = book.amount('statutory', count);
    const head = { zh: zh`批准延长审批 ${length}`, en: en`Approved an extension of the limit by ${length}` };
    return sentence(head, numbered(documentNo));
  },
  fold: (state) => ({ ...state, extension: state.extension && { ...state.extension, state: 'approved' } }),
  tells: {
    title: { zh: '已批准：延长审批', en: 'Approved: extension' },
    whom: (_body, _world, state) => toAsker(state),
  },
};

export interface ExtensionDeclined {
  readonly type: 'ExtensionDeclined';
  readonly reason: Digest;
}

export const extensionDeclined: FactRecord<ExtensionDeclined> = {
  title: { zh: '不予批准延长审批', en: 'Extension declined' },
  reading: ({ reason }, book) =>
    sentence(
      { zh: '不予批准延长审批', en: 'Declined the extension of the limit' },
      quoting(labels.reason, book.words(reason)),
    ),
  fold: (state) => ({ ...state, extension: state.extension && { ...state.extension, state: 'declined' } }),
  tells: {
    title: { zh: '未同意：延长审批', en: 'Declined: extension' },
    whom: (_body, _world, state) => toAsker(state),
  },
};

export interface ExtensionFell {
  readonly type: 'ExtensionFell';
  /** What left nothing to extend: the decision, or the end of the case without one. */
  readonly because: 'decided' | 'closed';
}

export const extensionFell: FactRecord<ExtensionFell> = {
  title: { zh: '延长审批申请失效', en: 'Request for an extension fell' },
  reading: ({ because }) =>
    sentence(
      because === 'decided'
        ? {
            zh: '已作出决定，尚未批准的延长审批申请失效',
            en: 'The decision was made: the open request for an extension fell',
          }
        : {
            zh: '办件已终止，尚未批准的延长审批申请失效',
            en: 'The case ended: the open request for an extension fell',
          },
    ),
  derived: true,
  fold: (state) => ({ ...state, extension: state.extension && { ...state.extension, state: 'fallen' } }),
  tells: {
    title: { zh: '已失效：延长审批申请', en: 'Fell: request for an extension' },
    whom: (_body, _world, state) => toAsker(state),
  },
};

function toAsker({ extension, caseId }: CaseState): Telling {
  const asker = extension?.requestedBy ?? '';
  return { to: asker === '' ? [] : [{ person: asker }], stepId: null, refId: caseId, level: null };
}
