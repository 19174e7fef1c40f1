import type { CivilDate } from '../clock/civil-date.ts';
import type { Digest } from '../case/marks.ts';
import type { WordBook } from '../words/book.ts';
import { sayDay } from '../words/day.ts';
import type { Said } from '../words/said.ts';
import { en, quoting, zh } from '../words/sentence.ts';
import { deliveryModes, takers } from './service-proof.ts';
import type { DeliveryMode, ServiceProof } from './service-proof.ts';

/** A service as a fact tells it; before rules 6 only who received it. */
export interface ToldService extends Omit<ServiceProof, 'recipient'> {
  readonly mode: DeliveryMode;
  readonly servedOn: CivilDate;
  readonly recipient?: Digest | null;
}

/** What was served, with day and mode, and what proves it. */
export function servedClauses(what: Said, body: ToldService, book: WordBook): readonly [Said, ...(Said | null)[]] {
  const { mode, servedOn, recipient = null } = body;
  const day = sayDay(servedOn);
  return [
    { zh: zh`${day}${what}，送达方式：${deliveryModes[mode]}`, en: en`${what} on ${day}: ${deliveryModes[mode]}` },
    quoting({ zh: '签收人', en: 'received by' }, book.words(recipient)),
    ...proofClauses(body, book),
  ];
}

/** Words of a proof, by the field; the number of an agent's paper stands in the return of service only. */
const proofLabels = {
  authority: { zh: '授权委托书', en: 'power of attorney' },
  refusedBecause: { zh: '拒收理由', en: 'refused because' },
  witness: { zh: '见证人', en: 'witness' },
  pictures: { zh: '照片或者录像', en: 'pictures' },
  carrier: { zh: '寄递企业', en: 'carrier' },
  trackingNo: { zh: '邮件号码', en: 'tracking number' },
  throughAgency: { zh: '受托机关', en: 'served by' },
  agencyReturn: { zh: '受托机关送达回证', en: 'return of that agency' },
  medium: { zh: '电子送达地址', en: 'sent to' },
} as const satisfies Partial<Record<keyof ServiceProof, Said>>;

function proofClauses(body: ToldService, book: WordBook): readonly (Said | null)[] {
  const { takenBy, sentOn } = body;
  const taken = takenBy === undefined ? null : { zh: takers[takenBy].zh, en: `taken by: ${takers[takenBy].en}` };
  const sent = sentOn === undefined ? null : sayDay(sentOn);
  const words = Object.entries(proofLabels).map(([field, label]) =>
    quoting(label, book.words(body[field as keyof typeof proofLabels] ?? null)),
  );
  return [taken, sent && { zh: zh`${sent}交寄`, en: en`sent on ${sent}` }, ...words];
}
