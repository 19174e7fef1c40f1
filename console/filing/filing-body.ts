import type { BodyOf } from '../../contract/routes.ts';
import type { Material } from '../../domain/flow/definition.ts';
import type { Checklist } from './materials.tsx';

export type FilingBody = BodyOf<'fileCase'>;

/** What the filing form holds: plain data, so that a draft keeps it. */
export interface FilingFields {
  readonly channel: FilingBody['channel'];
  readonly receivedOn: string;
  readonly queueNo?: string | undefined;
  readonly evidence: string | undefined;
  readonly applicant: FilingBody['applicant'];
  readonly hasAgent: boolean;
  readonly agent: NonNullable<FilingBody['agent']> | undefined;
  readonly contact: FilingBody['contact'];
  readonly address: string;
  readonly eDelivery: boolean;
  readonly form: Readonly<Record<string, string | number | boolean | null | undefined>> | undefined;
  readonly materials: Checklist | undefined;
}

/** The body of a filing: blanks around texts and fields left empty are dropped; materials in the order of the item. */
export function filingBody(itemCode: string, fields: FilingFields, materials: readonly Material[]): FilingBody {
  const form: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(fields.form ?? {})) {
    if (value !== undefined && value !== null && value !== '')
      form[key] = typeof value === 'string' ? value.trim() : value;
  }
  const [evidence, queueNo] = [fields.evidence?.trim(), fields.queueNo?.trim()];
  return {
    itemCode,
    channel: fields.channel,
    receivedOn: fields.receivedOn,
    ...(queueNo ? { queueNo } : {}),
    ...(evidence ? { evidence } : {}),
    applicant: partyOf(fields.applicant),
    agent: fields.hasAgent && fields.agent !== undefined ? partyOf(fields.agent) : null,
    contact: { name: fields.contact.name.trim(), phone: fields.contact.phone.trim() },
    address: fields.address.trim(),
    eDelivery: fields.eDelivery === true,
    form,
    materials: materials.map(({ id }) => {
      const kept = fields.materials?.[id];
      return { id, sha256: kept?.sha256 ?? null, received: kept?.received === true };
    }),
  };
}

function partyOf({ kind, name, idType, idNo, phone }: FilingBody['applicant']): FilingBody['applicant'] {
  const number = phone?.trim();
  return { kind, name: name.trim(), idType, idNo: idNo.trim(), ...(number ? { phone: number } : {}) };
}
