import { randomUUID } from 'node:crypto';
import type { Role } from '../../domain/people/roles.ts';
import { waterAbstraction } from '../../db/seed/items/water-abstraction.ts';
import { anonymous } from '../api-client.ts';
import { filingBody, forms } from '../seed/filings.ts';
import type { Desk } from './desk.ts';
import type { Teller } from './teller.ts';

/** A clock of the case as the API shows it. */
interface ClockSeen {
  readonly id: string;
  readonly dueOn: string | null;
  readonly stopped: boolean;
  readonly stoppedWhy: string | null;
  readonly stops: readonly { from: string; to: string | null }[];
  readonly startedOn: string;
  readonly limit: { count: number; unit: string };
  readonly extension: number;
  readonly overdue: boolean;
}

/** The story so far. */
export interface Story {
  readonly base: string;
  readonly desk: Desk;
  readonly tell: Teller;
  readonly caseId: string;
  readonly caseNo: string;
  readonly queryCode: string;
}

/** The items of a list answer. */
export const rowsOf = (body: Record<string, unknown>) => body['items'] as readonly Record<string, unknown>[];

/** The clocks of the case by id. */
export async function clocksOf(story: Story): Promise<Map<string, ClockSeen>> {
  const seen = await (await story.desk.as('caseOfficer')).get(`/cases/${story.caseId}`);
  return new Map((seen['clocks'] as readonly ClockSeen[]).map((clock) => [clock.id, clock]));
}

/** The due date of a clock reckoned by the public calculator from its ledger: must equal what the case shows. */
export async function reckoned(story: Story, clock: ClockSeen): Promise<unknown> {
  const { startedOn, limit, extension, stops } = clock;
  const spans = stops.map(({ from, to }) => ({ from, to }));
  const reply = await anonymous(story.base).send('POST', '/clock/reckon', {
    id: clock.id,
    startedOn,
    limit,
    extension,
    stops: spans,
  });
  return reply.body['dueOn'];
}

/** An order that must be accepted, told as one line. */
export async function must(story: Story, role: Role, sentence: string, body: Record<string, unknown>): Promise<void> {
  const reply = await story.desk.order(role, story.caseId, body);
  story.tell.line(`${story.desk.nameOf(role)}：${sentence}`, reply.status === 200, reply.body);
}

/** An order that must be refused with this code, told as one line. */
export async function refusedAs(
  story: Story,
  role: Role,
  sentence: string,
  code: string,
  body: Record<string, unknown>,
): Promise<void> {
  const reply = await story.desk.order(role, story.caseId, body);
  story.tell.line(`${story.desk.nameOf(role)}：${sentence}`, reply.body['code'] === code, reply.body);
}

/** 收件登记 at the window. */
export async function file(base: string, desk: Desk, tell: Teller): Promise<Story> {
  const on = await desk.today();
  const body = filingBody(waterAbstraction, { index: 0, receivedOn: on, form: forms.water('surface') });
  const clerk = await desk.as('windowClerk');
  const send = (more: Record<string, unknown>) =>
    clerk.send('POST', '/cases', { ...body, ...more }, { 'idempotency-key': randomUUID() });
  const first = await send({});
  // The story was told today already: the clerk is told of the earlier case and files again.
  const { earlier } = first.body as { earlier?: { caseNo: string } };
  const reply = earlier === undefined ? first : await send({ despite: earlier.caseNo });
  const { caseId, caseNo, queryCode } = reply.body as Record<string, string>;
  const story = { base, desk, tell, caseId: caseId ?? '', caseNo: caseNo ?? '', queryCode: queryCode ?? '' };
  tell.line(
    `${desk.nameOf('windowClerk')}收件登记，办件编号 ${story.caseNo}，查询码 ${story.queryCode}`,
    reply.status === 201,
    reply.body,
  );
  const look = await anonymous(base).send('POST', '/lookup', { caseNo: story.caseNo, code: story.queryCode });
  tell.line('申请人凭办件编号和查询码能查到进度', look.status === 200, look.body);
  const wrong = await anonymous(base).send('POST', '/lookup', { caseNo: story.caseNo, code: '00000000' });
  tell.line('查询码不对时，与编号不存在时的回答一样', wrong.status === 404, wrong.body);
  return story;
}

/** 受理 and 审查. */
export async function accept(story: Story): Promise<void> {
  await must(story, 'windowClerk', '材料收齐，出具收件凭证', { type: 'checkIn', stepId: 'intake', received: [] });
  await must(story, 'windowClerk', '予以受理，出具受理通知书', {
    type: 'accept',
    stepId: 'acceptance',
    documentNo: '沈水受〔2026〕演001号',
  });
  const clocks = await clocksOf(story);
  for (const id of ['statutory', 'promised']) {
    const clock = clocks.get(id);
    if (!clock) continue;
    const title = id === 'statutory' ? '法定' : '承诺';
    story.tell.line(
      `${title}时限 ${clock.limit.count} 个工作日，应办结日期 ${clock.dueOn}，与时限计算器一致`,
      clock.dueOn !== null && clock.dueOn === (await reckoned(story, clock)),
      clock,
    );
  }
  await must(story, 'caseOfficer', '审查：需要专家评审', {
    type: 'finishReview',
    stepId: 'review',
    outcome: 'expert',
    opinion: '取水量较大，论证报告书须经专家评审。',
  });
}

/** 审核、决定、制证、送达. */
export async function decideAndDeliver(story: Story): Promise<void> {
  await must(story, 'reviewer', '审核：建议准予', {
    type: 'finishReview',
    stepId: 'audit',
    outcome: 'approve',
    opinion: '同意。',
  });
  await must(story, 'approver', '作出准予许可决定', {
    type: 'makeDecision',
    stepId: 'decision',
    outcome: 'grant',
    documentNo: '沈水许〔2026〕演001号',
  });
  const on = await story.desk.today();
  await must(story, 'certificateClerk', '制证', {
    type: 'issueCertificate',
    stepId: 'certificate',
    certificateNo: '取水（沈水）字〔2026〕演001',
    validFrom: on,
    validUntil: '2031-12-31',
  });
  await must(story, 'certificateClerk', '窗口送达', {
    type: 'deliver',
    stepId: 'delivery',
    mode: 'collected',
    takenBy: 'applicant',
    recipient: '赵经理',
    servedOn: on,
  });
  const seen = await (await story.desk.as('caseOfficer')).get(`/cases/${story.caseId}`);
  story.tell.line(
    `办结：${String(seen['resultTitle'])}`,
    seen['status'] === 'closed' && seen['result'] === 'granted',
    seen['status'],
  );
}

/** Day by day: why this is the due date. */
export async function explain(story: Story): Promise<void> {
  const answer = await (await story.desk.as('caseOfficer')).get(`/cases/${story.caseId}/clocks/promised/explain`);
  const rows = answer['rows'] as readonly {
    date: string;
    kind: string;
    total: number;
    name?: string;
    stop?: { step: string };
  }[];
  const words: Record<string, string> = {
    start: '起算日',
    counted: '计入',
    makeUpWorkday: '调休上班，计入',
    weekend: '周末',
    holiday: '放假',
    excluded: '不计入时限',
    rollOver: '顺延',
    overdue: '超期',
  };
  for (const { date, kind, total, name, stop } of rows) {
    story.tell.say(
      `${date}  ${(words[kind] ?? kind).padEnd(8, '　')} ${String(total).padStart(3)}  ${name ?? stop?.step ?? ''}`,
    );
  }
  story.tell.say(String(answer['sentence']));
  const clock = (await clocksOf(story)).get('promised');
  story.tell.line(
    `逐日说明的应办结日期与办件上的一致：${String(answer['dueOn'])}`,
    answer['dueOn'] === clock?.dueOn && rows.some((row) => row.kind === 'excluded'),
    answer['dueOn'],
  );
  story.tell.line(
    '说明的最后一天累计数等于承诺天数',
    rows.findLast((row) => row.date <= String(answer['dueOn']))?.total === clock?.limit.count,
    rows.at(-1),
  );
}
