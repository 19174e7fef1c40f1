import { randomBytes } from 'node:crypto';
import type { BodyOf } from '../contract/routes.ts';
import type { CivilDate } from '../domain/clock/civil-date.ts';
import { canonicalJson } from '../domain/flow/canonical.ts';
import { paperNo } from '../domain/people/papers.ts';
import type { Text } from './gateway/types.ts';
import { keep } from './order-texts.ts';

type Body = BodyOf<'fileCase'>;

/** What equal filings share: item, applicant and form. */
export function likenessOf({ itemCode, applicant, form, despite }: Body) {
  const { name, idType, idNo } = asKept(applicant);
  const words = canonicalJson({ itemCode, name, idType, idNo, form });
  return { words, ...(despite !== undefined && { despite }) };
}

/** A party as it is kept: the number of its paper in the one way it is written. */
function asKept(party: Body['applicant']) {
  return { ...party, idNo: paperNo(party.idType, party.idNo) };
}

/** What a filing brings to the gateway: digests under a new key of its case, and the words behind them. */
export function filingParts(body: Body) {
  const secret = randomBytes(32).toString('hex');
  const applicant = keep(asKept(body.applicant), secret);
  const contact = keep(body.contact, secret);
  const address = keep(body.address, secret);
  const form = keep(body.form, secret);
  const agent = body.agent === null ? null : keep(asKept(body.agent), secret);
  const evidence = body.evidence === undefined ? null : keep(body.evidence, secret);
  const texts: readonly Text[] = [applicant, contact, address, form, agent, evidence].filter((text) => text !== null);
  const filing = {
    channel: body.channel,
    // The schema's format has checked the day.
    receivedOn: body.receivedOn as CivilDate,
    ...(body.queueNo !== undefined && { queueNo: body.queueNo }),
    ...(evidence !== null && { evidence: evidence.digest }),
    applicant: applicant.digest,
    agent: agent?.digest ?? null,
    contact: contact.digest,
    address: address.digest,
    eDelivery: body.eDelivery,
    ...(body.reuse !== undefined && { reuse: body.reuse }),
    form: form.digest,
    materials: body.materials,
  };
  return { itemCode: body.itemCode, filing, form: body.form, texts, secret };
}
