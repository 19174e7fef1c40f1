import { developerQualification } from '../../db/seed/items/developer-qualification.ts';
import { waterAbstraction } from '../../db/seed/items/water-abstraction.ts';
import type { ItemSeed } from '../../db/seed/items/item-seed.ts';
import { addDays } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { draftHeader } from '../../contract/draft-header.ts';
import { ticketHeader } from '../../contract/file-ticket.ts';
import type { ApiUser } from '../api-client.ts';
import { stableKey } from '../api-client.ts';
import { forms } from './filings.ts';

/** A case that an applicant without an account files online; it waits for the window. */
export interface OnlineCase {
  readonly seed: ItemSeed;
  readonly form: Record<string, unknown>;
  /** How many working days ago it was filed, or on the last day off. */
  readonly filed: number | 'dayOff';
  /** The phone of the applicant, by which the case is known again; each has its own. */
  readonly phone: string;
  /** What the applicant says when asking to withdraw, right after filing. */
  readonly withdrawal?: string;
}

/** Filed online: its identity to be verified, received on a day off, and to be withdrawn. */
export const onlineCases: readonly OnlineCase[] = [
  { seed: waterAbstraction, form: forms.water('surface'), filed: 2, phone: '13900019001' },
  { seed: developerQualification, form: forms.developer(), filed: 'dayOff', phone: '13900019002' },
  {
    seed: waterAbstraction,
    form: forms.water('surface'),
    filed: 3,
    phone: '13900019003',
    withdrawal: '项目选址调整，申请撤回本次申请。',
  },
];

/** When it is filed: before which working day of the span its day comes, or on it. */
export function filedOn(
  { filed }: OnlineCase,
  days: readonly CivilDate[],
): { readonly index: number; readonly on: CivilDate } {
  const before = days.map((day) => addDays(day, -1));
  const index =
    filed === 'dayOff'
      ? days.findLastIndex((_day, at) => at > 0 && days[at - 1] !== before[at])
      : days.length - 1 - filed;
  const on = (filed === 'dayOff' ? before : days)[index];
  if (on === undefined) throw new Error(`expected a span with day ${index}, but it has ${days.length}`);
  return { index, on };
}

/** What the applicant types. */
export function onlineContent({ phone, form }: OnlineCase): Record<string, unknown> {
  return {
    applicant: { kind: 'organisation', name: '沈阳沈水实业有限公司', idType: 'uscc', idNo: '91210100MA0D3M0138' },
    agent: null,
    contact: { name: '沈经理', phone },
    address: '沈阳市沈河区青年大街1号',
    eDelivery: true,
    reuse: true,
    form,
  };
}

/** Files it as its applicant does: a draft, what is typed, submitted; asks to withdraw where it is told to. */
export async function fileOnline(anybody: ApiUser, online: OnlineCase): Promise<void> {
  const { draft } = await anybody.post('/drafts', { itemCode: online.seed.item.code });
  const headers = { [draftHeader]: String(draft) };
  const saved = await insist(
    anybody.send('PUT', '/drafts/mine', onlineContent(online), { ...headers, 'if-match': '"v1"' }),
  );
  const { caseNo, queryCode: code } = await insist(
    anybody.send('POST', '/drafts/mine/submission', undefined, {
      ...headers,
      'if-match': `"v${String(saved['revision'])}"`,
    }),
  );
  if (online.withdrawal === undefined) return;
  const { ticket } = await anybody.post('/lookup/files', { caseNo, code });
  const body = { type: 'askWithdrawal', statement: online.withdrawal };
  const key = stableKey('seed', online.phone, 'withdrawal');
  await insist(
    anybody.send('POST', '/lookup/orders', body, { [ticketHeader]: String(ticket), 'idempotency-key': key }),
  );
}

async function insist(answer: ReturnType<ApiUser['send']>): Promise<Record<string, unknown>> {
  const { status, body, text } = await answer;
  if (status >= 300 || status === 202)
    throw new Error(`expected an online filing of the demo, but got ${status} ${text}`);
  return body;
}
