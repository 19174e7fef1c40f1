import { toldDueOn } from '../../case/clocks.ts';
import type { FactOf } from '../../case/facts/index.ts';
import type { CivilDate } from '../../clock/civil-date.ts';
import { stepsOf } from '../../flow/blocks.ts';
import { countsFromWords } from '../../flow/definition.ts';
import { readDay } from '../../words/day.ts';
import type { Block } from '../content.ts';
import { documentKind } from '../document-kind.ts';
import { caseInWords, dayOrNull, limitText, paragraph, xkf, you } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';

type Body = FactOf<'CaseAccepted' | 'AcceptedAfterSupplement' | 'AcceptanceNoticeIssued' | 'AcceptedOnUndertaking'>;

/** 受理通知书: from which day the case is accepted, and by which day it is decided. */
export const acceptanceNotice = documentKind({
  basis: `${xkf}第三十二条`,
  seal: 'acceptance',
  drafts: ['accept', 'acceptUndertaking'],
  facts: ['CaseAccepted', 'AcceptedAfterSupplement', 'AcceptanceNoticeIssued', 'AcceptedOnUndertaking'],
  ofGuide: ['complaints'],
  on: ({ on }) => on,
  wanted: (body, source) => {
    const { statutory, promised } = source.world.plan.limits;
    return {
      acceptedOn: readDay(acceptedOn(body)),
      statutory: limitText(statutory),
      promised: limitText(promised),
      dueOn: dayOrNull(toldDueOn(source.world, source.state).dueOn),
    };
  },
  write: (body, { statutory, promised, dueOn }, source) => [
    paragraph(`${caseInWords(source)}收悉。${groundOf(body, source)}`),
    ...undertaken(body),
    paragraph(
      `本事项法定办结时限为${statutory}，本机关承诺办结时限为${promised}，均自${countedFrom(source)}的次日起计算。应办结日期为${dueOn}${provisional(source)}。`,
    ),
    ...excluded(source),
    ...deferred(source),
  ],
});

function countedFrom({ world }: DocumentSource): string {
  return countsFromWords[world.plan.limits.countsFrom ?? 'acceptance'].zh;
}

function acceptedOn(body: Body): CivilDate {
  return body.type === 'CaseAccepted' ? body.on : body.acceptedOn;
}

function groundOf(body: Body, source: DocumentSource): string {
  const day = readDay(acceptedOn(body));
  switch (body.type) {
    case 'CaseAccepted':
      return `经审查，申请事项属于本机关职权范围，申请材料齐全、符合法定形式。根据${xkf}第三十二条第一款第（五）项的规定，现予受理，受理日期为${day}。`;
    case 'AcceptedAfterSupplement':
      return `经审查，已按照本机关的要求提交全部补正申请材料。根据${xkf}第三十二条第一款第（五）项的规定，现予受理，受理日期为补正材料收齐之日，即${day}。`;
    case 'AcceptanceNoticeIssued':
      return `因本机关未在法定期限内告知，根据${xkf}第三十二条第一款第（四）项的规定，该申请自${arrival(source)}（${day}）起即为受理，现补发书面凭证。`;
    case 'AcceptedOnUndertaking':
      return `经审查，申请事项属于本机关职权范围，可以按照告知承诺方式办理。根据${xkf}第三十二条第一款第（五）项的规定，现予受理，受理日期为${day}。`;
    default:
      return body satisfies never;
  }
}

/** Silence accepts from the arrival of the application, or of what was asked for besides. */
function arrival({ facts }: DocumentSource): string {
  const isSupplied = facts.some(({ body }) => body.type === 'AcceptanceDeemed' && body.supplied === true);
  return isSupplied ? '补正材料收齐之日' : '收到申请材料之日';
}

function undertaken(body: Body): readonly Block[] {
  if (body.type !== 'AcceptedOnUndertaking') return [];
  const { undertakenOn, undertakingNo } = body;
  const given = `${readDay(undertakenOn)}作出的书面承诺（告知承诺书编号：${undertakingNo}）`;
  return [
    paragraph(
      `本机关依据${given}当场作出决定，并在作出决定后进行核查。经核查不符合承诺内容的，依法撤销许可并追究相应责任。`,
    ),
  ];
}

function provisional({ world, state }: DocumentSource): string {
  return toldDueOn(world, state).provisional ? '（所涉年度的节假日安排公布后可能相应调整）' : '';
}

/** XKF 45: what takes time outside the limit is told in writing. Only where the flow has such a procedure. */
function excluded(source: DocumentSource): readonly Block[] {
  const isAny = stepsOf(source.definition).some(({ untimed }) => untimed !== undefined && untimed.stops.length > 0);
  if (!isAny) return [];
  return [
    paragraph(
      `办理中需要进行依法不计入时限的特别程序的，本机关将把所需时间书面告知${you(source)}，应办结日期相应顺延。`,
    ),
  ];
}

function deferred({ state, definition }: DocumentSource): readonly Block[] {
  if (state.deferral === undefined) return [];
  const titles = definition.materials
    .filter(({ id }) => state.deferral?.materials.includes(id))
    .map(({ title }) => title);
  return [paragraph(`下列材料准予容缺后补，补齐前不作出准予许可的决定：${titles.join('、')}。`)];
}
