import Type from 'typebox';
import type { Static, TProperties, TSchema } from 'typebox';
import { identityProofs } from '../domain/case/identity-proofs.ts';
import { adoptions } from '../domain/case/stated.ts';
import { checkResults } from '../domain/case/undertaken.ts';
import { deliveryModes, directModes } from '../domain/steps/service-proof.ts';
import type { OrderOf, OrderType } from '../domain/case/acts/index.ts';
import type { WithFiles } from '../domain/case/files-taken.ts';
import type { DigestField } from '../domain/case/marks.ts';
import type { CivilDate } from '../domain/clock/civil-date.ts';
import type { NumberField, NumberedType } from '../domain/numbers/papers.ts';
import {
  AskedItem,
  Contact,
  Counted,
  EndedOn,
  GivenNo,
  Ground,
  ItemRef,
  PassedItem,
  enteredLate,
  people,
  serviceProof,
  undertaking,
} from './order-fields.ts';
import {
  Day,
  DocumentNo,
  Id,
  InstanceId,
  LongText,
  Person,
  ShortText,
  aText,
  closed,
  nullable,
  oneOf,
} from './shapes.ts';
import type { None, Tied, Untied } from './tie.ts';

const stepId = InstanceId;

/** `advanceClock` is given by the route of the business clock only, `adoptCalendar` by the system, the others by the applicant. */
type GivenHere = Exclude<OrderType, 'advanceClock' | 'adoptCalendar' | 'reportSupplied' | 'askWithdrawal'>;

function order<const T extends OrderType, P extends TProperties>(type: T, properties: P) {
  return closed({ type: Type.Literal(type), ...properties });
}

/**
 * One schema an order, with plain words where the machine takes digests: the API keeps the words and sends their digest.
 * `advanceClock`, `adoptCalendar` and those of the applicant (`applicant-orders.ts`) are not here: no person gives them at this door.
 */
export const orderSchemas = {
  checkIn: order('checkIn', { stepId, received: Type.Array(Id, { maxItems: 200, uniqueItems: true }) }),
  passToDepartment: order('passToDepartment', {
    stepId,
    receiver: Person,
    items: Type.Array(PassedItem, {
      maxItems: 200,
      uniqueItems: true,
      description: '移交清单：各项材料的原件、复印件份数，均为零的为电子件',
    }),
  }),
  signForMaterials: order('signForMaterials', { stepId }),
  returnToWindow: order('returnToWindow', { stepId, reason: LongText }),
  accept: order('accept', { stepId, documentNo: GivenNo, ...enteredLate }),
  verifyIdentity: order('verifyIdentity', { proof: oneOf(identityProofs, '身份核验方式'), verifiedOn: Day }),
  acceptUndertaking: order('acceptUndertaking', {
    stepId,
    documentNo: GivenNo,
    undertakingNo: Type.String({ ...DocumentNo, description: '告知承诺书编号' }),
    ...undertaking,
  }),
  refuseAcceptance: order('refuseAcceptance', {
    stepId,
    ground: Type.Optional(Type.Literal('notCompetent', { description: '不填也一样：不受理（无需许可）是另一项操作' })),
    competentAgency: ShortText,
    reasons: LongText,
    remedy: LongText,
    documentNo: GivenNo,
    ...enteredLate,
  }),
  answerNotNeeded: order('answerNotNeeded', {
    stepId,
    reasons: LongText,
    remedy: LongText,
    documentNo: GivenNo,
    ...enteredLate,
  }),
  askSupplement: order('askSupplement', {
    stepId,
    documentNo: GivenNo,
    servedOn: Day,
    received: Type.Optional(
      Type.Array(Id, { maxItems: 200, uniqueItems: true, description: '申请人已交、随告知一并登记的材料' }),
    ),
    asked: Type.Array(AskedItem, { minItems: 1, maxItems: 200, uniqueItems: true }),
    mends: Type.Array(LongText, { minItems: 1, maxItems: 200, description: '如何补正，与补正内容逐项对应' }),
    consequence: LongText,
    evidence: Type.Optional(LongText),
  }),
  receiveSupplement: order('receiveSupplement', {
    stepId,
    arrived: Type.Array(ItemRef, { minItems: 1, maxItems: 200, uniqueItems: true }),
    arrivedOn: Day,
    evidence: Type.Optional(LongText),
  }),
  declareSupplied: order('declareSupplied', { stepId, declaredOn: Day, evidence: Type.Optional(LongText) }),
  correctOnSpot: order('correctOnSpot', {
    stepId,
    corrected: Type.Array(ItemRef, { minItems: 1, maxItems: 200, uniqueItems: true }),
    note: LongText,
  }),
  lapseSupplement: order('lapseSupplement', { stepId, documentNo: GivenNo, reasons: LongText, remedy: LongText }),
  proposeRefusal: order('proposeRefusal', { stepId, competentAgency: ShortText, reason: LongText }),
  returnProposal: order('returnProposal', { stepId, reason: LongText }),
  deferMaterials: order('deferMaterials', {
    stepId,
    deferred: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true, description: '容缺后补的材料' }),
    documentNo: GivenNo,
    ...undertaking,
  }),
  replaceCertificates: order('replaceCertificates', {
    stepId,
    replaced: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true, description: '以承诺替代的证明' }),
    documentNo: DocumentNo,
    ...undertaking,
  }),
  finishReview: order('finishReview', { stepId, outcome: Id, heldOn: Type.Optional(EndedOn), opinion: LongText }),
  requestUntimedStep: order('requestUntimedStep', { stepId, reason: LongText }),
  approveUntimedStep: order('approveUntimedStep', { stepId }),
  declineUntimedStep: order('declineUntimedStep', { stepId, reason: LongText }),
  recordNotice: order('recordNotice', { stepId, documentNo: GivenNo, servedOn: Day }),
  startUntimedStep: order('startUntimedStep', { stepId }),
  finishExpertReview: order('finishExpertReview', {
    stepId,
    outcome: Id,
    heldOn: Type.Optional(EndedOn),
    opinion: LongText,
    experts: Type.Array(ShortText, { maxItems: 50, uniqueItems: true }),
    officials: people('专家中的本系统人员'),
  }),
  finishInspection: order('finishInspection', {
    stepId,
    outcome: Id,
    heldOn: Day,
    inspectors: people('勘验人员'),
    findings: LongText,
  }),
  tellHearingRight: order('tellHearingRight', { stepId, documentNo: GivenNo, servedOn: Day, matter: LongText }),
  callHearing: order('callHearing', {
    stepId,
    documentNo: GivenNo,
    servedOn: Day,
    hearingOn: Day,
    hearingAt: Type.String({
      ...aText,
      pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
      description: '听证开始的时刻，如 09:30',
    }),
    hearingPlace: ShortText,
    presider: Person,
  }),
  announceHearing: order('announceHearing', { stepId, documentNo: GivenNo, announcedOn: Day, announcedIn: ShortText }),
  finishHearing: order('finishHearing', { stepId, outcome: Id, heldOn: Day, presider: Person, record: LongText }),
  waiveHearing: order('waiveHearing', { stepId, waivedOn: Day, statement: LongText }),
  makeDecision: order('makeDecision', {
    stepId,
    outcome: Type.Enum(['grant', 'refuse']),
    documentNo: GivenNo,
    reasons: Type.Optional(LongText),
    remedy: Type.Optional(LongText),
  }),
  issueCertificate: order('issueCertificate', {
    stepId,
    certificateNo: GivenNo,
    validFrom: Day,
    validUntil: nullable(Day),
  }),
  deliver: order('deliver', {
    stepId,
    mode: oneOf(deliveryModes, '送达方式'),
    servedOn: Day,
    ...serviceProof,
  }),
  tellToCollect: order('tellToCollect', {
    stepId,
    toldOn: Day,
    collectAt: ShortText,
    collectBy: Type.Optional(Type.String({ ...Day, description: '请于何日前领取' })),
  }),
  sendByPost: order('sendByPost', { stepId, sentOn: Day, carrier: ShortText, trackingNo: ShortText }),
  postReturned: order('postReturned', { stepId, returnedOn: Day, reason: LongText }),
  serveFailed: order('serveFailed', { stepId, triedOn: Day, reason: LongText }),
  announce: order('announce', { stepId, announcedOn: Day, announcedIn: ShortText }),
  finishAfterCheck: order('finishAfterCheck', { stepId, outcome: Id, heldOn: Day, findings: LongText }),
  claimTask: order('claimTask', { stepId }),
  releaseTask: order('releaseTask', { stepId, reason: LongText }),
  handOverTask: order('handOverTask', { stepId, to: Person, reason: LongText }),
  reassignTask: order('reassignTask', { stepId, to: Person, reason: LongText }),
  confirmSilence: order('confirmSilence', { note: Type.Optional(LongText) }),
  receiveMaterials: order('receiveMaterials', {
    received: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
  }),
  lapseDeferral: order('lapseDeferral', { documentNo: GivenNo, reasons: LongText, remedy: LongText }),
  checkCertificates: order('checkCertificates', {
    checked: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true, description: '所核查的证明' }),
    result: oneOf(checkResults, '核查结果'),
    findings: LongText,
  }),
  tellInterested: order('tellInterested', {
    documentNo: GivenNo,
    servedOn: Day,
    interested: ShortText,
    matter: LongText,
    stateBy: Type.String({ ...Day, description: '陈述、申辩的最后一日' }),
  }),
  receiveStatement: order('receiveStatement', {
    toldNo: Type.Optional(Type.Integer({ ...Counted, description: '何人：告知的序号；申请人的不填' })),
    arrivedOn: Day,
    views: LongText,
  }),
  answerStatement: order('answerStatement', {
    statementNo: Type.Integer({ ...Counted, description: '答复第几份意见' }),
    adopted: oneOf(adoptions, '是否采纳'),
    answer: LongText,
  }),
  withdraw: order('withdraw', { statement: LongText }),
  requestExtension: order('requestExtension', {
    count: Type.Integer({ minimum: 1, maximum: 1000 }),
    reason: LongText,
  }),
  approveExtension: order('approveExtension', { documentNo: GivenNo }),
  declineExtension: order('declineExtension', { reason: LongText }),
  changeContact: order('changeContact', { contact: Contact, address: ShortText, eDelivery: Type.Boolean() }),
  correctDocument: order('correctDocument', {
    documentSeq: Type.Integer({ ...Counted, description: '被更正的文书：所依据的办理记录序号' }),
    wrong: LongText,
    right: LongText,
    basis: Type.String({ ...LongText, description: '更正依据' }),
    documentNo: GivenNo,
  }),
  proposeRevocation: order('proposeRevocation', { ground: Ground, reasons: LongText }),
  declineRevocation: order('declineRevocation', { reason: LongText }),
  revokeGrant: order('revokeGrant', {
    documentNo: GivenNo,
    reasons: LongText,
    heard: Type.String({ ...LongText, description: '被许可人陈述、申辩的情况' }),
    weighed: Type.String({ ...LongText, description: '撤销对公共利益影响的审查' }),
    remedy: LongText,
  }),
  serveRevocation: order('serveRevocation', { mode: oneOf(directModes, '送达方式'), servedOn: Day, ...serviceProof }),
  recordSuperiorRevocation: order('recordSuperiorRevocation', {
    ground: Ground,
    superior: Type.String({ ...ShortText, description: '作出撤销决定的上级行政机关' }),
    superiorNo: Type.String({ ...DocumentNo, description: '上级行政机关撤销决定的文书编号' }),
    revokedOn: Day,
  }),
  acknowledge: order('acknowledge', {
    warningId: Type.String({ minLength: 1, maxLength: 300 }),
    note: Type.Optional(LongText),
  }),
  remind: order('remind', { stepId, note: LongText }),
} satisfies { [T in GivenHere]: TSchema };

/** What a body gives where the machine takes digests: words, or an object of personal data. */
type Words<V> = V extends readonly unknown[] ? readonly string[] : unknown;
/** The marks of the domain are the contract's plain strings. */
type Plain<V> = V extends string ? (string extends V ? string : V extends CivilDate ? string : V) : V;
type BodyOf<O> = { [K in keyof O]: K extends DigestField<O> ? Words<O[K]> : Plain<O[K]> };
/** What the door tells of the case's files. */
type Typed<O> = O extends WithFiles ? Omit<O, keyof WithFiles> : O;
/** The number of an order that issues a document is the register's to give. */
export type BodyFor<O> = O extends { readonly type: NumberedType }
  ? Omit<BodyOf<Typed<O>>, NumberField> & Partial<Pick<BodyOf<Typed<O>>, NumberField & keyof Typed<O>>>
  : BodyOf<Typed<O>>;
/** The orders whose schema asks for what the domain does not know, or leaves out or changes what it needs. */
type Drifted = Untied<{ [T in GivenHere]: Tied<(typeof orderSchemas)[T], BodyFor<OrderOf<T>>> }>;

/** Does not compile while an order drifts: the error names it. */
export type OrderBody =
  | None<Drifted>
  | {
      [T in keyof typeof orderSchemas]: Static<(typeof orderSchemas)[T]>;
    }[keyof typeof orderSchemas];

/** The body of the order door: validated by the schema that its `type` names, so that errors speak of that order only. */
export const OrderBodySchema = Type.Unsafe<OrderBody>({
  type: 'object',
  description: '对办件的一项操作，由 type 指明',
  required: ['type'],
  anyOf: Object.values(orderSchemas),
});
