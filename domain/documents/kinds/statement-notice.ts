import { readDay } from '../../words/day.ts';
import { documentKind } from '../document-kind.ts';
import { labelled, paragraph, xkf } from '../phrases.ts';

/** 陈述申辩告知书: to somebody whose interests a permit directly concerns: which, how and until when to speak (XKF 36). */
export const statementNotice = documentKind({
  basis: `${xkf}第三十六条`,
  seal: 'agency',
  drafts: ['tellInterested'],
  facts: ['InterestedTold'],
  addressee: ({ interested }, { book }) => book.words(interested),
  on: ({ servedOn }) => servedOn,
  ofGuide: ['place', 'enquiries'],
  wanted: ({ interested, matter, stateBy }, { book }) => ({
    interested: book.words(interested),
    interests: book.words(matter),
    stateBy: readDay(stateBy),
  }),
  write: (_body, { applicant, interests, stateBy, place, enquiries }, { definition }) => [
    paragraph(
      `${applicant}向本机关提出的“${definition.title}”申请，本机关已经受理。经审查，该行政许可事项直接关系你（单位）的重大利益。`,
    ),
    ...labelled('涉及的重大利益', interests),
    paragraph(
      `根据${xkf}第三十六条的规定，你（单位）有权进行陈述和申辩，请在${stateBy}前（含当日）以书面或者口头方式向本机关提出；逾期未提出的，本机关依法作出决定。提出意见的地点：${place}；联系电话：${enquiries}。`,
    ),
    { type: 'signature', label: '被告知人签收' },
  ],
});
