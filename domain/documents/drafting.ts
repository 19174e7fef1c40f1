import type { OrderType } from '../case/acts/index.ts';

/** The orders that make a document: their panel offers a draft. A list of its own, so that the console need not know the documents. */
export const drafting = [
  'passToDepartment',
  'accept',
  'acceptUndertaking',
  'refuseAcceptance',
  'answerNotNeeded',
  'askSupplement',
  'lapseSupplement',
  'deferMaterials',
  'recordNotice',
  'tellInterested',
  'tellHearingRight',
  'callHearing',
  'announceHearing',
  'finishHearing',
  'makeDecision',
  'issueCertificate',
  'deliver',
  'lapseDeferral',
  'withdraw',
  'approveExtension',
  'correctDocument',
  'revokeGrant',
  'serveRevocation',
] as const satisfies readonly OrderType[];
