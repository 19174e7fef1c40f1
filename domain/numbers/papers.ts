import type { Order, OrderOf, OrderType } from '../case/acts/index.ts';
import type { FactBody } from '../case/facts/index.ts';
import type { World } from '../case/state.ts';
import { documentOf, ownNumber } from '../documents/compose.ts';
import type { DocumentKind } from '../documents/kind-names.ts';

type Bearing<O> = O extends { readonly documentNo: string } | { readonly certificateNo: string } ? O : never;

/** The document of 证明事项承诺 is the applicant's own undertaking: the agency issues no paper and gives it no number. */
type NotOurs = 'replaceCertificates';
/** An order that issues a document with a number of the agency. */
export type NumberedType = Exclude<Bearing<Order>['type'], NotOurs>;
export type NumberedOrder = OrderOf<NumberedType>;
/** The field of such an order that has the number. */
export type NumberField = 'documentNo' | 'certificateNo';

/** The kinds of document that an order can issue; where there are two, the order itself or the plan says which. */
const papers = {
  accept: ['acceptanceNotice'],
  acceptUndertaking: ['acceptanceNotice'],
  refuseAcceptance: ['nonAcceptanceNotice'],
  answerNotNeeded: ['nonAcceptanceNotice'],
  askSupplement: ['supplementNotice'],
  lapseSupplement: ['nonAcceptanceNotice', 'terminationNotice'],
  deferMaterials: ['deferralNotice'],
  lapseDeferral: ['terminationNotice'],
  recordNotice: ['timeNeededNotice'],
  tellInterested: ['statementNotice'],
  tellHearingRight: ['hearingRightNotice'],
  callHearing: ['hearingNotice'],
  announceHearing: ['hearingAnnouncement'],
  approveExtension: ['extensionNotice'],
  makeDecision: ['grantDecision', 'refusalDecision'],
  issueCertificate: ['certificate'],
  correctDocument: ['correctionNotice'],
  revokeGrant: ['revocationDecision'],
} as const satisfies Readonly<Record<NumberedType, readonly DocumentKind[]>>;

/** Whether an order of this type issues a document with a number. */
export function isNumbered(type: OrderType): type is NumberedType {
  return Object.hasOwn(papers, type);
}

/** Whether this order issues a document with a number. */
export function issuesPaper(order: Order): order is NumberedOrder {
  return isNumbered(order.type);
}

/** The kinds of document that orders of a type can issue; none: no paper of the agency. */
export function papersOf(type: OrderType): readonly DocumentKind[] {
  return isNumbered(type) ? papers[type] : [];
}

/** Whether only the plan tells which document an order issues. */
export function needsPlan({ type }: Order): boolean {
  return type === 'lapseSupplement';
}

/** The document that an order issues; `world` of its case is read only where `needsPlan`. */
export function paperOf(order: NumberedOrder, world: World | null): DocumentKind {
  switch (order.type) {
    case 'makeDecision':
      return order.outcome === 'grant' ? 'grantDecision' : 'refusalDecision';
    case 'lapseSupplement':
      return world?.plan.limits.supplement?.lapses === true ? 'terminationNotice' : 'nonAcceptanceNotice';
    default:
      return papers[order.type][0];
  }
}

/** The number that an order brings; empty: the register gives it. */
export function numberIn(order: NumberedOrder): string {
  return order.type === 'issueCertificate' ? order.certificateNo : order.documentNo;
}

/** The field of an order of a type that has the number; null: it issues no document. */
export function numberField(type: OrderType): NumberField | null {
  if (!isNumbered(type)) return null;
  return type === 'issueCertificate' ? 'certificateNo' : 'documentNo';
}

/** The order with a number of the register in it. */
export function withNumber(order: NumberedOrder, text: string): NumberedOrder {
  return order.type === 'issueCertificate' ? { ...order, certificateNo: text } : { ...order, documentNo: text };
}

/** A number as a fact tells it. */
export interface ToldNumber {
  readonly kind: DocumentKind;
  readonly text: string;
}

/** The number that a fact tells, and of which document it is; null: none of ours. */
export function numberTold(body: FactBody): ToldNumber | null {
  const text = ownNumber(body);
  const kind = text === null ? null : documentOf(body);
  return text === null || kind === null ? null : { kind, text };
}
