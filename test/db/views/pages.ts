import { isRefusal } from '../../../db/refusal.ts';
import type { BadCursor, Page } from '../../../db/views/query.ts';
import { canSee } from '../../../domain/people/can.ts';
import type { Actor, Post, Role } from '../../../domain/people/roles.ts';
import { roleNames } from '../../../domain/people/roles.ts';
import { departments, people } from './random-cases.ts';
import type { RandomCases } from './random-cases.ts';

/** Walks a list to its end and gives all its rows in the order they came. */
export async function walk<Row>(page: (cursor: string | undefined) => Promise<Page<Row> | BadCursor>): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const got = await page(cursor);
    if (isRefusal<'bad-cursor'>(got)) throw new Error(got.detail);
    rows.push(...got.items);
    cursor = got.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

/** Wang with the posts given as `role@department`. */
export function actorWith(...posts: readonly `${Role}@${(typeof departments)[number][0]}`[]): Actor {
  return { id: people.wang, posts: posts.map(postOf) };
}

function postOf(text: string): Post {
  const [name, departmentId] = text.split('@');
  const role = roleNames.find((one) => one === name);
  const region = departments.find(([id]) => id === departmentId)?.[1];
  if (role === undefined || departmentId === undefined || region === undefined)
    throw new Error(`expected a post, but got ${text}`);
  return { role, departmentId, regionCode: region };
}

/** Everybody whose lists are compared: one post, several, a region, a region and a post in it, regions in each other, no case. */
export const viewers: Readonly<Record<string, Actor>> = {
  clerk: actorWith('windowClerk@d-heping'),
  'officer of two departments': actorWith('caseOfficer@d-heping', 'approver@d-dalian'),
  'department head': actorWith('deputyHead@d-shenyang'),
  'city supervisor': actorWith('supervisor@s-shenyang'),
  'province supervisor': actorWith('supervisionLead@s-province'),
  'supervisor with a post in the region': actorWith(
    'supervisor@s-shenyang',
    'caseOfficer@d-shenhe',
    'windowClerk@d-shenhe',
  ),
  'supervisor of both': actorWith('supervisor@s-province', 'supervisor@s-shenyang'),
  'catalogue admin': actorWith('catalogueAdmin@d-heping', 'systemAdmin@d-heping'),
};

interface Placed {
  readonly caseId: string;
  readonly departmentId: string;
  readonly regionCode: string;
}

/** Whether a person sees the case of a row, by who was let in to it. */
export function sees(data: RandomCases, actor: Actor, { caseId, regionCode }: Placed): boolean {
  const viewers = data.seen.filter((one) => one.caseId === caseId);
  const of = (kind: string) => viewers.filter((one) => one.kind === kind).map(({ viewer }) => viewer);
  return canSee(actor, { regionCode, departments: of('department'), people: of('person') });
}

/** Whether a row is of a department of the person's posts or of a watched region. */
export function isInScope(actor: Actor, { departmentId, regionCode }: Placed): boolean {
  return canSee(actor, { regionCode, departments: [departmentId], people: [] });
}
