import type { FactOf } from '../../case/facts/index.ts';
import { civilDateOf } from '../../clock/civil-date.ts';
import { documentKind } from '../document-kind.ts';
import { caseInWords, inMarks, labelled, paragraph, remedy, xkf, you } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';

type Body = FactOf<'CaseWithdrawn' | 'SupplementLapsed' | 'DeferralLapsed'>;

/** 终止办理通知书: the applicant withdrew, or counts as having withdrawn; what follows, and the remedy where it was not their own word. */
export const terminationNotice = documentKind({
  basis: `${xkf}及设定该事项的规定`,
  seal: 'acceptance',
  drafts: ['withdraw', 'lapseSupplement', 'lapseDeferral'],
  facts: ['CaseWithdrawn', 'SupplementLapsed', 'DeferralLapsed'],
  isMadeOf: (body) => body.type !== 'SupplementLapsed' || body.result === 'deemedWithdrawn',
  on: (_body, { fact }) => civilDateOf(fact.at),
  wanted: (body, { book }) => ({
    ground: book.words(body.type === 'CaseWithdrawn' ? body.statement : body.reasons),
    // Who withdraws needs no remedy against it.
    remedy: body.type === 'CaseWithdrawn' ? '无' : book.words(body.remedy),
  }),
  write: (body, filled, source) => [
    paragraph(`${caseInWords(source)}收悉。${groundOf(body, source)}`),
    ...labelled(body.type === 'CaseWithdrawn' ? '申请人说明' : '理由', filled.ground),
    paragraph(`自本通知书载明之日起，本机关终止该申请的办理；${you(source)}可以依法重新提出申请。`),
    ...(body.type === 'CaseWithdrawn' ? [] : remedy(filled.remedy, source)),
  ],
});

function groundOf(body: Body, source: DocumentSource): string {
  switch (body.type) {
    case 'CaseWithdrawn':
      return `${you(source)}提出撤回该申请，本机关予以同意。`;
    case 'SupplementLapsed':
      return `本机关已书面告知需要补正的全部内容，补正期限届满仍未补正${byCite(source.definition.limits.supplement?.lapse)}，视为撤回申请。`;
    case 'DeferralLapsed':
      return `承诺后补的材料${missing(body, source)}在期限内没有补齐${byCite(source.definition.limits.deferral?.lapse)}，视为撤回申请。`;
    default:
      return body satisfies never;
  }
}

function byCite(cite: string | undefined): string {
  return cite === undefined ? '' : `，根据${inMarks(cite)}的规定`;
}

function missing(body: FactOf<'DeferralLapsed'>, { book }: DocumentSource): string {
  const titles = body.missing.map((id) => book.material(id)).join('、');
  return titles === '' ? '' : `（${titles}）`;
}
