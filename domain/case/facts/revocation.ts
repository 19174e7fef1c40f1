import type { CivilDate } from '../../clock/civil-date.ts';
import type { DirectService } from '../../steps/service-proof.ts';
import { servedClauses } from '../../steps/service-words.ts';
import { sayDay } from '../../words/day.ts';
import { en, labels, numbered, quoting, sentence, zh } from '../../words/sentence.ts';
import type { Digest } from '../marks.ts';
import { revocationGrounds, revocationHeads, revocationServers } from '../revoked.ts';
import type { RevocationGround } from '../revoked.ts';
import type { CaseState } from '../state.ts';
import type { FactRecord, Telling } from './fact-record.ts';

export interface RevocationProposed {
  readonly type: 'RevocationProposed';
  readonly ground: RevocationGround;
  readonly reasons: Digest;
  readonly on: CivilDate;
}

export const revocationProposed: FactRecord<RevocationProposed> = {
  title: { zh: '报请撤销许可', en: 'Revocation proposed' },
  reading: ({ ground, reasons }, book) =>
    sentence(
      { zh: '报请撤销许可', en: 'Proposed to revoke the permit' },
      groundOf(ground),
      quoting(labels.reason, book.words(reasons)),
    ),
  fold: (state, { ground, reasons, on }, { actorId }) => ({
    ...state,
    revocation: { state: 'proposed', on, ground, by: actorId ?? '', reasons, decisionNo: null },
  }),
  tells: {
    title: { zh: '待批：撤销许可', en: 'To decide: revocation of the permit' },
    whom: (_body, _world, { caseId }) => ({
      to: revocationHeads,
      stepId: null,
      refId: caseId,
      level: null,
    }),
  },
};

export interface RevocationDeclined {
  readonly type: 'RevocationDeclined';
  readonly reason: Digest;
  readonly on: CivilDate;
}

export const revocationDeclined: FactRecord<RevocationDeclined> = {
  title: { zh: '不予撤销许可', en: 'Revocation declined' },
  reading: ({ reason }, book) =>
    sentence(
      { zh: '不予撤销，许可继续有效', en: 'Declined to revoke: the permit holds' },
      quoting(labels.reason, book.words(reason)),
    ),
  fold: (state, { on }) =>
    state.revocation === undefined ? state : { ...state, revocation: { ...state.revocation, state: 'declined', on } },
  tells: {
    title: { zh: '未同意：撤销许可', en: 'Declined: revocation of the permit' },
    whom: (_body, _world, state) => toProposer(state),
  },
};

export interface GrantRevoked {
  readonly type: 'GrantRevoked';
  readonly ground: RevocationGround;
  readonly documentNo: string;
  readonly reasons: Digest;
  readonly heard: Digest;
  readonly weighed: Digest;
  readonly remedy: Digest;
  readonly on: CivilDate;
}

export const grantRevoked: FactRecord<GrantRevoked> = {
  title: { zh: '撤销许可', en: 'Permit revoked' },
  reading: ({ ground, documentNo, reasons, heard, weighed, remedy, on }, book) => {
    const day = sayDay(on);
    return sentence(
      { zh: zh`${day}撤销许可`, en: en`Revoked the permit on ${day}` },
      numbered(documentNo),
      groundOf(ground),
      quoting(labels.reason, book.words(reasons)),
      quoting({ zh: '陈述、申辩情况', en: 'what the holder said' }, book.words(heard)),
      quoting({ zh: '对公共利益的影响', en: 'public interest' }, book.words(weighed)),
      quoting(labels.remedy, book.words(remedy)),
    );
  },
  fold: (state, { documentNo, on }) =>
    state.revocation === undefined
      ? state
      : { ...state, revocation: { ...state.revocation, state: 'revoked', on, decisionNo: documentNo } },
  tells: {
    title: { zh: '许可已撤销，决定书待送达', en: 'The permit was revoked: the decision is to be served' },
    whom: (_body, _world, state) => {
      const told = toProposer(state);
      return { ...told, to: [...told.to, ...revocationServers] };
    },
  },
};

/** 送达: the decision that revoked has reached its holder. */
export interface RevocationServed extends DirectService {
  readonly type: 'RevocationServed';
}

export const revocationServed: FactRecord<RevocationServed> = {
  title: { zh: '送达撤销决定', en: 'Revocation served' },
  reading: (body, book) =>
    sentence(
      ...servedClauses({ zh: '向被许可人送达撤销决定', en: 'Served the holder with the revocation' }, body, book),
    ),
  fold: (state, { servedOn }) =>
    state.revocation === undefined ? state : { ...state, revocation: { ...state.revocation, servedOn } },
  tells: 'nobody',
};

export interface GrantRevokedAbove {
  readonly type: 'GrantRevokedAbove';
  readonly ground: RevocationGround;
  readonly superior: Digest;
  readonly superiorNo: string;
  readonly revokedOn: CivilDate;
}

export const grantRevokedAbove: FactRecord<GrantRevokedAbove> = {
  title: { zh: '上级行政机关撤销许可', en: 'Permit revoked by the agency above' },
  reading: ({ ground, superior, superiorNo, revokedOn }, book) => {
    const day = sayDay(revokedOn);
    return sentence(
      { zh: zh`上级行政机关于${day}撤销许可`, en: en`The agency above revoked the permit on ${day}` },
      quoting({ zh: '上级行政机关', en: 'agency' }, book.words(superior)),
      numbered(superiorNo),
      groundOf(ground),
    );
  },
  fold: (state, { ground, superiorNo, revokedOn }, { actorId }) => ({
    ...state,
    revocation: {
      state: 'revokedAbove',
      on: revokedOn,
      ground,
      by: actorId ?? '',
      reasons: null,
      decisionNo: superiorNo,
    },
  }),
  tells: {
    title: { zh: '许可已由上级撤销', en: 'The permit was revoked from above' },
    whom: (_body, _world, { caseId }) => ({
      to: ['caseOfficer', 'windowLead'],
      stepId: null,
      refId: caseId,
      level: null,
    }),
  },
};

function groundOf(ground: RevocationGround) {
  const { zh: what, en: inEnglish } = revocationGrounds[ground];
  return { zh: `撤销事由：${what}`, en: `ground: ${inEnglish}` };
}

function toProposer({ revocation, caseId }: CaseState): Telling {
  const by = revocation?.by ?? '';
  return { to: by === '' ? [] : [{ person: by }], stepId: null, refId: caseId, level: null };
}
