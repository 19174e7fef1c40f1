import type { FactOf, FactType } from '../../case/facts/index.ts';
import type { WithFiles } from '../../case/files-taken.ts';
import type { Digest } from '../../case/marks.ts';
import type { PersonPaper } from '../../people/papers.ts';
import { deliveryModes } from '../../steps/service-proof.ts';
import type { ToldService } from '../../steps/service-words.ts';
import { splitInstance } from '../../instance-id.ts';
import { stepBook } from '../../words/clock-title.ts';
import { readDay } from '../../words/day.ts';
import type { Block } from '../content.ts';
import { documentNames } from '../kind-names.ts';
import { documentKind } from '../document-kind.ts';
import { paperOf } from './decisions.ts';
import { dayOrNull, paragraph, xkf } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';

/** 送达回证: which documents reached whom, where, how, when and by what proof (XKF 44; 民诉法 87 to 95 by analogy). */
export const serviceReturn = documentKind({
  basis: `${xkf}第四十四条`,
  seal: 'none',
  drafts: ['deliver', 'serveRevocation'],
  facts: ['Delivered', 'RevocationServed'],
  isTable: true,
  on: ({ servedOn }) => servedOn,
  wanted: (body, source) => ({
    served: servedPapers(source),
    place: placeOf(source, body),
    mode: deliveryModes[body.mode].zh,
    servedOn: readDay(body.servedOn),
  }),
  write: (body, filled, source) => [
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
        ...proofRows(body, source),
        ['送达人', source.fact.actorId === null ? '' : source.book.person(source.fact.actorId).zh],
        ['备注', ''],
      ],
    },
    ...signing(body),
  ],
});

/** What is served: the papers that 送达 brings with what was signed on the screen, or the decision that revoked. */
type Served = ToldService & WithFiles;

type Row = readonly [string, string];

/** What proves the service, as its mode asks; what was served before rules 6 tells no more than who signed. */
function proofRows(body: Served, source: DocumentSource): readonly Row[] {
  const words = (digest: Digest | null | undefined) => source.book.words(digest ?? null);
  const rows = (all: readonly (readonly [string, string | null])[]) =>
    all.flatMap(([label, value]): Row[] => (value === null ? [] : [[label, value]]));
  const signed = ['签收人', words(body.recipient) ?? ''] as const;
  switch (body.mode) {
    case 'collected':
      return [...(body.takenBy === 'agent' ? agentRows(body, words) : [signed]), ...signatureRows(body)];
    case 'posted': {
      const post = postOf(body, source);
      return rows([
        ['寄递企业', words(post?.carrier)],
        ['邮件号码', words(post?.trackingNo)],
        ['交寄日期', dayOrNull(post?.sentOn)],
        signed,
      ]);
    }
    case 'left':
      return rows([
        ['拒收理由', words(body.refusedBecause)],
        ['见证人', words(body.witness)],
        ['照片、录像', words(body.pictures)],
      ]);
    case 'entrusted':
      return rows([['受托机关', words(body.throughAgency)], ['受托机关送达回证', words(body.agencyReturn)], signed]);
    case 'electronic':
      return [['到达方式', '到达受送达人同意的系统，到达日期为送达日期']];
    case 'announced':
      return announcedRows(source);
  }
  return body.mode satisfies never;
}

/** How papers of people are called on a document. */
const paperNames = {
  residentId: '居民身份证',
  passport: '护照',
  other: '其他证件',
} as const satisfies Readonly<Record<PersonPaper, string>>;

function agentRows(
  { recipient, idType = 'other', idNo, authority }: Served,
  words: (digest: Digest | null | undefined) => string | null,
): readonly Row[] {
  return [
    ['代领人', words(recipient) ?? ''],
    ['代领人证件', `${paperNames[idType]} ${words(idNo) ?? ''}`],
    ['授权委托书', words(authority) ?? ''],
  ];
}

/** What was signed on the screen of the window: the file that the case keeps, by its digest. */
function signatureRows({ files = [] }: Served): readonly Row[] {
  return files.map(({ sha256 }) => ['签名', `已在电子屏幕上手写签名，签名文件存于本办件，SHA-256：${sha256}`]);
}

/** What was sent: told with the receipt, or before it by an act of its own. */
function postOf({ carrier, trackingNo, sentOn }: Served, source: DocumentSource) {
  if (sentOn !== undefined) return { carrier, trackingNo, sentOn };
  const sent = lastOf(source, 'Posted');
  return sent && { carrier: sent.carrier, trackingNo: sent.trackingNo, sentOn: sent.on };
}

/** Where and when it was announced, and what had been tried before. */
function announcedRows(source: DocumentSource): readonly Row[] {
  const made = lastOf(source, 'Announced');
  if (made === undefined) return [];
  const tries = source.facts.flatMap(({ body }) =>
    body.type === 'PostReturned' || body.type === 'ServeFailed'
      ? [
          `${readDay(body.on)}${body.type === 'PostReturned' ? '邮件退回' : '送达未成'}：${source.book.words(body.reason) ?? ''}`,
        ]
      : [],
  );
  return [
    ['公告日期', readDay(made.on)],
    ['公告期满日期', readDay(made.deemedOn)],
    ['公告前的送达情况', tries.join('；')],
  ];
}

/** Who signs on the paper: the applicant where somebody took it and has not signed on the screen, the witness where nobody did, the server always. */
function signing({ mode, files }: Served): readonly Block[] {
  const server: Block = { type: 'signature', label: '送达人签字' };
  switch (mode) {
    case 'collected':
      return files === undefined ? [{ type: 'signature', label: '受送达人（代领人）签字' }, server] : [server];
    case 'left':
      return [
        { type: 'signature', label: '见证人签字' },
        server,
        paragraph('注：受送达人拒绝接收的，将文书留在其住所，由见证人签名或者盖章，也可以用照片、录像记录送达过程。'),
      ];
    case 'posted':
      return [server, paragraph('注：邮寄送达的，以回执上注明的收件日期为送达日期，回执附后。')];
    case 'entrusted':
      return [server, paragraph('注：委托送达的，以受托机关的送达回证上的签收日期为送达日期，该回证附后。')];
    case 'electronic':
      return [server, paragraph('注：电子送达须经受送达人同意，以文书到达其系统的日期为送达日期。')];
    case 'announced':
      return [
        server,
        paragraph('注：受送达人下落不明或者用其他方式无法送达的，自发出公告之日起经过三十日，即视为送达。'),
      ];
  }
  return mode satisfies never;
}

function lastOf<T extends FactType>({ facts }: DocumentSource, type: T): FactOf<T> | undefined {
  const found = facts.findLast(({ body }) => body.type === type)?.body;
  // Found by its type.
  return found as FactOf<T> | undefined;
}

function servedPapers({ fact, facts, definition }: DocumentSource): string | null {
  const isRevocation = fact.body.type === 'RevocationServed';
  const papers = facts.flatMap(({ body }) => {
    if (body.type === 'GrantRevoked') return [`${documentNames.revocationDecision.title.zh}（${body.documentNo}）`];
    if (isRevocation) return [];
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

/** At the counter, where it was sent to or announced, or at the address that the applicant last gave. */
function placeOf(source: DocumentSource, { mode, medium }: Served): string | null {
  const { facts, state, book, counter, agency } = source;
  switch (mode) {
    case 'collected':
      return counter.place ?? agency;
    case 'electronic':
      return medium === undefined ? '申请人同意的电子送达方式' : book.words(medium);
    case 'announced':
      return book.words(lastOf(source, 'Announced')?.where ?? null);
    case 'posted':
    case 'left':
    case 'entrusted': {
      const changed = facts.findLast(({ body }) => body.type === 'ContactChanged')?.body;
      return book.words(changed?.type === 'ContactChanged' ? changed.address : state.filing.address);
    }
  }
  return mode satisfies never;
}
