import type { Fact, FactBody } from '../case/facts/index.ts';
import { civilDateOf } from '../clock/civil-date.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import type { WordBook } from './book.ts';
import { sayDay } from './day.ts';
import type { Said } from './said.ts';
import { en, zh } from './sentence.ts';

/** What an applicant was told, or what happened to the application that is theirs to know, with its day. */
export interface ApplicantMessage {
  readonly seq: number;
  readonly on: CivilDate;
  readonly text: Said;
}

/**
 * The course of a case in the words of who applied, the latest first: what was answered, asked, stopped, extended, decided and served. No names
 * of officials, no reasons or opinions: those stand in the documents.
 */
export function applicantMessages(facts: readonly Fact[], book: WordBook): readonly ApplicantMessage[] {
  return facts
    .flatMap(({ seq, at, body }) => {
      const said = messageOf(body, book);
      return said === null ? [] : [{ seq, on: said.on ?? civilDateOf(at), text: said.text }];
    })
    .reverse();
}

interface Message {
  /** The day that the fact itself tells; absent: that of the fact. */
  readonly on?: CivilDate;
  readonly text: Said;
}

function messageOf(body: FactBody, book: WordBook): Message | null {
  return beforeAcceptance(body) ?? untilDecision(body, book) ?? untilService(body) ?? afterTheEnd(body, book);
}

function beforeAcceptance(body: FactBody): Message | null {
  switch (body.type) {
    case 'CaseFiled':
      return { on: body.filing.receivedOn, text: { zh: '收到您的申请', en: 'Your application was received' } };
    case 'IdentityVerified':
      return { on: body.verifiedOn, text: { zh: '申请人身份已核验', en: 'Your identity was verified' } };
    case 'SupplementAsked':
      return served(body, { zh: '申请材料补正告知书', en: 'the notice of what to supplement' });
    case 'SupplementReceived':
      return { on: body.on, text: { zh: '收到您补正的材料', en: 'What you supplied was received' } };
    case 'SupplyDeclared':
    case 'SupplyReported':
      return {
        on: body.on,
        text: {
          zh: '您声明补正完毕，受理告知期限自当日起重新计算',
          en: 'You said that all is supplied: the time to answer begins anew',
        },
      };
    case 'MaterialsReceived':
      return { text: { zh: '收到您后补的材料', en: 'What was to come later was received' } };
    case 'CaseAccepted':
    case 'AcceptedAfterSupplement':
    case 'AcceptanceNoticeIssued':
      return served({ ...body, servedOn: body.on }, { zh: '受理通知书', en: 'the notice of acceptance' });
    case 'AcceptedOnUndertaking':
      return { text: { zh: '申请已按告知承诺受理', en: 'Your application was accepted on your undertaking' } };
    case 'MaterialsDeferred':
      return {
        text: {
          zh: '登记您的容缺承诺，所缺材料可以后补',
          en: 'Your undertaking was noted: what is missing may come later',
        },
      };
    case 'AcceptanceDeemed':
      return { text: accepted(sayDay(body.on)) };
    case 'PermitNotNeeded':
      return answered(body, notNeeded);
    case 'AcceptanceRefused':
      return answered(body, body.ground === 'notNeeded' ? notNeeded : notCompetent);
    case 'SupplementLapsed':
    case 'DeferralLapsed':
      return {
        text: { zh: '逾期未补交材料，申请终止', en: 'What was asked did not come in time: the application ended' },
      };
    default:
      return null;
  }
}

const notNeeded = { zh: '所申请的事项不需要取得许可，不受理', en: 'No permit is needed' };
const notCompetent = {
  zh: '申请不予受理，应当向有权机关申请',
  en: 'The application was not accepted: another agency is competent',
};

/** An answer on its day, or on the earlier one on which it was served. */
function answered({ servedOn }: { readonly servedOn?: CivilDate }, text: Said): Message {
  return { text, ...(servedOn !== undefined && { on: servedOn }) };
}

function accepted(day: Said): Said {
  return {
    zh: zh`逾期未告知，申请自${day}起视为受理`,
    en: en`Nobody answered in time: your application counts as accepted from ${day}`,
  };
}

function untilDecision(body: FactBody, book: WordBook): Message | null {
  switch (body.type) {
    case 'NoticeRecorded':
      return served(body, { zh: '特别程序所需时间告知书', en: 'the notice of the time needed' });
    case 'HearingRightTold':
      return served(body, { zh: '听证权利告知书', en: 'the notice of the right to a hearing' });
    case 'HearingCalled':
      return served(body, { zh: '听证通知书', en: 'the notice of the hearing' });
    case 'ClockStopped':
      return { on: body.from, text: stopped(book.clock(body.clock), book.step(body.stepId)) };
    case 'ClockResumed': {
      const clock = book.clock(body.clock);
      return { on: body.to, text: { zh: zh`${clock}恢复计算`, en: en`${clock} runs again` } };
    }
    case 'ExtensionApproved': {
      const no = body.documentNo;
      return {
        text: { zh: zh`办理期限延长，延期告知书：${no}`, en: en`The time to decide was extended, notice ${no}` },
      };
    }
    case 'DecisionMade':
      return body.outcome === 'grant'
        ? { on: body.on, text: { zh: '作出准予许可的决定', en: 'The permit was granted' } }
        : { on: body.on, text: { zh: '作出不予许可的决定', en: 'The permit was refused' } };
    case 'WithdrawalAsked':
      return {
        on: body.on,
        text: { zh: '您申请撤件，待窗口核实', en: 'You asked to withdraw: the window makes sure' },
      };
    case 'CaseWithdrawn':
      return { text: { zh: '申请已撤回，办件终止', en: 'Your application was withdrawn' } };
    default:
      return null;
  }
}

function stopped(clock: Said, step: Said): Said {
  return { zh: zh`进入${step}，${clock}暂停计算`, en: en`${step} began: ${clock} stands` };
}

function untilService(body: FactBody): Message | null {
  switch (body.type) {
    case 'ToldToCollect': {
      const until = body.until === undefined ? null : sayDay(body.until);
      const by = { zh: until === null ? '' : zh`，请于${until}前领取`, en: until === null ? '' : en` by ${until}` };
      return { on: body.on, text: { zh: zh`通知您领取文书${by}`, en: en`You were asked to collect the papers${by}` } };
    }
    case 'Posted':
      return { on: body.on, text: { zh: '文书已交寄', en: 'The papers were posted' } };
    case 'PostReturned':
      return {
        on: body.on,
        text: { zh: '邮件被退回，将以其他方式送达', en: 'The post came back: they are served another way' },
      };
    case 'Announced': {
      const day = sayDay(body.deemedOn);
      return {
        on: body.on,
        text: { zh: zh`公告送达，${day}视为送达`, en: en`Served by announcement, as from ${day}` },
      };
    }
    case 'Delivered':
      return { on: body.servedOn, text: { zh: '文书已送达', en: 'The papers were served' } };
    default:
      return null;
  }
}

function afterTheEnd(body: FactBody, book: WordBook): Message | null {
  switch (body.type) {
    case 'DocumentCorrected': {
      const [document, no] = [book.document(body.documentSeq), body.documentNo];
      return {
        on: body.on,
        text: { zh: zh`更正${document}，更正通知书：${no}`, en: en`Corrected by notice ${no}: ${document}` },
      };
    }
    case 'GrantRevoked':
      return { on: body.on, text: revoked(body.documentNo) };
    case 'RevocationServed':
      return { on: body.servedOn, text: { zh: '撤销行政许可决定书已送达', en: 'The revocation was served' } };
    case 'GrantRevokedAbove':
      return { on: body.revokedOn, text: revoked(body.superiorNo) };
    default:
      return null;
  }
}

function revoked(no: string): Said {
  return { zh: `许可被撤销，撤销行政许可决定书：${no}`, en: `The permit was revoked, decision ${no}` };
}

/** A notice with its day of service. */
function served({ documentNo, servedOn }: { documentNo: string; servedOn: CivilDate }, what: Said): Message {
  return {
    on: servedOn,
    text: { zh: zh`向您送达${what}（${documentNo}）`, en: en`You were served ${what} (${documentNo})` },
  };
}
