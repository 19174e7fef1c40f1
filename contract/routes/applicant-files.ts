import Type from 'typebox';
import { fileStates } from '../../domain/files/states.ts';
import { ApplicantOrder, applicantOrderTypes } from '../applicant-orders.ts';
import { ticketHeader } from '../file-ticket.ts';
import type { RouteContract } from '../route.ts';
import { Id, Instant, Said, Uuid, closed, nullable, oneOf } from '../shapes.ts';
import { Done } from './cases.ts';
import { UploadState, announced } from './files.ts';
import { NumberAndCode } from './open.ts';

const tag = '公开服务';
const text = Type.String();
const fileParams = closed({ fileId: Uuid });

export const applicantFileRoutes = {
  openFileDoor: {
    method: 'POST',
    url: '/lookup/files',
    title: '申请人凭办件编号和查询码取得上传凭据',
    tag,
    policy: 'public',
    limit: 'guessed',
    body: NumberAndCode,
    ok: closed({
      ticket: Type.String({ description: `放入请求头 ${ticketHeader}` }),
      open: Type.Boolean({ description: '办件未办结，可以上传' }),
      orders: Type.Array(Type.Enum([...applicantOrderTypes]), { description: '申请人现在可以办理的操作' }),
      withdrawalAskedOn: nullable(Type.String({ description: '已申请撤件的日期；待窗口核实' })),
      materials: Type.Array(closed({ id: Id, title: text })),
      mostBytes: Type.Integer({ description: '单个文件上限（字节）' }),
    }),
  },
  giveOwnOrder: {
    method: 'POST',
    url: '/lookup/orders',
    title: '申请人声明补正完毕，或者申请撤件（待窗口核实）',
    tag,
    policy: 'public',
    idempotent: true,
    body: ApplicantOrder,
    ok: Done,
  },
  listOffered: {
    method: 'GET',
    url: '/lookup/files',
    title: '申请人上传的文件及收取情况',
    tag,
    policy: 'public',
    ok: closed({
      items: Type.Array(
        closed({
          fileId: Uuid,
          materialTitle: text,
          name: text,
          size: Type.Integer(),
          state: oneOf(fileStates, '状态：待窗口收取、有效（已收取）、未收取等'),
          stateTitle: Said,
          sentAt: Instant,
          why: nullable(Type.String({ description: '未收取的原因' })),
        }),
      ),
    }),
  },
  offerFile: {
    method: 'POST',
    url: '/lookup/uploads',
    title: '申请人开始上传文件；窗口收取之前不计入',
    tag,
    policy: 'public',
    body: closed(announced),
    ok: closed({ fileId: Uuid, uploadUrl: text }),
    status: 201,
  },
  offerState: {
    method: 'GET',
    url: '/lookup/uploads/:fileId',
    title: '申请人的上传到哪里了（HEAD 亦可）',
    tag,
    policy: 'public',
    params: fileParams,
    ok: UploadState,
  },
  offerPart: {
    method: 'PATCH',
    url: '/lookup/uploads/:fileId',
    title: '申请人上传一段内容',
    tag,
    policy: 'public',
    takesBytes: true,
    params: fileParams,
    ok: Type.Null(),
    status: 204,
  },
  cancelOffer: {
    method: 'DELETE',
    url: '/lookup/uploads/:fileId',
    title: '申请人取消上传，或者撤回窗口尚未收取的文件',
    tag,
    policy: 'public',
    params: fileParams,
    ok: Type.Null(),
    status: 204,
  },
} as const satisfies Record<string, RouteContract>;
