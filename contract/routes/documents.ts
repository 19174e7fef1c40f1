import Type from 'typebox';
import { documentNames } from '../../domain/documents/kind-names.ts';
import { layouts } from '../../domain/documents/layout.ts';
import { laterNotes } from '../../domain/documents/later.ts';
import { workingPaperNames } from '../../domain/documents/working/names.ts';
import { OrderBodySchema } from '../orders.ts';
import type { RouteContract } from '../route.ts';
import { Day, Instant, Said, Sha256, ShortText, Uuid, closed, nullable, oneOf } from '../shapes.ts';

const tag = '文书';
const text = Type.String();
const caseParams = closed({ caseId: Uuid });
/** Which document of a case: the number of the fact that it is made of. */
export const documentSeq = Type.String({ pattern: '^[1-9][0-9]{0,8}$', description: '文书所依据的办理记录序号' });
const documentParams = closed({ caseId: Uuid, seq: documentSeq });

const onPaper = closed({
  layout: Type.Optional(oneOf(layouts, '用纸：收件凭证可以一式两份或者用小票，其他文书只用 A4')),
});

/** What happened after a document and bears on it. */
const LaterView = closed({
  note: oneOf(laterNotes, '其后的情况'),
  title: Said,
  on: Day,
  number: nullable(Type.String({ description: '由哪份文书：其编号' })),
});

/** A document of a case as its page shows it. */
export const DocumentView = closed({
  seq: Type.Integer({ description: '所依据的办理记录序号' }),
  kind: oneOf(documentNames, '文书种类'),
  title: Said,
  number: nullable(Type.String({ description: '文书编号；无编号的为 null' })),
  on: nullable(Type.String({ description: '文书日期；缺少必备内容时为 null' })),
  basis: Type.String({ description: '依据' }),
  correctable: Type.Boolean({ description: '可以用更正通知书更正；内部文书为 false' }),
  missing: Type.Array(Said, { description: '缺少的必备内容：为空才能生成' }),
  later: Type.Array(LaterView, { description: '制发以后与该文书有关的情况：更正、撤销等' }),
  printed: Type.Integer({ description: '已打印次数' }),
  printedAt: nullable(Instant),
});

export const documentRoutes = {
  listDocuments: {
    method: 'GET',
    url: '/cases/:caseId/documents',
    title: '办件的文书（限经办部门）',
    tag,
    policy: 'signedIn',
    params: caseParams,
    ok: closed({
      items: Type.Array(DocumentView),
      drafts: Type.Array(closed({ kind: oneOf(documentNames, '文书种类'), title: Said, orders: Type.Array(text) }), {
        description: '现在的操作可以预览的文书',
      }),
    }),
  },
  openDocument: {
    method: 'GET',
    url: '/cases/:caseId/documents/:seq/pdf',
    title: '查看文书（PDF；与首次制发的逐字节相同，收件凭证可以按其他用纸查看；审计）',
    tag,
    policy: 'signedIn',
    audits: ['documentOpened'],
    params: documentParams,
    query: onPaper,
    ok: text,
    produces: 'application/pdf',
  },
  printDocument: {
    method: 'POST',
    url: '/cases/:caseId/documents/:seq/prints',
    title: '打印文书（PDF；第二次起标明补打并登记；审计）',
    tag,
    policy: 'signedIn',
    audits: ['documentOpened'],
    params: documentParams,
    query: onPaper,
    ok: text,
    produces: 'application/pdf',
  },
  openWorkingPaper: {
    method: 'GET',
    url: '/cases/:caseId/working-papers/:paper',
    title: '办理用表（PDF）：授权委托书、送达地址确认书、审批表；按办件现状填写，不留存（审计）',
    tag,
    policy: 'signedIn',
    audits: ['documentOpened'],
    params: closed({ caseId: Uuid, paper: oneOf(workingPaperNames, '用表') }),
    ok: text,
    produces: 'application/pdf',
  },
  draftDocument: {
    method: 'POST',
    url: '/cases/:caseId/drafts',
    title: '预览一项操作将产生的文书（PDF，标明草稿；不作任何记录）',
    tag,
    policy: 'signedIn',
    params: caseParams,
    body: OrderBodySchema,
    ok: text,
    produces: 'application/pdf',
  },
  checkDocument: {
    method: 'POST',
    url: '/documents/check',
    title: '凭文书编号和核验码核验文书',
    tag: '公开服务',
    policy: 'public',
    limit: 'guessed',
    body: closed({ number: ShortText, code: Type.String({ minLength: 1, maxLength: 20 }) }),
    ok: closed({
      title: Said,
      number: text,
      agency: text,
      itemName: text,
      applicant: Type.String({ description: '申请人，掩码' }),
      on: Type.String({ description: '文书日期' }),
      state: Type.Enum(['valid', 'expired'], { description: '有效；已超过有效期' }),
      later: Type.Array(LaterView, { description: '制发以后与该文书有关的情况' }),
      about: nullable(Type.String({ description: '该文书更正或者撤销的文书的编号；其他文书为 null' })),
      validUntil: nullable(Day),
      sha256: Sha256,
      seal: closed({ algorithm: text, signature: text, publicKey: text }, { description: '对 SHA-256 的分离式签名' }),
      isSealGood: Type.Boolean({ description: '签名与登记的内容相符' }),
    }),
  },
} as const satisfies Record<string, RouteContract>;
