import { kinds } from '../../steps/index.ts';
import type { TextKind } from '../marks.ts';
import type { Act } from './act.ts';
import { adoptCalendar, advanceClock } from './adoption.ts';
import { askWithdrawal, reportSupplied } from './applicant.ts';
import { endings } from './endings.ts';
import { correctDocument } from './correction.ts';
import { deferMaterials, lapseDeferral } from './deferral.ts';
import { approveExtension, declineExtension, requestExtension } from './extension.ts';
import { announceHearing, callHearing, tellHearingRight } from './hearing.ts';
import { verifyIdentity } from './identity.ts';
import { receiveMaterials } from './materials.ts';
import { acknowledge, remind } from './messages.ts';
import {
  declineRevocation,
  proposeRevocation,
  recordSuperiorRevocation,
  revokeGrant,
  serveRevocation,
} from './revocation.ts';
import { announce, postReturned, sendByPost, serveFailed, tellToCollect } from './serving.ts';
import { confirmSilence } from './silence.ts';
import { passToDepartment, returnToWindow } from './passing.ts';
import { proposeRefusal, returnProposal } from './refusal.ts';
import { answerStatement, receiveStatement, tellInterested } from './statements.ts';
import { askSupplement, correctOnSpot, declareSupplied, lapseSupplement, receiveSupplement } from './supplement.ts';
import { claimTask, handOverTask, reassignTask, releaseTask } from './tasks.ts';
import { checkCertificates, replaceCertificates } from './undertaking.ts';
import {
  approveUntimedStep,
  declineUntimedStep,
  recordNotice,
  requestUntimedStep,
  startUntimedStep,
} from './untimed.ts';
import { changeContact, withdraw } from './whole-case.ts';

/** The registry of orders: one record each, in the order in which screens offer them. */
const registry = {
  verifyIdentity,
  ...endings('intake', kinds.intake),
  passToDepartment,
  ...endings('passing', kinds.passing),
  returnToWindow,
  ...endings('acceptance', kinds.acceptance),
  askSupplement,
  receiveSupplement,
  declareSupplied,
  correctOnSpot,
  lapseSupplement,
  proposeRefusal,
  returnProposal,
  deferMaterials,
  replaceCertificates,
  ...endings('review', kinds.review),
  requestUntimedStep,
  approveUntimedStep,
  declineUntimedStep,
  recordNotice,
  startUntimedStep,
  ...endings('expertReview', kinds.expertReview),
  ...endings('siteInspection', kinds.siteInspection),
  tellHearingRight,
  callHearing,
  announceHearing,
  ...endings('hearing', kinds.hearing),
  ...endings('decision', kinds.decision),
  ...endings('certificate', kinds.certificate),
  ...endings('delivery', kinds.delivery),
  tellToCollect,
  sendByPost,
  postReturned,
  serveFailed,
  announce,
  ...endings('afterCheck', kinds.afterCheck),
  claimTask,
  releaseTask,
  handOverTask,
  reassignTask,
  confirmSilence,
  receiveMaterials,
  lapseDeferral,
  checkCertificates,
  tellInterested,
  receiveStatement,
  answerStatement,
  withdraw,
  requestExtension,
  approveExtension,
  declineExtension,
  changeContact,
  correctDocument,
  proposeRevocation,
  declineRevocation,
  revokeGrant,
  serveRevocation,
  recordSuperiorRevocation,
  acknowledge,
  remind,
  reportSupplied,
  askWithdrawal,
  advanceClock,
  adoptCalendar,
};

type OrderIn<A> = A extends Act<infer O> ? O : never;

export type OrderType = keyof typeof registry;
/** Every order a person (or the API for them) can give to a case. Words and names are digests of texts, people are ids. */
export type Order = { [T in OrderType]: OrderIn<(typeof registry)[T]> }[OrderType];
/** As a mapped type, so that a record and an order of one type T fit each other. */
export type OrderOf<T extends OrderType = OrderType> = { [K in T]: Extract<Order, { type: K }> }[T];

type Acts = { readonly [T in OrderType]: Act<OrderOf<T>> };
type Misnamed = { [T in OrderType]: OrderIn<(typeof registry)[T]>['type'] extends T ? never : T }[OrderType];

/** Orders of a step kind that are not spread above. */
type Forgotten = Exclude<NamesOf<(typeof kinds)[keyof typeof kinds]['endings']>, OrderType>;
type NamesOf<R> = R extends unknown ? keyof R : never;

/** What nothing is: the compiler names the keys in its complaint. */
type Named<A extends string, B extends string> = { readonly [T in A | B]: never };

/** Each record by the type of its own order: one under another's name, or a kind's that is left out, does not compile. */
export const acts: [Misnamed, Forgotten] extends [never, never] ? Acts : Named<Misnamed, Forgotten> = registry;
export const orderTypes = Object.keys(registry) as readonly OrderType[];

/** Orders by which one person asks another for an approval. */
export const approvable = [
  'requestUntimedStep',
  'requestExtension',
  'proposeRevocation',
] as const satisfies readonly OrderType[];

/** Which fields of an order are free text: the API keeps the words under their digest and sends the digest. */
export function textFields(type: OrderType): ReadonlyMap<string, TextKind> {
  return new Map(Object.entries<TextKind>(acts[type].texts));
}

/** Which fields of an order name people of the directory. */
export function peopleFields(type: OrderType): readonly string[] {
  return Object.keys(acts[type].people);
}

/** The Chinese word of an order. */
export function orderTitle(type: OrderType): string {
  return acts[type].title.zh;
}
