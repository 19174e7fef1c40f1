import { randomUUID } from 'node:crypto';
import { civilDateOf } from '../domain/clock/civil-date.ts';
import { filingBody, forms } from '../demo/seed/filings.ts';
import { workflowId } from '../workflows/messages.ts';
import { benchItem, reviewId, reviewsPerCase } from './bench-item.ts';
import { spread } from './driver.ts';
import type { Driver } from './driver.ts';
import { createDesks } from './http.ts';
import type { Subject } from './hot-set.ts';

interface CaseSubject extends Subject {
  seq: number;
}

const openWidth = 16;

/** Gives real orders over HTTP: a filing, 收件, 受理, then one finished review a step. */
export function oursDriver(o: {
  urls: readonly string[];
  tokens: { clerk: string; officer: string };
}): Driver<CaseSubject> {
  const desks = createDesks(o.urls);
  const post = async (path: string, token: string, body: unknown): Promise<Record<string, unknown>> =>
    desks({
      path: `/api/v1${path}`,
      body,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    });
  const { clerk, officer } = o.tokens;
  let filed = 0;

  const open = async (): Promise<CaseSubject> => {
    filed += 1;
    const form = { ...forms.food(), shopName: `面馆 ${randomUUID()}` };
    const filing = { index: filed, receivedOn: civilDateOf(Date.now()), form };
    const body = filingBody(benchItem, filing);
    const answer = await post('/cases', clerk, body);
    const subject = { id: String(answer['caseId']), left: reviewsPerCase, seq: Number(answer['lastSeq']) };
    await act(subject, clerk, { type: 'checkIn', stepId: 'intake', received: [] });
    await act(subject, clerk, { type: 'accept', stepId: 'acceptance', documentNo: `受 ${subject.id}` });
    return subject;
  };
  const act = async (subject: CaseSubject, token: string, body: Record<string, unknown>): Promise<void> => {
    const answer = await post(`/cases/${subject.id}/orders`, token, body);
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
