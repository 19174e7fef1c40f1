import { dueOnOf } from '../../case/clocks.ts';
import type { ClockState } from '../../case/state.ts';
import { civilDateOf } from '../../clock/civil-date.ts';
import { roles } from '../../people/roles.ts';
import { documentKind } from '../document-kind.ts';
import { caseInWords, dayOrNull, labelled, limitText, paragraph, xkf } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';

/** 延期告知书: by how much, why, approved by whom, and the due date before and after (XKF 42). */
export const extensionNotice = documentKind({
  basis: `${xkf}第四十二条`,
  seal: 'agency',
  drafts: ['approveExtension'],
  facts: ['ExtensionApproved'],
  on: (_body, { fact }) => civilDateOf(fact.at),
  wanted: ({ count }, source) => {
    const clock = statutoryOf(source);
    const approver = source.world.plan.limits.extension?.approver;
    return {
      wasDueOn: clock === null ? null : dayOrNull(dueOnOf(source.world, without(clock, count))),
      dueOn: clock === null ? null : dayOrNull(dueOnOf(source.world, clock)),
      extension: clock === null ? null : limitText({ count, unit: clock.limit.unit }),
      approver: approver === undefined ? null : roles[approver].zh,
      reasons: source.book.words(reasonOf(source)),
    };
  },
  write: (_body, { wasDueOn, dueOn, extension, approver, reasons }, source) => [
    paragraph(`${caseInWords(source)}，本机关已经受理，法定办结时限原应于${wasDueOn}届满。`),
    paragraph(
      `因在法定办结时限内不能作出决定，根据${xkf}第四十二条的规定，经${approver}批准，将办结时限延长${extension}，延长后的应办结日期为${dueOn}。`,
    ),
    ...labelled('延长期限的理由', reasons),
  ],
});

function statutoryOf({ state }: DocumentSource): ClockState | null {
  return state.clocks.find(({ kind }) => kind === 'statutory') ?? null;
}

function without(clock: ClockState, count: number): ClockState {
  return { ...clock, extension: clock.extension - count };
}

/** The reason stands in the request that was approved: the last one before. */
function reasonOf({ facts, fact }: DocumentSource) {
  const asked = facts.findLast(({ seq, body }) => seq < fact.seq && body.type === 'ExtensionRequested');
  return asked?.body.type === 'ExtensionRequested' ? asked.body.reason : null;
}
