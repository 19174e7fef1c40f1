import Type from 'typebox';
import { ExplainView } from '../case-view.ts';
import { problemCodes } from '../problem.ts';
import type { RouteContract } from '../route.ts';
import { servingStages } from '../../domain/words/serving-stages.ts';
import { Day, Said, closed, nullable, oneOf } from '../shapes.ts';

const tag = '公开服务';
const demo = '演练时钟';
const text = Type.String();

/** Anybody may ask the calculator: so many stops and days are more than any case has, and no more are worked through. */
export const mostStops = 50;
export const mostDays = 1_500;

/** A clock as the calculator takes it: read strictly by domain/clock, which names every mistake with its own code. */
const ClockBody = Type.Unsafe<unknown>({
  description: `{startedOn, limit: {count, unit}, extension?, stops?: [{from, to}], today?}；暂停计时至多 ${mostStops} 段，逐日说明至多 ${mostDays} 天`,
});

const Reckoned = closed({
  dueOn: nullable(text),
  provisional: Type.Boolean(),
  excluded: nullable(Type.Integer()),
  used: Type.Optional(Type.Integer()),
  remaining: Type.Optional(nullable(Type.Integer())),
  overdue: Type.Optional(Type.Boolean()),
});

const ProblemEntry = closed({ code: text, status: Type.Integer(), title: text, titleEn: text, sentence: text });

const BusinessClockView = closed({
  demo: Type.Boolean(),
  version: Type.Integer(),
  offsetMs: Type.Integer(),
  now: text,
  today: text,
});

/** What an applicant opens a case with: its number and its query code. */
export const NumberAndCode = closed({
  caseNo: Type.String({ minLength: 1, maxLength: 60 }),
  code: Type.String({ minLength: 1, maxLength: 20 }),
});

/** What a browser may know before anybody has signed in. `demo` is null outside demonstrations. */
const SiteView = closed({
  demo: nullable(
    closed({
      password: text,
      users: Type.Array(
        closed({
          login: text,
          name: text,
          posts: Type.Array(closed({ role: text, roleTitle: text, departmentName: text })),
        }),
      ),
    }),
  ),
});

export const openRoutes = {
  site: {
    method: 'GET',
    url: '/site',
    title: '站点：是否为演示环境及演示用户',
    tag,
    policy: 'public',
    ok: SiteView,
  },
  lookup: {
    method: 'POST',
    url: '/lookup',
    title: '申请人凭办件编号和查询码查询进度',
    tag,
    policy: 'public',
    limit: 'guessed',
    body: NumberAndCode,
    ok: closed({
      caseNo: text,
      itemCode: text,
      itemName: text,
      departmentName: text,
      status: text,
      statusTitle: text,
      receivedOn: text,
      acceptedOn: nullable(text),
      acceptedBySilence: Type.Boolean({ description: '逾期未告知，自收件之日起视为受理' }),
      unverified: Type.Boolean({ description: '网上申报，申请人身份尚待窗口核验' }),
      supplement: nullable(
        closed({
          documentNo: text,
          servedOn: text,
          dueOn: nullable(text),
          asked: Type.Array(
            closed({ title: text, defect: Type.Enum(['missing', 'wrong']), arrivedOn: nullable(text) }),
          ),
        }),
      ),
      deferral: nullable(
        closed(
          { dueOn: nullable(text), materials: Type.Array(text) },
          { description: '容缺受理后尚待补交的材料和期限' },
        ),
      ),
      serving: nullable(
        closed({
          stage: oneOf(servingStages, '送达办理状态'),
          on: text,
          collectAt: nullable(Type.String({ description: '领取地点' })),
          collectBy: nullable(text),
          carrier: nullable(Type.String({ description: '寄递企业' })),
          trackingNo: nullable(Type.String({ description: '邮件号码' })),
          deemedOn: nullable(Type.String({ description: '公告期满、视为送达的日期' })),
        }),
      ),
      revocation: nullable(
        closed(
          {
            on: Type.String({ description: '撤销的日期' }),
            documentNo: Type.String({ description: '撤销决定的文书编号' }),
            servedOn: nullable(Type.String({ description: '本机关撤销决定送达的日期；尚未送达、由上级撤销的为空' })),
          },
          { description: '已经作出的许可被撤销；撤销决定书在“我的文书”中' },
        ),
      ),
      messages: Type.Array(
        closed({ seq: Type.Integer(), on: Type.String({ description: '告知、送达或者发生的日期' }), text: Said }),
        { description: '办理消息：何时告知、送达了什么，最近的在前；不含经办人姓名' },
      ),
      decidedOn: nullable(text),
      result: nullable(text),
      resultTitle: nullable(text),
      dueOn: nullable(text),
      provisional: Type.Boolean(),
      dueClock: nullable(Type.Enum(['promised', 'statutory'], { description: '确定办结日期的时限：承诺或法定' })),
      today: Type.String({ description: '计算所依据的日期（演练时为业务日期）' }),
      steps: Type.Array(
        closed({
          title: text,
          state: text,
          open: Type.Boolean(),
          untimed: Type.Boolean(),
          since: text,
          role: nullable(text),
          turn: nullable(Type.String({ description: '现在由谁办理：部门和岗位；已完成的为 null' })),
          phase: nullable(text),
          phaseTitle: nullable(Type.String({ description: '不计时环节所处阶段' })),
          promiseDueOn: nullable(text),
        }),
      ),
      clocks: Type.Array(
        closed({
          kind: text,
          title: text,
          startedOn: text,
          endedOn: nullable(text),
          limit: closed({ count: Type.Integer(), unit: text }),
          extension: Type.Integer(),
          dueOn: nullable(text),
          provisional: Type.Boolean(),
          used: nullable(Type.Integer({ description: '已用天数' })),
          pauses: Type.Array(
            closed({ from: text, to: nullable(text), why: Type.String({ description: '暂停计时的环节和依据' }) }),
          ),
          stopped: Type.Boolean(),
          stoppedWhy: nullable(text),
          remaining: nullable(Type.Integer()),
          overdue: Type.Boolean(),
          ended: Type.Boolean(),
        }),
      ),
    }),
  },
  reckonClock: {
    method: 'POST',
    url: '/clock/reckon',
    title: '时限计算',
    tag,
    policy: 'public',
    limit: 'dear',
    body: ClockBody,
    ok: Reckoned,
  },
  explainAnyClock: {
    method: 'POST',
    url: '/clock/explain',
    title: '逐日说明时限',
    tag,
    policy: 'public',
    limit: 'dear',
    body: ClockBody,
    ok: ExplainView,
  },
  listProblems: {
    method: 'GET',
    url: '/problems',
    title: '错误代码一览',
    tag,
    policy: 'public',
    ok: closed({ items: Type.Array(ProblemEntry) }),
  },
  oneProblem: {
    method: 'GET',
    url: '/problems/:code',
    title: '一个错误代码的说明',
    tag,
    policy: 'public',
    params: closed({ code: Type.Enum([...problemCodes]) }),
    ok: ProblemEntry,
  },
  businessClock: {
    method: 'GET',
    url: '/business-clock',
    title: '业务时钟',
    tag: demo,
    policy: 'signedIn',
    ok: BusinessClockView,
  },
  advanceBusinessClock: {
    method: 'POST',
    url: '/business-clock/advance',
    title: '推进演练时钟（仅演练）',
    tag: demo,
    policy: ['systemAdmin'],
    body: closed({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 400 })), to: Type.Optional(Day) }),
    ok: Type.Unsafe<Record<string, unknown>>({ type: 'object' }),
  },
} as const satisfies Record<string, RouteContract>;
