import { dueOnOf } from '../../case/clocks.ts';
import type { Fact, FactBody } from '../../case/facts/index.ts';
import { opinionIn } from '../../case/opinion-facts.ts';
import { adoptions } from '../../case/stated.ts';
import { civilDateOf } from '../../clock/civil-date.ts';
import { readStep, stepBook } from '../../words/clock-title.ts';
import { readDay } from '../../words/day.ts';
import { appliedRows } from '../applied-for.ts';
import type { Block } from '../content.ts';
import { contactOf, partyOf } from '../party.ts';
import { dayOrNull, paragraph } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';
import { orBlank } from './blank.ts';
import { partyRows, toldLast } from './party-rows.ts';
import type { Written } from './written.ts';

/** 审批表: internal, without a seal: what was applied for, and who found what on which day, up to the decision (domain.md 12.2.6). */
export function approvalSheet(source: DocumentSource): Written {
  const isDecided = source.state.decision !== null;
  return {
    isTheirs: false,
    blocks: [
      { type: 'fields', rows: headOf(source) },
      {
        type: 'table',
        columns: [
          { title: '环节', width: 3 },
          { title: '意见', width: 7 },
          { title: '办理人', width: 1 },
          { title: '日期', width: 1 },
          { title: '签字', width: 3 },
        ],
        rows: opinionRows(source),
      },
      paragraph('本表为内部审批记录，不对外送达。'),
      ...(isDecided ? [] : [{ type: 'signature', label: '批准人' } satisfies Block]),
    ],
  };
}

function headOf(source: DocumentSource): readonly (readonly [string, string])[] {
  const { state, definition, book, world } = source;
  const agent = partyOf(state.filing.agent, book);
  const due = (kind: 'statutory' | 'promised') => {
    const clock = state.clocks.find((one) => one.kind === kind);
    return clock === undefined ? null : dayOrNull(dueOnOf(world, clock));
  };
  const days = [
    ['受理日期', dayOrNull(state.acceptedOn)],
    ['法定应办结日期', due('statutory')],
    ['承诺应办结日期', due('promised')],
  ] as const;
  return [
    ['事项名称', definition.title],
    ['办件编号', state.filing.caseNo],
    ...partyRows('申请人', partyOf(state.filing.applicant, book)),
    ['联系电话', orBlank(contactOf(toldLast(source).contact, book).phone)],
    ...(agent === null ? [] : [['代理人', agent.name] as const]),
    ['收件日期', readDay(state.filing.receivedOn)],
    ...days.flatMap(([label, day]) => (day === null ? [] : [[label, day] as const])),
    ...appliedRows(source),
  ];
}

/** What was found, in the order of the facts; nothing after the decision. */
function opinionRows(source: DocumentSource): readonly (readonly string[])[] {
  const decidedAt = source.facts.findIndex(({ body }) => body.type === 'DecisionMade');
  const until = decidedAt === -1 ? source.facts : source.facts.slice(0, decidedAt + 1);
  return until.flatMap((fact) => {
    const said = saidIn(fact.body, source);
    return said === null
      ? []
      : [[said.where, said.words.filter((one) => one !== null).join('；'), nameOf(fact, source), dayOf(fact), '']];
  });
}

function nameOf({ actorId }: Fact, { book }: DocumentSource): string {
  return actorId === null ? '系统' : book.person(actorId).zh;
}

/** The day of the act itself where it was entered later. */
function dayOf({ body, at }: Fact): string {
  if ('heldOn' in body && typeof body.heldOn === 'string') return readDay(body.heldOn);
  return 'on' in body && body.type === 'DecisionMade' ? readDay(body.on) : readDay(civilDateOf(at));
}

interface Said {
  readonly where: string;
  readonly words: readonly (string | null)[];
}

/** What a fact says of the application; null: it is no opinion. */
function saidIn(body: FactBody, { book, definition }: DocumentSource): Said | null {
  const titleOf = (stepId: string) => readStep(stepId, stepBook(definition));
  const opinion = opinionIn(body);
  if (opinion !== null) {
    const { stepId, outcome, words } = opinion;
    return { where: titleOf(stepId), words: [book.outcome(stepId, outcome)?.zh ?? null, book.words(words)] };
  }
  switch (body.type) {
    case 'CaseAccepted':
    case 'AcceptedAfterSupplement':
    case 'AcceptedOnUndertaking':
      return { where: '受理', words: ['予以受理', body.documentNo] };
    case 'HearingWaived':
      return { where: titleOf(body.stepId), words: ['当事人放弃听证', book.words(body.statement)] };
    case 'StatementReceived':
      return {
        where: '听取陈述、申辩',
        words: [body.toldNo === null ? '申请人' : '利害关系人', book.words(body.views)],
      };
    case 'StatementAnswered':
      return { where: '答复陈述、申辩', words: [adoptions[body.adopted].zh, book.words(body.answer)] };
    case 'ExtensionRequested':
      return { where: '申请延长期限', words: [`延长${body.count}日`, book.words(body.reason)] };
    case 'ExtensionApproved':
      return { where: '批准延长期限', words: ['同意延长', body.documentNo] };
    case 'DecisionMade': {
      const decided = body.outcome === 'grant' ? '准予行政许可' : '不予行政许可';
      return { where: '决定', words: [decided, body.documentNo, book.words(body.reasons)] };
    }
    default:
      return null;
  }
}
