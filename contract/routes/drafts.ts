import Type from 'typebox';
import { papers } from '../../domain/people/papers.ts';
import type { RouteContract } from '../route.ts';
import { Id, Instant, Sha256, Uuid, aText, closed, nullable, oneOf } from '../shapes.ts';
import { FormValue } from './cases.ts';
import { UploadState, announced } from './files.ts';

const tag = '网上申报';
const text = Type.String();
const fileParams = closed({ fileId: Uuid });
const revision = Type.Integer({ description: '草稿的修订号，保存和提交时放入 If-Match' });
const keptUntil = Type.String({ description: '草稿保存至，日期 YYYY-MM-DD' });

/** What is typed and not yet whole: lengths are bounded, whether it fits is asked when it is submitted. */
const typed = (most: number) => Type.Optional(Type.String({ ...aText, maxLength: most }));
const DraftParty = closed({
  kind: Type.Optional(Type.Enum(['person', 'organisation'])),
  name: typed(200),
  idType: Type.Optional(oneOf(papers, '证件类型')),
  idNo: typed(40),
  phone: typed(40),
});
const DraftContent = closed({
  applicant: Type.Optional(DraftParty),
  agent: Type.Optional(nullable(DraftParty)),
  contact: Type.Optional(closed({ name: typed(200), phone: typed(40) })),
  address: typed(200),
  eDelivery: Type.Optional(Type.Boolean({ description: '同意电子送达' })),
  reuse: Type.Optional(Type.Boolean({ description: '同意使用此前提交的和受理机关核发的材料' })),
  form: Type.Optional(
    Type.Record(Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,39}$' }), FormValue, { maxProperties: 100 }),
  ),
});

const Saved = closed({ revision, savedAt: Instant, keptUntil });

export const draftRoutes = {
  beginDraft: {
    method: 'POST',
    url: '/drafts',
    title: '申请人开始一份网上申报草稿，无需账号',
    tag,
    policy: 'public',
    limit: 'guessed',
    body: closed({ itemCode: Id }),
    ok: closed({
      draft: Type.String({ ...Uuid, description: '草稿的密钥，此后放入请求头 x-draft；知道它就能读写草稿' }),
    }),
    status: 201,
  },
  readDraft: {
    method: 'GET',
    url: '/drafts/mine',
    title: '读取草稿',
    tag,
    policy: 'public',
    etag: true,
    ok: closed({
      revision,
      state: Type.Enum(['open', 'filed'], { description: '填写中，或者已提交（内容不再给出）' }),
      itemCode: text,
      definition: Type.String({ ...Sha256, description: '草稿保存时的流程版本' }),
      outdated: Type.Boolean({ description: '事项已有新的流程版本：核对保存后才能提交' }),
      content: DraftContent,
      files: Type.Array(closed({ fileId: Uuid, materialId: Id, name: text, size: Type.Integer(), keptAt: Instant })),
      savedAt: Instant,
      keptUntil,
      mostBytes: Type.Integer({ description: '单个文件上限（字节）' }),
    }),
  },
  saveDraft: {
    method: 'PUT',
    url: '/drafts/mine',
    title: '保存草稿',
    tag,
    policy: 'public',
    ifMatch: true,
    body: DraftContent,
    ok: Saved,
  },
  dropDraft: {
    method: 'DELETE',
    url: '/drafts/mine',
    title: '删除草稿和其中的文件',
    tag,
    policy: 'public',
    ok: Type.Null(),
    status: 204,
  },
  beginDraftFile: {
    method: 'POST',
    url: '/drafts/files',
    title: '开始为草稿上传一份文件',
    tag,
    policy: 'public',
    body: closed(announced),
    ok: closed({ fileId: Uuid, uploadUrl: text }),
    status: 201,
  },
  draftFileState: {
    method: 'GET',
    url: '/drafts/files/:fileId',
    title: '草稿文件上传到哪里了（HEAD 亦可）',
    tag,
    policy: 'public',
    params: fileParams,
    ok: UploadState,
  },
  draftFilePart: {
    method: 'PATCH',
    url: '/drafts/files/:fileId',
    title: '上传草稿文件的一段内容',
    tag,
    policy: 'public',
    takesBytes: true,
    params: fileParams,
    ok: Type.Null(),
    status: 204,
  },
  dropDraftFile: {
    method: 'DELETE',
    url: '/drafts/files/:fileId',
    title: '取消上传，或者从草稿中删除文件',
    tag,
    policy: 'public',
    params: fileParams,
    ok: Type.Null(),
    status: 204,
  },
  submitDraft: {
    method: 'POST',
    url: '/drafts/mine/submission',
    title: '提交草稿：即为申报，同一草稿只申报一次',
    tag,
    policy: 'public',
    limit: 'guessed',
    ifMatch: true,
    ok: closed({
      caseNo: text,
      queryCode: nullable(Type.String({ description: '查询码；提交一小时后不再给出，由窗口补发' })),
      itemName: text,
      departmentName: text,
      receivedOn: text,
      countsFrom: nullable(Type.String({ description: '办公时间以外提交的，起算的工作日' })),
      toldBy: nullable(Type.String({ description: '最迟在这一天告知是否受理' })),
      received: Type.Array(text, { description: '已提交的材料' }),
      missing: Type.Array(text, { description: '尚未提交的必要材料' }),
    }),
    status: 201,
  },
} as const satisfies Record<string, RouteContract>;
