import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { civilDateOf } from '../domain/clock/civil-date.ts';
import { filingBody, forms } from '../tools/seed/filings.ts';
import { workflowId } from '../workflows/messages.ts';
import { benchItem, reviewId, reviewsPerCase } from './bench-item.ts';
import { spread } from './driver.ts';
import type { Driver } from './driver.ts';
import type { Subject } from './hot-set.ts';

interface CaseSubject extends Subject {
  seq: number;
}

interface Call {
  readonly path: string;
  readonly token: string;
  readonly body: unknown;
}

const openWidth = 16;
const desks = 64;

/** Gives real orders over HTTP: a filing, 收件, 受理, then one finished review a step. */
export function oursDriver(o: { url: string; tokens: { clerk: string; officer: string } }): Driver<CaseSubject> {
  // From many loopback addresses, as from many desks: the API counts requests by address.
  const agents = Array.from({ length: desks }, (_, n) => {
    return new Agent({ keepAlive: true, localAddress: `127.0.1.${n + 1}` });
  });
  let sent = 0;
  const nextAgent = (): Agent => agents[(sent += 1) % desks] ?? new Agent();
  const origin = new URL(o.url);
  const { clerk, officer } = o.tokens;
  let filed = 0;

  const open = async (): Promise<CaseSubject> => {
    filed += 1;
    const filing = { index: filed, receivedOn: civilDateOf(Date.now()), form: forms.food() };
    const body = filingBody(benchItem, filing);
    const answer = await post(nextAgent(), origin, { path: '/cases', token: clerk, body });
    const subject = { id: String(answer['caseId']), left: reviewsPerCase, seq: Number(answer['lastSeq']) };
    await act(subject, clerk, { type: 'checkIn', stepId: 'intake', received: [] });
    await act(subject, clerk, { type: 'accept', stepId: 'acceptance', documentNo: `受〔2026〕${filed}号` });
    return subject;
  };
  const act = async (subject: CaseSubject, token: string, body: Record<string, unknown>): Promise<void> => {
    const answer = await post(nextAgent(), origin, { path: `/cases/${subject.id}/orders`, token, body });
    const { caseId, firstSeq, lastSeq, facts } = answer;
    const isRight =
      caseId === subject.id &&
      firstSeq === subject.seq + 1 &&
      typeof lastSeq === 'number' &&
      Array.isArray(facts) &&
      facts.length === lastSeq - subject.seq;
    if (!isRight) throw new Error(`expected facts from ${subject.seq + 1}, but got ${JSON.stringify(answer)}`);
    subject.seq = lastSeq;
  };
  return {
    stepsPerCase: reviewsPerCase,
    open: async (count) => spread(count, openWidth, open),
    step: async (subject) => {
      const stepId = reviewId(reviewsPerCase - subject.left);
      const opinion = `经审查，申请材料齐全，符合法定形式。（${subject.id.slice(0, 8)} ${stepId}）`;
      await act(subject, officer, { type: 'finishReview', stepId, outcome: 'complete', opinion });
      subject.left -= 1;
    },
    workflowIdOf: (subject) => workflowId(subject.id),
  };
}

async function post(agent: Agent, origin: URL, { path, token, body }: Call): Promise<Record<string, unknown>> {
  const payload = Buffer.from(JSON.stringify(body));
  const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': payload.length,
      'idempotency-key': randomUUID(),
    };
    const { hostname, port } = origin;
    const call = request({ agent, hostname, port, method: 'POST', path: `/api/v1${path}`, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      response.on('error', reject);
    });
    call.on('error', reject);
    call.end(payload);
  });
  if (status !== 200 && status !== 201) throw new Error(`expected 200 or 201, but got ${status}: ${text}`);
  const answer: unknown = JSON.parse(text);
  if (typeof answer !== 'object' || answer === null) throw new Error(`expected an object, but got ${text}`);
  return { ...answer };
}
