import { deliveryModes } from '../../steps/service-proof.ts';
import { splitInstance } from '../../instance-id.ts';
import { stepBook } from '../../words/clock-title.ts';
import { readDay } from '../../words/day.ts';
import { documentNames } from '../kind-names.ts';
import { documentKind } from '../document-kind.ts';
import { paperOf } from './decisions.ts';
import { paragraph, xkf } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';

/** 送达回证: which documents reached whom, where, how and when (XKF 44; 民诉法 87 to 95 by analogy). */
export const serviceReturn = documentKind({
  basis: `${xkf}第四十四条`,
  seal: 'none',
  drafts: ['deliver'],
  facts: ['Delivered'],
  isTable: true,
  on: ({ servedOn }) => servedOn,
  wanted: ({ mode, servedOn }, source) => ({
    served: servedPapers(source),
    place: placeOf(source, mode),
    mode: deliveryModes[mode].zh,
    servedOn: readDay(servedOn),
  }),
  write: ({ recipient }, filled, source) => [
    {
      type: 'fields',
      rows: [
        ['受送达人', filled.applicant],
        ['事项名称', filled.item],
        ['办件编号', filled.caseNo],
        ['送达文书名称和文号', filled.served],
        ['送达方式', filled.mode],
        ['送达地点', filled.place],
        ['送达日期', filled.servedOn],
        ['签收人', source.book.words(recipient) ?? ''],
        ['送达人', source.fact.actorId === null ? '' : source.book.person(source.fact.actorId).zh],
        ['备注', ''],
      ],
    },
    { type: 'signature', label: '受送达人（代收人）签字' },
    { type: 'signature', label: '送达人签字' },
    paragraph('注：受送达人不在时，可由其同住的成年家属或者负责收件的人代收；代收的，应当注明与受送达人的关系。'),
  ],
});

function servedPapers({ facts, definition }: DocumentSource): string | null {
  const papers = facts.flatMap(({ body }) => {
    if (body.type === 'DecisionMade') {
      const kind = body.outcome === 'grant' ? 'grantDecision' : 'refusalDecision';
      return [`${documentNames[kind].title.zh}（${body.documentNo}）`];
    }
    if (body.type !== 'CertificateIssued') return [];
    return [
      `${paperOf(stepBook(definition).get(splitInstance(body.stepId).id)?.title ?? '')}（${body.certificateNo}）`,
    ];
  });
  return papers.length === 0 ? null : papers.join('；');
}

/** Collected at the counter, or at the address that the applicant last gave. */
function placeOf(
  { facts, state, book, counter, agency }: DocumentSource,
  mode: keyof typeof deliveryModes,
): string | null {
  if (mode === 'collected') return counter.place ?? agency;
  if (mode === 'electronic') return '申请人同意的电子送达方式';
  const changed = facts.findLast(({ body }) => body.type === 'ContactChanged')?.body;
  return book.words(changed?.type === 'ContactChanged' ? changed.address : state.filing.address);
}
