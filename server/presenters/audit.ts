import type { OkOf } from '../../contract/routes.ts';
import type { AuditRow } from '../../db/views/audit.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { readAudit } from '../../domain/people/audit-words.ts';
import type { AuditBook } from '../../domain/people/audit-words.ts';
import { auditKinds } from '../../domain/people/audit.ts';
import type { Language } from '../../domain/words/said.ts';
import { csvOf } from './csv.ts';

type AuditItem = OkOf<'listAudit'>['items'][number];

/** Names of who did something and of what it was done to. */
export interface AuditNames extends AuditBook {
  account(id: string): { readonly id: string; readonly name: string; readonly login: string } | null;
}

/** An entry as people read it; who is not there any more is shown by id. */
export function presentAudit(row: AuditRow, names: AuditNames, language: Language): AuditItem {
  const { id, at, who, account, subject, kind, details, address } = row;
  const entry = {
    kind,
    details,
    ...(account !== null && { account }),
    ...(subject !== null && { subject }),
  };
  return {
    id,
    at: rfc3339(at),
    kind,
    kindTitle: auditKinds[kind],
    who: who === null ? null : (names.account(who) ?? { id: who, name: who, login: '' }),
    about: readAudit(entry, names, language),
    account,
    subject,
    details: opened(details),
    address,
  };
}

/** The details as the contract types them: lists that may be changed. */
function opened({ homes, before, after, ...rest }: AuditRow['details']): AuditItem['details'] {
  return {
    ...rest,
    ...(homes && { homes: [...homes] }),
    ...(before && { before: [...before] }),
    ...(after && { after: [...after] }),
  };
}

/** The audit as CSV. */
export function auditCsv(items: readonly AuditItem[]): string {
  return csvOf(items, [
    ['时间', ({ at }) => at],
    ['种类', ({ kindTitle }) => kindTitle.zh],
    ['办理人', ({ who }) => who?.name ?? ''],
    ['用户名', ({ who }) => who?.login ?? ''],
    ['对象和内容', ({ about }) => about],
    ['地址', ({ address }) => address ?? ''],
    ['记录编号', ({ id }) => id],
  ]);
}
