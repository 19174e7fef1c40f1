import type { Fact, FactBody } from '../case/facts/index.ts';
import { civilDateOf } from '../clock/civil-date.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import type { Said } from '../words/said.ts';
import type { DocumentKind } from './kind-names.ts';

/** What came after a document and bears on it, as whoever checks it is told. */
export const laterNotes = {
  replaced: { zh: '已有新的文书代替', en: 'a later document stands in its place' },
  ended: { zh: '该申请已经终止办理', en: 'the application has ended since' },
  corrected: { zh: '已作更正，应当与更正通知书一并使用', en: 'corrected: to be read with the notice' },
  revoked: { zh: '该许可已被撤销', en: 'the permit was revoked' },
  untrue: {
    zh: '事后核查发现承诺不实，是否撤销许可另行处理',
    en: 'a check found the undertaking untrue; whether the permit is revoked is a matter of its own',
  },
} as const satisfies Readonly<Record<string, Said>>;

/** What happened to a document after it was made, and since when. */
export interface Later {
  readonly note: keyof typeof laterNotes;
  readonly on: CivilDate;
  /** The number of the document that did it, where one did. */
  readonly number: string | null;
}

/** Until the decision they are steps on the way: with the end of the application they come to nothing. A receipt tells what was received, and stays true. */
const onTheWay: readonly DocumentKind[] = [
  'acceptanceNotice',
  'supplementNotice',
  'deferralNotice',
  'timeNeededNotice',
  'statementNotice',
  'hearingRightNotice',
  'hearingNotice',
  'hearingAnnouncement',
  'extensionNotice',
];
const grants: readonly DocumentKind[] = ['grantDecision', 'certificate'];
const revocations: readonly FactBody['type'][] = ['GrantRevoked', 'GrantRevokedAbove'];
const ends: readonly FactBody['type'][] = ['CaseWithdrawn', 'SupplementLapsed', 'DeferralLapsed'];

/** Everything that the journal tells after the fact of a document and that bears on it, in its order; none: nothing does. */
export function laterOf(kind: DocumentKind, of: Fact, journal: readonly Fact[]): readonly Later[] {
  return journal.flatMap((fact): readonly Later[] => {
    const note = fact.seq > of.seq ? noteOf(kind, of, fact.body) : null;
    return note === null ? [] : [{ note, on: dayOf(fact), number: numberIn(fact.body) }];
  });
}

function noteOf(kind: DocumentKind, of: Fact, later: FactBody): Later['note'] | null {
  if (later.type === 'DocumentCorrected' && later.documentSeq === of.seq) return 'corrected';
  if (onTheWay.includes(kind) && ends.includes(later.type)) return 'ended';
  if (grants.includes(kind) && revocations.includes(later.type)) return 'revoked';
  if (grants.includes(kind) && later.type === 'AfterCheckFinished' && later.untrue === true) return 'untrue';
  return isCalledAnew(of.body, later) ? 'replaced' : null;
}

/** A revocation from above has a day of its own, before it was entered. */
function dayOf({ body, at }: Fact): CivilDate {
  return body.type === 'GrantRevokedAbove' ? body.revokedOn : civilDateOf(at);
}

function numberIn(body: FactBody): string | null {
  switch (body.type) {
    case 'DocumentCorrected':
    case 'GrantRevoked':
      return body.documentNo;
    case 'GrantRevokedAbove':
      return body.superiorNo;
    default:
      return null;
  }
}

/** A hearing that is called again has another time, place or presider: what was told or announced of it before holds no more. */
function isCalledAnew(of: FactBody, later: FactBody): boolean {
  const isCall = of.type === 'HearingCalled' || of.type === 'HearingAnnounced';
  return isCall && later.type === 'HearingCalled' && later.stepId === of.stepId;
}
