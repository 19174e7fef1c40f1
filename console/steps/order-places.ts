import type { OrderBody } from '../../contract/orders.ts';

/**
 * Where an order stands on the case page: `form` among the forms of its step or case, `head` at the head of its step as what moves the task
 * between people, `claim` the same for who takes it and goes on, `foot` with the question that it answers, `beside` the work: for who only
 * looks on, `above` among the forms of who may give it, told to who has the work as somebody else's.
 */
type Place = 'form' | 'head' | 'claim' | 'foot' | 'beside' | 'above';

const places: Readonly<Record<OrderBody['type'], Place>> = {
  verifyIdentity: 'form',
  checkIn: 'form',
  passToDepartment: 'form',
  signForMaterials: 'form',
  returnToWindow: 'form',
  accept: 'form',
  acceptUndertaking: 'form',
  refuseAcceptance: 'above',
  answerNotNeeded: 'form',
  askSupplement: 'form',
  receiveSupplement: 'form',
  declareSupplied: 'form',
  correctOnSpot: 'form',
  lapseSupplement: 'form',
  proposeRefusal: 'form',
  returnProposal: 'foot',
  deferMaterials: 'form',
  replaceCertificates: 'form',
  finishReview: 'form',
  requestUntimedStep: 'form',
  approveUntimedStep: 'foot',
  declineUntimedStep: 'foot',
  recordNotice: 'form',
  startUntimedStep: 'form',
  finishExpertReview: 'form',
  finishInspection: 'form',
  tellHearingRight: 'form',
  callHearing: 'form',
  announceHearing: 'form',
  finishHearing: 'form',
  waiveHearing: 'form',
  makeDecision: 'form',
  issueCertificate: 'form',
  deliver: 'form',
  tellToCollect: 'form',
  sendByPost: 'form',
  postReturned: 'form',
  serveFailed: 'form',
  announce: 'form',
  finishAfterCheck: 'form',
  claimTask: 'claim',
  releaseTask: 'head',
  handOverTask: 'head',
  reassignTask: 'head',
  confirmSilence: 'foot',
  receiveMaterials: 'form',
  lapseDeferral: 'form',
  checkCertificates: 'form',
  withdraw: 'form',
  requestExtension: 'form',
  approveExtension: 'foot',
  declineExtension: 'foot',
  changeContact: 'form',
  tellInterested: 'form',
  receiveStatement: 'form',
  answerStatement: 'form',
  correctDocument: 'form',
  proposeRevocation: 'form',
  declineRevocation: 'form',
  revokeGrant: 'foot',
  serveRevocation: 'foot',
  recordSuperiorRevocation: 'form',
  acknowledge: 'form',
  remind: 'beside',
};

/** Where an order stands on the case page; one that is none of ours stands among the forms. */
export function placeOf(order: string): Place {
  return (places as Partial<Record<string, Place>>)[order] ?? 'form';
}
