import { randomUUID } from 'node:crypto';
import { compileCalendar, nationalCalendar, workdaysAfter } from '../../domain/clock/calendar.ts';
import { toDayNumber } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { isClockError } from '../../domain/clock/clock.ts';
import { demoPassword, personAt } from '../../db/seed/people.ts';
import { keeping, supervising } from '../../domain/people/roles.ts';
import type { Role } from '../../domain/people/roles.ts';
import { signIn } from '../api-client.ts';
import type { ApiUser, Reply } from '../api-client.ts';

/** The people of the story at the API, by role, each signed in once with the demo password. */
export interface Desk {
  readonly as: (role: Role) => Promise<ApiUser>;
  readonly nameOf: (role: Role) => string;
  /** Gives an order and answers whatever the API says. */
  readonly order: (role: Role, caseId: string, body: Record<string, unknown>) => Promise<Reply>;
  readonly today: () => Promise<CivilDate>;
  /** Moves the business clock forward to a civil day; nothing when it is there already. */
  readonly advanceTo: (day: CivilDate) => Promise<void>;
}

const overseers: readonly Role[] = [...supervising, ...keeping];

/** Opens the desk of one department; supervisors and administrators are the province's. */
export function deskOf(base: string, departmentId: string): Desk {
  const users = new Map<Role, Promise<ApiUser>>();
  const personOf = (role: Role) => personAt(role, overseers.includes(role) ? 'ln-biz' : departmentId);
  const as = (role: Role) => {
    const user = users.get(role) ?? signIn(base, personOf(role).login, demoPassword);
    users.set(role, user);
    return user;
  };
  const today = async () => String((await (await as('systemAdmin')).get('/business-clock'))['today']) as CivilDate;
  return {
    as,
    nameOf: (role) => personOf(role).name,
    order: async (role, caseId, body) => {
      const user = await as(role);
      const given = await numbered(user, caseId, body);
      return user.send('POST', `/cases/${caseId}/orders`, given, { 'idempotency-key': randomUUID() });
    },
    today,
    advanceTo: async (day) => {
      const days = toDayNumber(day) - toDayNumber(await today());
      if (days > 0) await (await as('systemAdmin')).post('/business-clock/advance', { days });
    },
  };
}

/** An order without the number that its department's register gives; with it where the department has no pattern. */
async function numbered(
  user: ApiUser,
  caseId: string,
  body: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { documentNo, certificateNo, ...rest } = body;
  if (documentNo === undefined && certificateNo === undefined) return body;
  const { allowed } = (await user.get(`/cases/${caseId}`)) as {
    allowed?: readonly { order: string; numbering?: string }[];
  };
  return allowed?.find(({ order }) => order === body['type'])?.numbering === 'series' ? rest : body;
}

const calendar = compileCalendar(nationalCalendar());

/** The n-th working day after a civil day. */
export function workdayAfter(day: CivilDate, n: number): CivilDate {
  const answer = workdaysAfter(day, n, calendar);
  if (isClockError(answer)) throw new Error(answer.detail);
  return answer;
}
