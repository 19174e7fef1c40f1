import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Final, Unknown } from './journal.ts';

/** One write as it goes over the wire. */
export interface Call {
  readonly path: string;
  readonly token: string;
  readonly key: string;
  readonly body: string;
}

/** Sends writes from many loopback addresses, as from many desks: the API counts requests by address. */
export interface Caller {
  readonly send: (call: Call) => Promise<Final | Unknown>;
  readonly close: () => void;
}

const desks = 32;
/** Longer than the API waits for a case, so that it is the API that gives up first. */
const patienceMs = 20_000;

/** A caller of the APIs at `urls`, in turn. */
export function callerOf(urls: readonly string[]): Caller {
  const agents = Array.from(
    { length: desks },
    (_, n) => new Agent({ keepAlive: true, localAddress: `127.0.2.${n + 1}` }),
  );
  const places = urls.map((url) => new URL(url));
  let sent = 0;
  const send = async ({ path, token, key, body }: Call, refusals = 0): Promise<Final | Unknown> =>
    new Promise((resolve) => {
      const fail = (error: NodeJS.ErrnoException): void => {
        // Nobody took it: whoever stands before the APIs gives it to the next.
        const isNext = error.code === 'ECONNREFUSED' && refusals + 1 < places.length;
        resolve(
          isNext
            ? send({ path, token, key, body }, refusals + 1)
            : { event: 'unknown', status: null, why: error.message },
        );
      };
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'idempotency-key': key,
      };
      sent += 1;
      // The desk changes with the turn of the addresses too: else each would only ever know one API.
      const [agent, place] = [agents[Math.floor(sent / places.length) % desks], places[sent % places.length]];
      const { hostname, port } = place ?? {};
      const options = { hostname, port, method: 'POST', path: `/api/v1${path}`, headers, timeout: patienceMs };
      const call = request({ ...options, ...(agent === undefined ? {} : { agent }) }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve(outcomeOf(response.statusCode ?? 0, Buffer.concat(parts).toString())));
        response.on('error', fail);
      });
      call.on('timeout', () => call.destroy(new Error(`no answer within ${patienceMs / 1_000} s`)));
      call.on('error', fail);
      call.end(body);
    });
  return { send, close: () => agents.forEach((agent) => agent.destroy()) };
}

/** SHA-256 in hex. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Whether an answer is final, and which. */
export function outcomeOf(status: number, text: string): Final | Unknown {
  const body = parsed(text);
  const code = String(body['code'] ?? '');
  if (status === 200 || status === 201) {
    const facts: readonly unknown[] = Array.isArray(body['facts']) ? body['facts'] : [];
    return {
      event: 'ack',
      status,
      answerHash: digest(text),
      caseId: String(body['caseId']),
      opId: String(body['opId']),
      firstSeq: Number(body['firstSeq']),
      lastSeq: Number(body['lastSeq']),
      types: facts.map((fact) =>
        typeof fact === 'object' && fact !== null && 'type' in fact ? String(fact.type) : '',
      ),
    };
  }
  const isFinal = status >= 400 && status < 500 && status !== 429 && code !== 'in-progress';
  if (!isFinal) return { event: 'unknown', status, why: code === '' ? text.slice(0, 200) : code };
  return { event: 'refused', status, code, answerHash: digest(asDecided(text, body)) };
}

/** A refusal without what the door adds for its reader: the request where it is decided anew each time, the names of what it is about. */
function asDecided(text: string, body: Record<string, unknown>): string {
  if (!('instance' in body) && !('named' in body)) return text;
  const { instance: _, named: __, ...rest } = body;
  return JSON.stringify(rest);
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
