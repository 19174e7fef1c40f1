import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { draftHeader } from '../../contract/draft-header.ts';
import type { OkOf } from '../../contract/routes.ts';

/** What a whole draft of the test flow says. */
export const typedDraft = {
  applicant: { kind: 'person', name: '沈河', idType: 'passport', idNo: 'E12345678', phone: '13800000001' },
  agent: null,
  contact: { name: '沈河', phone: '13800000001' },
  address: '沈阳市沈河区一号',
  eDelivery: true,
  form: {},
} as const;

/** An applicant without an account at the HTTP side, by the secret of a draft. */
export interface DraftHolder {
  readonly secret: string;
  ask(method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, o?: AskMore): Promise<LightMyRequestResponse>;
  read(): Promise<OkOf<'readDraft'>>;
  save(content: unknown): Promise<LightMyRequestResponse>;
  upload(materialId: string, bytes: Uint8Array, name?: string): Promise<LightMyRequestResponse>;
  submit(revision?: number): Promise<LightMyRequestResponse>;
}

interface AskMore {
  readonly body?: unknown;
  readonly revision?: number;
}

/** Holds the draft of a secret, or begins one for an item. */
export async function holdDraft(
  app: FastifyInstance,
  of: { itemCode: string } | { secret: string },
): Promise<DraftHolder> {
  const secret = 'secret' in of ? of.secret : await begun(app, of.itemCode);
  const ask: DraftHolder['ask'] = async (method, url, { body, revision } = {}) =>
    app.inject({
      method,
      url: `/api/v1${url}`,
      headers: {
        [draftHeader]: secret,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(revision !== undefined && { 'if-match': `"v${revision}"` }),
      },
      ...(body !== undefined && { payload: JSON.stringify(body) }),
    });
  const read = async () => (await ask('GET', '/drafts/mine')).json<OkOf<'readDraft'>>();
  return {
    secret,
    ask,
    read,
    save: async (content) => ask('PUT', '/drafts/mine', { body: content, revision: (await read()).revision }),
    upload: async (materialId, bytes, name = '申请书.pdf') => {
      const begins = await ask('POST', '/drafts/files', { body: { materialId, name, size: bytes.length } });
      if (begins.statusCode !== 201) return begins;
      return app.inject({
        method: 'PATCH',
        url: begins.json<OkOf<'beginDraftFile'>>().uploadUrl,
        headers: { [draftHeader]: secret, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
        payload: Buffer.from(bytes),
      });
    },
    submit: async (revision) =>
      ask('POST', '/drafts/mine/submission', { revision: revision ?? (await read()).revision }),
  };
}

async function begun(app: FastifyInstance, itemCode: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const payload = JSON.stringify({ itemCode });
  const answer = await app.inject({ method: 'POST', url: '/api/v1/drafts', headers, payload });
  return answer.json<OkOf<'beginDraft'>>().draft;
}
