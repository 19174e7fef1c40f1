import { civilDateOf } from '../../clock/civil-date.ts';
import { splitInstance } from '../../instance-id.ts';
import { stepBook } from '../../words/clock-title.ts';
import { readDay } from '../../words/day.ts';
import { appliedRows } from '../applied-for.ts';
import type { Block } from '../content.ts';
import { documentKind } from '../document-kind.ts';
import { partyOf } from '../party.ts';
import { xkf } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';
import { paperOf } from './decisions.ts';

/** 许可证件: who may do what, since and until when (XKF 39). */
export const certificate = documentKind({
  basis: `${xkf}第三十九条`,
  seal: 'agency',
  drafts: ['issueCertificate'],
  facts: ['CertificateIssued'],
  isTable: true,
  title: ({ stepId }, { definition }) => paperOf(stepBook(definition).get(splitInstance(stepId).id)?.title ?? ''),
  validUntil: ({ validUntil }) => validUntil,
  on: (_body, { fact }) => civilDateOf(fact.at),
  wanted: ({ validFrom, validUntil }, source) => ({
    holder: partyOf(source.state.filing.applicant, source.book)?.name ?? null,
    decision: decisionNo(source),
    validity:
      validUntil === null ? `自${readDay(validFrom)}起长期有效` : `${readDay(validFrom)}至${readDay(validUntil)}`,
  }),
  write: (_body, filled, source): readonly Block[] => {
    const { idNo = null, isPerson = false } = partyOf(source.state.filing.applicant, source.book) ?? {};
    return [
      {
        type: 'fields',
        rows: [
          ['持证人', filled.holder],
          ...(idNo === null ? [] : [[isPerson ? '证件号码' : '统一社会信用代码', idNo] as const]),
          ['许可事项', filled.item],
          ...appliedRows(source),
          ['许可决定', filled.decision],
          ['有效期', filled.validity],
        ],
      },
    ];
  },
});

function decisionNo({ facts }: DocumentSource): string | null {
  const made = facts.findLast(({ body }) => body.type === 'DecisionMade');
  return made?.body.type === 'DecisionMade' ? made.body.documentNo : null;
}
