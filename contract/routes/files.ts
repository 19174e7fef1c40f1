import Type from 'typebox';
import { fileKinds } from '../../domain/files/kinds.ts';
import { fileStates, scanStates } from '../../domain/files/states.ts';
import { windows } from '../../domain/people/roles.ts';
import type { RouteContract } from '../route.ts';
import { Id, Instant, Said, Sha256, ShortText, Uuid, closed, nullable, oneOf } from '../shapes.ts';

const tag = '申报材料文件';
const fileParams = closed({ fileId: Uuid });
const text = Type.String();

/** A file that is announced, whoever brings it. */
export const announced = {
  materialId: Id,
  name: ShortText,
  size: Type.Integer({ minimum: 1, maximum: 10_737_418_240 }),
};

/** A file of a case as its page shows it. */
export const FileView = closed({
  fileId: Uuid,
  materialId: Id,
  materialTitle: text,
  name: Type.String({ description: '上传时的文件名' }),
  size: Type.Integer({ description: '字节数' }),
  kind: oneOf(fileKinds, '按内容识别的种类'),
  kindTitle: Said,
  preview: nullable(Type.Enum(['image', 'pdf'], { description: '页面上怎样预览；null：只能下载' })),
  scan: oneOf(scanStates, '查毒结果'),
  scanTitle: Said,
  mayOpen: Type.Boolean({ description: '可以打开：未在隔离中' }),
  state: oneOf(fileStates, '状态：只有有效的文件计入'),
  stateTitle: Said,
  version: Type.Integer(),
  replaces: nullable(Uuid),
  sha256: Sha256,
  origin: nullable(
    closed(
      {
        caseNo: text,
        certificateNo: nullable(text),
        givenOn: text,
        goodUntil: nullable(text),
        consentTitle: Said,
      },
      { description: '此前提交或者核发、经申请人同意再用的：出处和同意方式' },
    ),
  ),
  broughtBy: nullable(Type.String({ description: '上传人；申请人自行上传的为 null' })),
  keptAt: Instant,
  takenAt: nullable(Instant),
  takenBy: nullable(Type.String({ description: '收取人：申请人上传的文件由窗口收取后计入' })),
  endedAt: nullable(Instant),
  endedBy: nullable(text),
  endedWhy: nullable(text),
});

/** How far an upload is: the address of tus answers it too, as headers. */
export const UploadState = closed({
  fileId: Uuid,
  size: Type.Integer(),
  offset: Type.Integer({ description: '已收到的字节数，从这里继续' }),
});

export const fileRoutes = {
  listFiles: {
    method: 'GET',
    url: '/cases/:caseId/files',
    title: '办件的申报材料文件（限经办部门）',
    tag,
    policy: 'signedIn',
    params: closed({ caseId: Uuid }),
    ok: closed({
      items: Type.Array(FileView),
      places: Type.Array(closed({ id: Id, title: Type.String() }), {
        description: '文件可以放在哪里：事项的申报材料；邮寄或者补录收件的，另有收件日期的凭证',
      }),
      mayTake: Type.Boolean({ description: '可以收取申请人上传的文件' }),
      mostBytes: closed({
        ofFile: Type.Integer({ description: '单个文件上限（字节）' }),
        ofCase: Type.Integer({ description: '一个办件的文件总量上限（字节）' }),
      }),
    }),
  },
  beginUpload: {
    method: 'POST',
    url: '/files',
    title: '开始上传：登记所属材料、文件名和大小，再按 tus 1.0 用 HEAD、PATCH 传内容',
    tag,
    policy: 'signedIn',
    body: closed({
      caseId: Uuid,
      ...announced,
      replaces: Type.Optional(Type.String({ ...Uuid, description: '作为哪个文件的新版本' })),
    }),
    ok: closed({ fileId: Uuid, uploadUrl: text }),
    status: 201,
  },
  uploadState: {
    method: 'GET',
    url: '/files/:fileId/upload',
    title: '上传到哪里了（HEAD 亦可：Upload-Offset、Upload-Length）',
    tag,
    policy: 'signedIn',
    params: fileParams,
    ok: UploadState,
  },
  uploadPart: {
    method: 'PATCH',
    url: '/files/:fileId/upload',
    title: '上传一段内容：从 Upload-Offset 起；传完即入库',
    tag,
    policy: 'signedIn',
    takesBytes: true,
    params: fileParams,
    ok: Type.Null(),
    status: 204,
  },
  cancelUpload: {
    method: 'DELETE',
    url: '/files/:fileId/upload',
    title: '取消上传',
    tag,
    policy: 'signedIn',
    params: fileParams,
    ok: Type.Null(),
    status: 204,
  },
  openFile: {
    method: 'GET',
    url: '/files/:fileId/content',
    title: '下载或者预览文件（审计）',
    tag,
    policy: 'signedIn',
    audits: ['fileOpened'],
    params: fileParams,
    query: closed({ inline: Type.Optional(Type.Literal('true', { description: '在页面上预览（图片和 PDF）' })) }),
    ok: text,
    produces: 'application/octet-stream',
  },
  bundleFiles: {
    method: 'GET',
    url: '/cases/:caseId/files.zip',
    title: '下载办件的全部有效文件（zip，附清单 manifest.json；审计）',
    tag,
    policy: 'signedIn',
    audits: ['fileOpened'],
    params: closed({ caseId: Uuid }),
    ok: text,
    produces: 'application/zip',
  },
  withdrawFile: {
    method: 'POST',
    url: '/files/:fileId/withdrawal',
    title: '撤回文件：写明原因，文件留存备查',
    tag,
    policy: 'signedIn',
    params: fileParams,
    body: closed({ reason: ShortText }),
    ok: Type.Null(),
    status: 204,
  },
  takeFile: {
    method: 'POST',
    url: '/files/:fileId/taking',
    title: '收取申请人上传的文件（限本部门窗口）',
    tag,
    policy: windows,
    params: fileParams,
    ok: Type.Null(),
    status: 204,
  },
  declineFile: {
    method: 'POST',
    url: '/files/:fileId/refusal',
    title: '不收取申请人上传的文件：写明原因，申请人可以看到（限本部门窗口）',
    tag,
    policy: windows,
    params: fileParams,
    body: closed({ reason: ShortText }),
    ok: Type.Null(),
    status: 204,
  },
} as const satisfies Record<string, RouteContract>;
