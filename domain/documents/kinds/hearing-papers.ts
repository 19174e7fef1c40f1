import type { FactOf } from '../../case/facts/index.ts';
import { readDay } from '../../words/day.ts';
import type { Block } from '../content.ts';
import { documentKind } from '../document-kind.ts';
import { partyOf } from '../party.ts';
import { caseInWords, labelled, paragraph, paragraphs, xkf, you } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';

type Called = FactOf<'HearingCalled'>;

/** 听证权利告知书: whose interests are concerned, and until when a hearing may be asked for (XKF 47). */
export const hearingRightNotice = documentKind({
  basis: `${xkf}第四十七条`,
  seal: 'agency',
  drafts: ['tellHearingRight'],
  facts: ['HearingRightTold'],
  on: ({ servedOn }) => servedOn,
  ofGuide: ['enquiries'],
  wanted: ({ matter, askBy }, { book }) => ({ interests: book.words(matter), askBy: readDay(askBy) }),
  write: (_body, { interests, askBy }, source) => [
    paragraph(`${caseInWords(source)}，本机关已经受理。经审查，该行政许可直接涉及申请人与他人之间重大利益关系。`),
    ...labelled('涉及的重大利益', interests),
    paragraph(
      `根据${xkf}第四十七条的规定，${you(source)}享有要求听证的权利。要求听证的，应当自被告知听证权利之日起五日内，即${askBy}前（含当日），向本机关提出听证申请，本机关将在二十日内组织听证；逾期未提出的，本机关依法作出决定。`,
    ),
    paragraph('申请人、利害关系人不承担组织听证的费用。'),
    { type: 'signature', label: '被告知人签收' },
  ],
});

/** 听证通知书: time and place seven days before, who presides, and the right to have him recused (XKF 48). */
export const hearingNotice = documentKind({
  basis: `${xkf}第四十八条`,
  seal: 'agency',
  drafts: ['callHearing'],
  facts: ['HearingCalled'],
  on: ({ servedOn }) => servedOn,
  ofGuide: ['enquiries'],
  wanted: sittingOf,
  write: (_body, filled, source) => [
    paragraph(`${caseInWords(source)}，本机关定于下列时间、地点公开举行听证。根据${xkf}第四十八条的规定，现通知如下：`),
    { type: 'fields', rows: sittingRows(filled) },
    paragraph(`${you(source)}认为主持人与该行政许可事项有直接利害关系的，有权申请回避。`),
    paragraph(
      `举行听证时，审查该申请的工作人员应当提供审查意见的证据、理由，${you(source)}可以提出证据，并进行申辩和质证；委托代理人参加的，应当提交授权委托书。听证笔录由听证参加人确认无误后签字或者盖章。`,
    ),
    { type: 'signature', label: '被通知人签收' },
  ],
});

/** 听证公告: to everybody, of a hearing that is called (XKF 46, 48). */
export const hearingAnnouncement = documentKind({
  basis: `${xkf}第四十六条、第四十八条`,
  seal: 'agency',
  drafts: ['announceHearing'],
  facts: ['HearingAnnounced'],
  isTable: true,
  ofGuide: ['enquiries'],
  on: ({ announcedOn }) => announcedOn,
  wanted: ({ announcedIn }, source) => {
    const called = calledBefore(source);
    const nothing = { hearingTime: null, hearingPlace: null, presider: null };
    return {
      ...(called === null ? nothing : sittingOf(called, source)),
      announcedIn: source.book.words(announcedIn),
    };
  },
  write: (_body, filled, source) => [
    paragraph(`根据${xkf}的有关规定，本机关对下列行政许可事项公开举行听证，现予公告。`),
    {
      type: 'fields',
      rows: [
        ['听证事项', filled.item],
        ['办件编号', filled.caseNo],
        ['申请人', filled.applicant],
        ...sittingRows(filled),
        ['公告载体', filled.announcedIn],
      ],
    },
    paragraph(
      `与该行政许可事项有重大利害关系的公民、法人或者其他组织可以向本机关登记参加听证，其他公民可以旁听。联系电话：${filled.enquiries}。`,
    ),
    ...(source.counter.place === null ? [] : [paragraph(`登记地点：${source.counter.place}。`)]),
  ],
});

/** 听证笔录: what was said, to be confirmed and signed by who took part; the decision follows it (XKF 48). */
export const hearingRecord = documentKind({
  basis: `${xkf}第四十八条`,
  seal: 'none',
  drafts: ['finishHearing'],
  facts: ['HearingFinished'],
  // A hearing that was waived under the rules of before ended by the same fact, and has no record.
  isMadeOf: ({ outcome }) => outcome !== 'waived',
  isTable: true,
  on: ({ heldOn }) => heldOn,
  wanted: ({ heldOn, presider, record }, source) => ({
    hearingTime: timeOf(heldOn, calledBefore(source)),
    presider: source.book.person(presider).zh,
    record: source.book.words(record),
  }),
  write: (_body, filled, source) => [
    { type: 'fields', rows: recordRows(filled, source) },
    paragraph('听证笔录：'),
    ...paragraphs(filled.record),
    paragraph('以上笔录经听证参加人确认无误后签字或者盖章。'),
    ...signers.map((label): Block => ({ type: 'signature', label })),
  ],
});

const signers = ['申请人（代理人）', '利害关系人', '审查人员', '记录人', '听证主持人'] as const;

interface Sitting {
  readonly hearingTime: string;
  readonly hearingPlace: string;
  readonly presider: string;
}

function sittingOf({ hearingOn, hearingAt, hearingPlace, presider }: Called, { book }: DocumentSource) {
  return {
    hearingTime: `${readDay(hearingOn)}${hearingAt}`,
    hearingPlace: book.words(hearingPlace),
    presider: book.person(presider).zh,
  };
}

function sittingRows({ hearingTime, hearingPlace, presider }: Sitting): readonly (readonly [string, string])[] {
  return [
    ['听证时间', hearingTime],
    ['听证地点', hearingPlace],
    ['听证主持人', presider],
  ];
}

/** The last call of the same hearing before the fact; null: it was held without one, as cases of before were. */
function calledBefore({ facts, fact }: DocumentSource): Called | null {
  const stepId = 'stepId' in fact.body ? fact.body.stepId : null;
  const calls = facts.flatMap(({ seq, body }) => (seq < fact.seq && body.type === 'HearingCalled' ? [body] : []));
  return calls.findLast((call) => call.stepId === stepId) ?? null;
}

/** The hour is known where it was held on the day it was called for. */
function timeOf(heldOn: Called['hearingOn'], called: Called | null): string {
  return `${readDay(heldOn)}${called?.hearingOn === heldOn ? called.hearingAt : ''}`;
}

interface Held {
  readonly item: string;
  readonly caseNo: string;
  readonly applicant: string;
  readonly hearingTime: string;
  readonly presider: string;
}

function recordRows(filled: Held, source: DocumentSource): readonly (readonly [string, string])[] {
  const place = source.book.words(calledBefore(source)?.hearingPlace ?? null);
  const agent = partyOf(source.state.filing.agent, source.book);
  return [
    ['听证事项', filled.item],
    ['办件编号', filled.caseNo],
    ['申请人', filled.applicant],
    ...(agent === null ? [] : [['代理人', agent.name] as const]),
    ['听证时间', filled.hearingTime],
    ...(place === null ? [] : [['听证地点', place] as const]),
    ['听证主持人', filled.presider],
  ];
}
