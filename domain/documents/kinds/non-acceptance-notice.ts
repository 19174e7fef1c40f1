import type { FactOf } from '../../case/facts/index.ts';
import { civilDateOf } from '../../clock/civil-date.ts';
import type { Block } from '../content.ts';
import { documentKind } from '../document-kind.ts';
import { documentNames } from '../kind-names.ts';
import { caseInWords, ended, labelled, paragraph, remedy, xkf, you } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';

type Body = FactOf<'AcceptanceRefused' | 'PermitNotNeeded' | 'SupplementLapsed'>;

/** 不予受理通知书: why, which agency is competent instead, and the remedy. Where no permit is needed it is a 不受理通知书, which refuses nothing. */
export const nonAcceptanceNotice = documentKind({
  basis: `${xkf}第三十二条`,
  seal: 'acceptance',
  drafts: ['refuseAcceptance', 'answerNotNeeded', 'lapseSupplement'],
  facts: ['AcceptanceRefused', 'PermitNotNeeded', 'SupplementLapsed'],
  isMadeOf: (body) => body.type !== 'SupplementLapsed' || body.result === 'notSupplied',
  on: (body, { fact }) => ('servedOn' in body && body.servedOn !== undefined ? body.servedOn : civilDateOf(fact.at)),
  title: (body) => (isNotNeeded(body) ? '不受理通知书' : documentNames.nonAcceptanceNotice.title.zh),
  wanted: (body, { book }) => ({
    reasons: book.words(body.reasons),
    remedy: book.words(body.remedy ?? null),
    // Named only where another agency is competent; elsewhere there is none to name.
    competentAgency: body.type === 'AcceptanceRefused' ? book.words(body.competentAgency) : '无',
  }),
  write: (body, filled, source) => [
    paragraph(`${caseInWords(source)}收悉。${groundOf(body, source)}`),
    ...labelled('理由', filled.reasons),
    ...whereInstead(body, filled.competentAgency, source),
    ...remedy(filled.remedy, source),
  ],
});

function isNotNeeded(body: Body): boolean {
  return body.type === 'PermitNotNeeded' || (body.type === 'AcceptanceRefused' && body.ground === 'notNeeded');
}

function groundOf(body: Body, source: DocumentSource): string {
  switch (body.type) {
    case 'AcceptanceRefused':
      return isNotNeeded(body)
        ? notNeeded
        : `经审查，申请事项依法不属于本机关职权范围。根据${xkf}第三十二条第一款第（二）项的规定，本机关决定不予受理。`;
    case 'PermitNotNeeded':
      return notNeeded;
    case 'SupplementLapsed':
      return `本机关已书面告知${you(source)}需要补正的全部内容，补正期限届满仍未补正。根据${xkf}第三十二条的规定，本机关决定不予受理。`;
    default:
      return body satisfies never;
  }
}

const notNeeded = `经审查，申请事项依法不需要取得行政许可。根据${xkf}第三十二条第一款第（一）项的规定，本机关不受理该申请。`;

function whereInstead(body: Body, agency: string, source: DocumentSource): readonly Block[] {
  if (body.type !== 'AcceptanceRefused' || body.ground !== 'notCompetent') return [];
  return [paragraph(ended(`请${you(source)}向有权机关申请。有权机关为：${agency}`))];
}
