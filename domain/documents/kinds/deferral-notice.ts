import { civilDateOf } from '../../clock/civil-date.ts';
import { readDay } from '../../words/day.ts';
import { documentKind } from '../document-kind.ts';
import { caseInWords, limitText, paragraph, you } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';

/** 容缺受理通知书: what may come later on the applicant's undertaking, until when, and what follows else. Local policy, and says so. */
export const deferralNotice = documentKind({
  basis: '本地容缺受理规定',
  seal: 'acceptance',
  drafts: ['deferMaterials'],
  facts: ['MaterialsDeferred'],
  on: (_body, { fact }) => civilDateOf(fact.at),
  wanted: ({ deferred }, { book, world }) => {
    const { deferral } = world.plan.limits;
    return {
      deferred: deferred.map((id) => book.material(id)).join('、'),
      supplyWithin: deferral === undefined ? null : limitText(deferral),
    };
  },
  write: ({ deferred, undertakenOn }, { supplyWithin }, source) => [
    paragraph(
      `${caseInWords(source)}收悉。经审查，主要申请材料齐全且符合法定形式，下列材料尚未提交。按照本地容缺受理规定，并依据${you(source)}的书面承诺，准予容缺后补：`,
    ),
    { type: 'items', items: deferred.map((id) => source.book.material(id)) },
    paragraph(
      `${you(source)}于${readDay(undertakenOn)}作出书面承诺，应当自受理之日的次日起${supplyWithin}内补齐上述材料。`,
    ),
    paragraph(`上述材料补齐前，本机关不作出准予行政许可的决定；${elseOf(source)}`),
    paragraph('本通知书一式两份，本机关和申请人各执一份。'),
    { type: 'signature', label: '申请人（代理人）签收' },
  ],
});

function elseOf({ world }: DocumentSource): string {
  return world.plan.limits.deferral?.lapses === true
    ? '逾期未补齐的，视为撤回申请，本机关终止办理。'
    : '逾期未补齐的，本机关依法作出不予行政许可的决定。';
}
