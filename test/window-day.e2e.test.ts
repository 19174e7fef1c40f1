import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { foodBusinessChange } from '../db/seed/items/food-business-change.ts';
import { foodBusiness } from '../db/seed/items/food-business.ts';
import type { ItemSeed } from '../db/seed/items/item-seed.ts';
import { waterAbstraction } from '../db/seed/items/water-abstraction.ts';
import { demoPassword, personAt } from '../db/seed/people.ts';
import { signIn } from '../demo/api-client.ts';
import type { ApiUser } from '../demo/api-client.ts';
import { startCopy } from '../demo/copy.ts';
import type { Copy } from '../demo/copy.ts';
import { granted, inspected, notCompetent, opening, reviewed, supplied } from '../demo/seed/courses.ts';
import type { Act, CaseFile } from '../demo/seed/courses.ts';
import { filingBody, forms } from '../demo/seed/filings.ts';
import { correctedOnSpot, supplementAsked, supplementLapsed, supplementReceived } from '../demo/seed/window.ts';
import type { CaseView } from '../contract/case-view.ts';
import type { Static } from 'typebox';
import type { Role } from '../domain/people/roles.ts';
import { addDays } from '../domain/clock/civil-date.ts';
import type { CivilDate } from '../domain/clock/civil-date.ts';
import { passwords } from './support/database.ts';
import { sharedServers } from './support/shared-servers.ts';
import { until } from './support/until.ts';

type View = Static<typeof CaseView>;

let there: Copy;
let admin: ApiUser;
const signedIn = new Map<string, Promise<ApiUser>>();
beforeAll(async () => {
  there = await startCopy({ log: () => undefined, servers: { ...sharedServers(), passwords } });
  admin = await as('systemAdmin', 'ln-biz');
});
afterAll(async () => there?.destroy());

async function as(role: Role, departmentId: string): Promise<ApiUser> {
  const { login } = personAt(role, departmentId);
  const known = signedIn.get(login) ?? signIn(there.url, login, demoPassword);
  signedIn.set(login, known);
  return known;
}

const today = async () => String((await admin.get('/business-clock'))['today']) as CivilDate;
/** The n-th working day after a day, as the product's own calculator of clocks says, which its own tests prove. */
async function workdaysAfter(day: string, count: number): Promise<CivilDate> {
  const body = { id: 1, startedOn: day, limit: { count, unit: 'workday' }, today: day };
  return String((await admin.post('/clock/reckon', body))['dueOn']) as CivilDate;
}
const goTo = async (day: string) => admin.post('/business-clock/advance', { to: day });

let last = 500;
/** A case of the day: who files it how, and its acts. */
async function file(seed: ItemSeed, form: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<Case> {
  last += 1;
  const { departmentId } = seed.item;
  const without = (more['without'] as readonly string[] | undefined) ?? [];
  const body = filingBody(seed, { index: last, receivedOn: await today(), form, without });
  const { without: _, ...changed } = more;
  const clerk = await as('windowClerk', departmentId);
  const filed = await clerk.post('/cases', { ...body, channel: 'window', ...changed }, randomUUID());
  const id = String(filed['caseId']);
  const give = async (...acts: readonly Act[]) => {
    for (const { role, order } of acts) {
      const user = await as(role, departmentId);
      await user.post(`/cases/${id}/orders`, order(await today()), randomUUID());
    }
  };
  const view = async () => (await clerk.get(`/cases/${id}`)) as unknown as View;
  return { give, view, no: { office: '日', no: last } };
}

interface Case {
  readonly give: (...acts: readonly Act[]) => Promise<void>;
  readonly view: () => Promise<View>;
  readonly no: CaseFile;
}

const water = async (more: Record<string, unknown> = {}) => file(waterAbstraction, forms.water('surface'), more);
const incomplete = { without: ['waterReport'] };
const clockOf = ({ clocks }: View, kind: string) => clocks.findLast((clock) => clock.kind === kind);

it('a day at the window, and the days that follow from it, each on the day that the law says', async () => {
  const day = await today();

  // Complete; corrected on the spot; refused at once.
  const complete = await water();
  await complete.give(...opening(complete.no));
  expect(await complete.view()).toMatchObject({ acceptedOn: day, supplement: null });
  const corrected = await water();
  await corrected.give(correctedOnSpot, ...opening(corrected.no));
  expect(await corrected.view()).toMatchObject({ acceptedOn: day, supplement: null });
  const refused = await water();
  await refused.give(notCompetent(0, refused.no));
  expect(await refused.view()).toMatchObject({ status: 'closed', result: 'notCompetent' });

  // 即办: granted and handed out on the day, each act by who does it alone.
  const onTheSpot = await file(foodBusinessChange, forms.foodChange('浑南面馆'));
  const alone = granted(onTheSpot.no, null).map((act) => ({
    ...act,
    role: act.role === 'approver' ? ('windowLead' as const) : act.role,
  }));
  await onTheSpot.give(...opening(onTheSpot.no), ...alone);
  expect(await onTheSpot.view()).toMatchObject({ status: 'closed', result: 'granted', acceptedOn: day });

  // 容缺: kept, and not kept.
  const later = async () => {
    const one = await file(foodBusiness, forms.food());
    await one.give(...opening(one.no, 'health'));
    expect(clockOf(await one.view(), 'deferral')?.endedOn).toBeNull();
    return one;
  };
  const [kept, unkept] = [await later(), await later()];
  await kept.give(supplied(0, 'health'));
  expect(clockOf(await kept.view(), 'deferral')?.endedOn).toBe(day);

  // Told what is missing: to be supplied in two parts, and never to be supplied.
  const [inParts, never] = [await water(incomplete), await water(incomplete)];
  for (const one of [inParts, never]) await one.give(supplementAsked(one.no));
  const neverBy = clockOf(await never.view(), 'supplement')?.dueOn;
  expect(neverBy).toBe(await workdaysAfter(day, 15));

  // Nobody answers; a notice that was given in time on paper is entered after the limit.
  const silent = await water(incomplete);
  const onPaper = await water({
    ...incomplete,
    receivedOn: addDays(day, -20),
    evidence: '邮戳和收发登记均为该日。',
  });
  await until('the silence to be seen', async () => (await onPaper.view()).silence?.state === 'reached');
  const told = supplementAsked(onPaper.no);
  const servedOn = await workdaysAfter(addDays(day, -20), 1);
  const proof = { servedOn, evidence: '申请人签收的送达回证存档。' };
  await onPaper.give({ ...told, order: (on) => ({ ...told.order(on), ...proof }) });
  expect(await onPaper.view()).toMatchObject({ silence: null, acceptedOn: null });

  // The parts come on two days; accepted on the third from the day of the second.
  const [first, second, third] = [
    await workdaysAfter(day, 1),
    await workdaysAfter(day, 2),
    await workdaysAfter(day, 3),
  ];
  await goTo(first);
  await inParts.give(supplementReceived(0, 'report'));
  await goTo(second);
  const rest2 = supplementReceived(0, 'both');
  await inParts.give({
    ...rest2,
    order: (on) => ({ ...rest2.order(on), arrived: [{ kind: 'field', id: 'discharge' }] }),
  });
  await goTo(third);
  await inParts.give(...opening(inParts.no));
  expect(await inParts.view()).toMatchObject({ acceptedOn: second });

  // The limit of 容缺 passes, then that of the answer, then that of the supplement.
  const unkeptBy = clockOf(await unkept.view(), 'deferral')?.dueOn ?? '';
  await goTo(await workdaysAfter(unkeptBy, 1));
  await unkept.give(
    reviewed(0, 'caseOfficer', 'review', 'complete'),
    inspected(0, foodBusiness.item.departmentId, 'siteInspection', 'qualified'),
    reviewed(0, 'reviewer', 'audit', 'approve'),
  );
  await expect(unkept.give(...granted(unkept.no, null))).rejects.toThrow(/"code":"materials-missing"/);

  const answerBy = await workdaysAfter(day, 5);
  // At the very instant: recorded later it would wait for the lead.
  await goTo(addDays(answerBy, 1));
  await until('the acceptance by silence', async () => (await silent.view()).acceptedOn !== null);
  const accepted = await silent.view();
  expect(accepted.acceptedOn).toBe(day);
  expect(clockOf(accepted, 'promised')).toMatchObject({ startedOn: day, dueOn: await workdaysAfter(day, 20) });

  await goTo(await workdaysAfter(neverBy ?? '', 1));
  await never.give(supplementLapsed(0, never.no));
  expect(await never.view()).toMatchObject({ status: 'closed', result: 'notSupplied' });
});
