import Type from 'typebox';
import { documentNames } from '../../domain/documents/kind-names.ts';
import type { RouteContract } from '../route.ts';
import { Said, closed, nullable, oneOf } from '../shapes.ts';
import { documentSeq } from './documents.ts';

const tag = '公开服务';

/** With the ticket of `openFileDoor`. */
export const applicantDocumentRoutes = {
  listTold: {
    method: 'GET',
    url: '/lookup/documents',
    title: '申请人的文书：告知类文书，以及已送达的决定和证件',
    tag,
    policy: 'public',
    ok: closed({
      items: Type.Array(
        closed({
          seq: Type.Integer({ description: '所依据的办理记录序号' }),
          kind: oneOf(documentNames, '文书种类'),
          title: Said,
          number: nullable(Type.String({ description: '文书编号；无编号的为 null' })),
          on: Type.String({ description: '文书日期' }),
          servedOn: nullable(Type.String({ description: '送达日期；不经送达的为 null' })),
        }),
      ),
    }),
  },
  openTold: {
    method: 'GET',
    url: '/lookup/documents/:seq/pdf',
    title: '申请人查看文书（PDF，与首次制发的逐字节相同）',
    tag,
    policy: 'public',
    params: closed({ seq: documentSeq }),
    ok: Type.String(),
    produces: 'application/pdf',
  },
} as const satisfies Record<string, RouteContract>;
