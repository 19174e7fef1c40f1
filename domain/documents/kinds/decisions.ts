import { adoptions } from '../../case/stated.ts';
import { limitText } from '../phrases.ts';
import { stepsOf } from '../../flow/blocks.ts';
import { readDay } from '../../words/day.ts';
import type { Block } from '../content.ts';
import { documentKind } from '../document-kind.ts';
import { appliedFor } from '../applied-for.ts';
import { caseInWords, dayOrNull, ended, labelled, paragraph, remedy, xkf, you } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';

/** 准予行政许可决定书: what is granted, and when the certificate comes (XKF 38(1), 44). */
export const grantDecision = documentKind({
  basis: `${xkf}第三十八条第一款`,
  seal: 'agency',
  drafts: ['makeDecision'],
  facts: ['DecisionMade'],
  isMadeOf: ({ outcome }) => outcome === 'grant',
  on: ({ on }) => on,
  wanted: (_body, { state }) => ({ acceptedOn: dayOrNull(state.acceptedOn) }),
  write: ({ reasons }, { acceptedOn }, source) => [
    paragraph(
      `${caseInWords(source)}，本机关于${acceptedOn}受理。经审查，${found(source)}根据${xkf}第三十八条第一款的规定，本机关决定准予行政许可。`,
    ),
    ...appliedFor(source, '许可内容如下：'),
    ...heardBefore(source),
    ...(reasons === null ? [] : labelled('理由', source.book.words(reasons) ?? '')),
    ...certificateOf(source),
  ],
});

/** What was said before the decision, and whether it was adopted (XKF 36). */
function heardBefore({ facts, book }: DocumentSource): readonly Block[] {
  const answers = facts.flatMap(({ body }) => (body.type === 'StatementAnswered' ? [body] : []));
  return facts.flatMap(({ body }) => {
    const answer = body.type === 'StatementReceived' ? answers.find((one) => one.statementNo === body.no) : undefined;
    if (body.type !== 'StatementReceived' || answer === undefined) return [];
    const whose = body.toldNo === null ? '申请人' : '利害关系人';
    const views = ended(book.words(body.views) ?? '');
    return [
      paragraph(
        `${whose}陈述、申辩意见：${views}本机关${adoptions[answer.adopted].zh}：${ended(book.words(answer.answer) ?? '')}`,
      ),
    ];
  });
}

/** On an undertaking nothing was examined but the undertaking. */
function found({ state }: DocumentSource): string {
  if (state.undertaking === undefined) return '该申请符合法定条件、标准。';
  const { undertakenOn, undertakingNo } = state.undertaking;
  return `申请人已于${readDay(undertakenOn)}书面承诺符合法定条件、标准（告知承诺书编号：${undertakingNo}）。`;
}

function certificateOf(source: DocumentSource): readonly Block[] {
  const certificate = stepsOf(source.definition).find(({ kind }) => kind === 'certificate');
  if (certificate === undefined) return [];
  const within = limitText(source.world.plan.limits.delivery);
  return [
    paragraph(
      `本机关将依照${xkf}第四十四条的规定，自作出决定之日起${within}内向${you(source)}颁发、送达${paperOf(certificate.title)}。`,
    ),
  ];
}

/** What a certificate step makes, by its title: 制作取水许可证 makes 取水许可证. */
export function paperOf(title: string): string {
  return title.replace(/^(制作|制发|制证)/, '') || '许可证件';
}

/** 不予行政许可决定书: the reasons and the remedy (XKF 38(2)). */
export const refusalDecision = documentKind({
  basis: `${xkf}第三十八条第二款`,
  seal: 'agency',
  drafts: ['makeDecision'],
  facts: ['DecisionMade'],
  isMadeOf: ({ outcome }) => outcome === 'refuse',
  on: ({ on }) => on,
  wanted: ({ reasons, remedy }, { state, book }) => ({
    acceptedOn: dayOrNull(state.acceptedOn),
    reasons: book.words(reasons),
    remedy: book.words(remedy),
  }),
  write: (_body, filled, source) => [
    paragraph(
      `${caseInWords(source)}，本机关于${filled.acceptedOn}受理。经审查，该申请不符合法定条件、标准。根据${xkf}第三十八条第二款的规定，本机关决定不予行政许可。`,
    ),
    ...labelled('理由', filled.reasons),
    ...heardBefore(source),
    ...remedy(filled.remedy, source),
  ],
});
