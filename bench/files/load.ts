import { createHash, randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What is sent, where and by whom. */
export interface FileLoad {
  readonly url: string;
  readonly caseId: string;
  readonly materialId: string;
  /** Bearer tokens of people who may bring files; they take turns. */
  readonly tokens: readonly string[];
  /** Who reads lists meanwhile. */
  readonly reader: string;
  readonly uploads: number;
  /** Of each file. */
  readonly bytes: number;
  readonly partBytes: number;
}

export interface Loaded {
  readonly seconds: number;
  /** How long each list took, in ms. */
  readonly listMs: readonly number[];
  /** The digest of what was sent by file, for all that the API has answered for. */
  readonly sent: ReadonlyMap<string, string>;
  /** How often a cut or an outage was gone on from. */
  readonly resumed: number;
}

const agents = new Map<string, Agent>();

/** Sends all files at once while lists are read, one after the other, until the last file is there. */
export async function loadFiles(load: FileLoad): Promise<Loaded> {
  const filling = randomBytes(load.bytes);
  // Before anything is measured: a digest of megabytes holds up who shares the process.
  const files = Array.from({ length: load.uploads }, (_none, index) => fileOf(index, filling));
  const sent = new Map<string, string>();
  const state = { resumed: 0, isOver: false };
  const began = performance.now();
  const reading = readLists(load, () => state.isOver);
  const all = files.map(async (file) => {
    const { fileId, resumed } = await sendOne(load, file, filling);
    sent.set(fileId, file.sha256);
    state.resumed += resumed;
  });
  await Promise.all(all);
  const seconds = (performance.now() - began) / 1_000;
  state.isOver = true;
  const listMs = await reading;
  for (const agent of agents.values()) agent.destroy();
  agents.clear();
  return { seconds, listMs, sent, resumed: state.resumed };
}

async function readLists({ url, reader }: FileLoad, isOver: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!isOver()) {
    const began = performance.now();
    const { status } = await ask({ url: `${url}/api/v1/worklists/department`, method: 'GET', token: reader, from: 0 });
    // A process that was just killed answers nobody: that is no list that was slow.
    if (status === 200) times.push(performance.now() - began);
    // As a person does who works fast: ten lists a second.
    await pause(100);
  }
  return times;
}

interface ToSend {
  readonly index: number;
  readonly head: Buffer;
  readonly sha256: string;
}

/** A file with a head of its own, so that no two are the same content. */
function fileOf(index: number, filling: Buffer): ToSend {
  const head = Buffer.from(`%PDF-1.7\n%${String(index).padStart(8, '0')}\n`);
  return { index, head, sha256: createHash('sha256').update(head).update(filling.subarray(head.length)).digest('hex') };
}

async function sendOne(load: FileLoad, { index, head }: ToSend, filling: Buffer) {
  const token = load.tokens[index % load.tokens.length] ?? '';
  const from = index + 1;
  const announced = await until(async () =>
    ask({
      url: `${load.url}/api/v1/files`,
      method: 'POST',
      token,
      from,
      type: 'application/json',
      body: Buffer.from(
        JSON.stringify({
          caseId: load.caseId,
          materialId: load.materialId,
          name: `第${index}份.pdf`,
          size: load.bytes,
        }),
      ),
    }),
  );
  if (announced.status !== 201) throw new Error(`expected to announce a file, but it said ${announced.text}`);
  const { fileId, uploadUrl }: { fileId: string; uploadUrl: string } = JSON.parse(announced.text);
  let [offset, resumed] = [0, 0];
  while (offset < load.bytes) {
    const part = partOf(head, filling, { from: offset, to: Math.min(offset + load.partBytes, load.bytes) });
    const answer = await ask({
      url: load.url + uploadUrl,
      method: 'PATCH',
      token,
      from,
      type: tusType,
      offset,
      body: part,
    });
    if (answer.status === 204) offset += part.length;
    else if (answer.status === 0 || answer.status === 409 || answer.status >= 500) {
      resumed += 1;
      const asked = await until(async () => ask({ url: load.url + uploadUrl, method: 'GET', token, from }));
      if (asked.status !== 200) throw new Error(`expected an upload under way, but it said ${asked.text}`);
      offset = (JSON.parse(asked.text) as { offset: number }).offset;
    } else throw new Error(`expected a part to be taken, but it said ${answer.text}`);
  }
  return { fileId, resumed };
}

const tusType = 'application/offset+octet-stream';

function partOf(head: Buffer, filling: Buffer, { from, to }: { from: number; to: number }): Buffer {
  if (from >= head.length) return filling.subarray(from, to);
  return Buffer.concat([head.subarray(from), filling.subarray(head.length, to)]);
}

interface Asked {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly token: string;
  /** Each from an address of its own, as people have them: the loopback network has many. */
  readonly from: number;
  readonly type?: string;
  readonly offset?: number;
  readonly body?: Buffer;
}

/** Status 0: the line was cut. */
async function ask(o: Asked): Promise<{ status: number; text: string }> {
  const localAddress = `127.0.${1 + Math.floor(o.from / 200)}.${1 + (o.from % 200)}`;
  const agent = agents.get(localAddress) ?? new Agent({ keepAlive: true });
  agents.set(localAddress, agent);
  const headers = {
    authorization: `Bearer ${o.token}`,
    ...(o.type !== undefined && { 'content-type': o.type }),
    ...(o.body !== undefined && { 'content-length': String(o.body.length) }),
    ...(o.offset !== undefined && { 'upload-offset': String(o.offset), 'tus-resumable': '1.0.0' }),
  };
  return new Promise((resolve) => {
    const sent = request(o.url, { agent, method: o.method, localAddress, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', () => resolve({ status: 0, text: '' }));
    });
    sent.on('error', (error) => resolve({ status: 0, text: error.message })).end(o.body);
  });
}

/** Asks again while nobody answers or says to come later, for a minute at most. */
async function until(asked: () => Promise<{ status: number; text: string }>) {
  for (let turn = 0; ; turn += 1) {
    const answer = await asked();
    const isLater = answer.status === 0 || answer.status === 429 || answer.status >= 500;
    if (!isLater || turn >= 300) return answer;
    await pause(200);
  }
}
