import { worksFor } from '../../domain/people/can.ts';
import type { Actor } from '../../domain/people/roles.ts';

/** A name for those who do not handle the case: the first character and stars (张**). */
export function maskName(name: string): string {
  const [first = '', ...rest] = name;
  return `${first}${'*'.repeat(Math.min(rest.length, 4))}`;
}

/** A number of a paper: first 3 and last 4 characters stay; a short one is hidden but for its last character. */
export function maskIdNo(idNo: string): string {
  if (idNo.length < 9) return `${'*'.repeat(Math.max(idNo.length - 1, 0))}${idNo.slice(-1)}`;
  return `${idNo.slice(0, 3)}${'*'.repeat(idNo.length - 7)}${idNo.slice(-4)}`;
}

/** A phone number: first 3 and last 4 digits stay. */
export function maskPhone(phone: string): string {
  return maskIdNo(phone);
}

/** A kept text that holds JSON (a party, a contact, a form), opened; plain words stay as they are. */
export function openText(content: string | undefined): unknown {
  if (content === undefined) return null;
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}

/** The name in a kept text of a party, or the text itself when it is a plain name. */
export function nameIn(content: string | null | undefined): string {
  const opened = openText(content ?? undefined);
  if (typeof opened === 'string') return opened;
  if (typeof opened === 'object' && opened !== null && 'name' in opened) return String(opened.name);
  return typeof content === 'string' ? content : '';
}

/** The name of the applicant in a list: whole for who works for the department that handles the case, masked for others. */
export function applicantFor(
  viewer: Actor,
  row: { readonly departmentId: string; readonly applicant: string | null },
): string {
  const name = nameIn(row.applicant);
  return worksFor(viewer, row.departmentId) ? name : maskName(name);
}

/** Masks what an opened party or contact holds: names, numbers, phones. Everything else in it is left out. */
export function maskParty(party: unknown): unknown {
  if (typeof party !== 'object' || party === null) return party === null ? null : maskName(String(party));
  const masked: Record<string, string> = {};
  for (const [key, value] of Object.entries(party)) {
    if (key === 'name') masked[key] = maskName(String(value));
    else if (key === 'idNo') masked[key] = maskIdNo(String(value));
    else if (key === 'phone') masked[key] = maskPhone(String(value));
    else if (key === 'kind' || key === 'idType') masked[key] = String(value);
  }
  return masked;
}
