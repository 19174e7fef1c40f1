import Type from 'typebox';
import { checkResults } from '../domain/case/undertaken.ts';
import { servingStages } from '../domain/words/serving-stages.ts';
import { PassingView, SharesView } from './passing-view.ts';
import { RevocationView } from './revocation-view.ts';
import { Handler, Instant, Light, Said, ToldDue, closed, keysOf, nullable, oneOf } from './shapes.ts';

const text = Type.String();
const day = Type.String({ description: '日期 YYYY-MM-DD' });

/** A clock as people see it: how much is used, what is left, and why it stands. */
export const ClockView = closed({
  id: text,
  kind: text,
  title: text,
  stepId: nullable(text),
  startedOn: day,
  limit: closed({ count: Type.Integer(), unit: text }),
  extension: Type.Integer(),
  stops: Type.Array(closed({ from: day, to: nullable(day), stepId: text, stepTitle: text })),
  endedOn: nullable(day),
  dueOn: nullable(day),
  provisional: Type.Boolean({ description: '暂定：以后的放假通知可能改变该日期' }),
  used: Type.Integer(),
  remaining: nullable(Type.Integer({ description: '剩余天数，负数为超期天数，null 为不可知' })),
  percent: nullable(Type.Number()),
  overdue: Type.Boolean(),
  stopped: Type.Boolean(),
  light: Light,
  level: nullable(Type.String({ description: '本计时阶段最高的预警：notice、yellow、red' })),
  levelTitle: nullable(text),
  shares: nullable(SharesView),
  stoppedWhy: nullable(Type.String({ description: '暂停计时的环节和依据' })),
});

/** Whose turn it is: a post, and by name who holds the task or, where they are few, who hold the post. */
export const Whose = closed({ role: text, roleTitle: text, name: nullable(text) });

/** 送达 that was begun: where it stands since when, and who must act next. */
export const ServingView = closed({
  stage: oneOf(servingStages, '送达办理状态'),
  on: day,
  toldSince: nullable(Type.String({ description: '首次通知领取的日期' })),
  toldTimes: Type.Integer({ description: '通知领取的次数' }),
  collectAt: nullable(Type.String({ description: '领取地点；不办理该办件的人员不可见' })),
  collectBy: nullable(day),
  carrier: nullable(Type.String({ description: '寄递企业；不办理该办件的人员不可见' })),
  trackingNo: nullable(Type.String({ description: '邮件号码；不办理该办件的人员不可见' })),
  tries: Type.Integer({ description: '未能送达的次数，退件也计在内' }),
  deemedOn: nullable(Type.String({ description: '公告期满、视为送达的日期' })),
});

/** A step of the case with the words of its flow. `phase` is that of an untimed step. */
export const StepView = closed({
  id: text,
  kind: text,
  kindTitle: text,
  title: text,
  by: text,
  byTitle: text,
  handler: Handler,
  untimed: Type.Boolean(),
  phase: nullable(text),
  state: Type.Enum(['open', 'finished']),
  openedAt: Instant,
  openedOn: day,
  startedOn: nullable(day),
  finishedAt: nullable(Instant),
  finishedBy: nullable(text),
  outcome: nullable(text),
  outcomeTitle: nullable(text),
  outcomes: Type.Array(closed({ id: text, title: text })),
  notice: nullable(closed({ documentNo: text, servedOn: day })),
  reminders: Type.Integer(),
  serving: nullable(ServingView),
  passing: nullable(PassingView),
  next: nullable(Whose),
});

export const WarningView = closed({
  id: text,
  clock: text,
  clockTitle: text,
  rung: text,
  level: text,
  levelTitle: text,
  acknowledgedBy: nullable(text),
  annulled: Type.Boolean({ description: '已撤销：时限在预警日期之前已经结束' }),
  open: Type.Boolean({ description: '是否仍待我签收' }),
});

/** Why an act is refused: the problem in words and the exact sentence. */
export const RefusedBecause = closed({
  code: text,
  title: text,
  detail: text,
  reason: text,
  named: Type.Array(text, { description: '所涉材料、环节、岗位和人员的名称' }),
});

/** An order the viewer may give now, or why not. The console computes no right of its own. */
export const AllowedView = closed({
  order: text,
  title: text,
  stepId: nullable(text),
  refusedBecause: Type.Optional(RefusedBecause),
  waitsFor: Type.Array(Whose, { description: '不能由您办理时，应当由谁办理' }),
  numbering: Type.Optional(
    Type.Enum(['typed', 'series', 'either'], {
      description: '出具文书的操作：编号由经办人填写、由系统编号，或者视文书种类而定',
    }),
  ),
});

/** What waits to be decided by somebody above: what is asked for, by whom and why, and what it would do to the dates. */
export const AskedView = closed({
  origin: Type.Enum(['start', 'extension', 'refusal']),
  stepId: nullable(text),
  requestedBy: text,
  requestedAt: Instant,
  reason: nullable(Type.String({ description: '申请的理由；不办理该办件的人员不可见' })),
  limit: nullable(closed({ count: Type.Integer(), unit: text }, { description: '特别程序的承诺时限，或者延长的时限' })),
  competentAgency: nullable(Type.String({ description: '报请不予受理时写明的有权机关；不办理该办件的人员不可见' })),
  basis: nullable(Type.String({ description: '不计入时限的依据' })),
  next: Whose,
  effect: Type.Array(closed({ clock: text, clockTitle: text, before: nullable(day), after: nullable(day) }), {
    description: '批准后应办结日期的变化；特别程序按今天启动、用满承诺时限推算',
  }),
});

const ItemRef = { kind: Type.Enum(['material', 'field']), id: text };

/** 补正: what the last notice asks for, what of it arrived, and all that the first one named. */
export const SupplementView = closed({
  state: Type.Enum(['waiting', 'declared'], { description: '等待申请人补正，或者申请人已声明补正完毕' }),
  round: Type.Integer(),
  documentNo: text,
  servedOn: day,
  dueOn: nullable(day),
  declaredOn: nullable(day),
  asked: Type.Array(
    closed({
      ...ItemRef,
      defect: Type.Enum(['missing', 'wrong']),
      title: text,
      mend: nullable(text),
      arrivedOn: nullable(day),
    }),
  ),
  consequence: nullable(Type.String({ description: '逾期不补正的后果；不办理该办件的人员不可见' })),
  named: Type.Array(closed(ItemRef)),
});

/** 容缺受理: what the applicant undertook to supply later, and what of it is there. */
export const DeferralView = closed({
  documentNo: text,
  undertakenOn: day,
  dueOn: nullable(Type.String({ description: '容缺后补期限的最后一日；受理前为 null' })),
  materials: Type.Array(closed({ title: text, received: Type.Boolean() })),
});

/** Until when materials may follow, where the case were accepted today. */
export const DeferralTerms = closed({ count: Type.Integer(), unit: text, ifToday: nullable(day) });

/** 许可承诺: that the permit rests on an undertaking, and until when it is to be checked. */
export const UndertakingView = closed({
  undertakingNo: text,
  undertakenOn: day,
  checkDueOn: nullable(Type.String({ description: '事后核查期限的最后一日；准予许可前为 null' })),
  checkedOn: nullable(day),
});

/** Personal data and words of a case, opened from their digests for those who handle it; null for others. */
export const PartiesView = closed({
  applicant: nullable(Type.Unknown()),
  agent: nullable(Type.Unknown()),
  contact: nullable(Type.Unknown()),
  address: nullable(text),
  eDelivery: Type.Boolean(),
  form: nullable(Type.Unknown()),
});

export const CaseView = closed({
  caseId: text,
  caseNo: text,
  seq: Type.Integer(),
  itemCode: text,
  itemName: text,
  departmentId: text,
  departmentName: text,
  regionCode: text,
  definition: Type.String({ description: '流程版本的 SHA-256' }),
  branch: nullable(text),
  status: Type.Enum(['open', 'closed']),
  result: nullable(text),
  resultTitle: nullable(text),
  channel: text,
  receivedOn: day,
  countsFrom: nullable(Type.String({ description: '办公时间以外提交的，起算的工作日；否则为 null' })),
  /** The applicant asked online to withdraw; what was said is for who handles the case. */
  withdrawalAsked: nullable(closed({ on: text, statement: nullable(text) })),
  identity: nullable(
    Type.Enum(['unverified', 'verified'], { description: '申请人网上自行申报的，身份是否已经核验；其他为 null' }),
  ),
  filedAt: Instant,
  acceptedOn: nullable(day),
  silence: nullable(
    closed({
      state: Type.Enum(['reached', 'accepted'], { description: '待首席代表核实，或者已视为受理' }),
      dueOn: Type.String({ description: '受理告知期限的最后一日' }),
    }),
  ),
  supplement: nullable(SupplementView),
  deferral: nullable(DeferralView),
  deferralTerms: nullable(DeferralTerms),
  undertaking: nullable(UndertakingView),
  revocation: nullable(RevocationView),
  decidedOn: nullable(day),
  closedAt: nullable(Instant),
  certificateNo: nullable(text),
  ...ToldDue.properties,
  today: Type.String({ description: '计算所依据的日期（演练时为业务日期）' }),
  masked: Type.Boolean({ description: '个人信息是否已掩码' }),
  parties: PartiesView,
  materials: Type.Array(
    closed({
      id: text,
      title: text,
      need: text,
      replaceable: Type.Boolean({ description: '可以由申请人的书面承诺替代' }),
      received: Type.Boolean(),
      shared: Type.Boolean({ description: '由政务数据共享获取，不要求申请人提供' }),
      hasFile: Type.Boolean({ description: '有有效文件；不办理该办件的人员看到 false' }),
      undertaking: nullable(
        Type.Enum(['unchecked', ...keysOf(checkResults)], { description: '替代该证明的书面承诺及其核查结果' }),
      ),
      sha256: nullable(text),
    }),
  ),
  steps: Type.Array(StepView),
  clocks: Type.Array(ClockView),
  warnings: Type.Array(WarningView),
  extension: nullable(
    closed({
      state: Type.Enum(['requested', 'approved', 'declined', 'fallen']),
      count: Type.Integer(),
      unit: text,
      requestedBy: text,
    }),
  ),
  asked: Type.Array(AskedView, { description: '等待批准的申请' }),
  allowed: Type.Array(AllowedView),
});

/** A fact of the case: the sentence people read, and for auditors the fact itself. */
const factShown = {
  seq: Type.Integer(),
  at: Instant,
  recordedAt: Instant,
  type: text,
  title: text,
  sentence: Said,
  stepId: nullable(text),
  stepTitle: nullable(text),
  fact: Type.Unknown({ description: '办理记录原文；文字为摘要，无权查看文字的人员看不到摘要' }),
  texts: Type.Record(Type.String(), Type.String(), { description: '摘要对应的文字' }),
  hash: text,
};

/** One act of a person, or what time caused on one day: read by its leading fact, with what followed from it under it. */
export const TimelineEntry = closed({
  ...factShown,
  actorId: nullable(text),
  actorName: nullable(text),
  opId: text,
  under: Type.Array(closed(factShown), { description: '由此产生的其他记录，按记录先后' }),
});

export const ExplainedDay = closed({
  date: day,
  weekday: Type.Integer(),
  kind: Type.String({ description: '对该时限而言：起算、计入、不计入时限、顺延等' }),
  day: Type.String({ description: '日历上的性质：工作日、周末、节假日、调休上班' }),
  total: Type.Integer(),
  name: Type.Optional(text),
  notice: Type.Optional(text),
  stop: Type.Optional(closed({ step: text, article: Type.Optional(text) })),
  due: Type.Optional(Type.Literal(true)),
});

export const ExplainView = closed({
  dueOn: nullable(day),
  provisional: Type.Boolean(),
  sentence: text,
  rows: Type.Array(ExplainedDay),
});
