import { nameOf } from '../case/party-words.ts';
import type { CaseData } from '../steps/case-data.ts';
import type { Receipt } from './receipt-store.ts';

/** The receipt of a case that was filed in another session: all but its query code, which nobody can see again. */
export function receiptOf(view: CaseData): Receipt {
  const { caseId, caseNo, itemName, departmentName, receivedOn, parties, materials } = view;
  return {
    caseId,
    caseNo,
    queryCode: null,
    itemName,
    departmentName,
    applicant: nameOf(parties.applicant),
    receivedOn,
    materials: materials.filter(({ received }) => received).map(({ title }) => title),
    clerk: null,
  };
}
