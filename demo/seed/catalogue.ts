import { hash } from '@node-rs/argon2';
import type { Db } from '../../db/client.ts';
import { upsertDepartments, upsertRegions } from '../../db/people/departments.ts';
import { createToken } from '../../db/people/tokens.ts';
import { createUser, findByLogin } from '../../db/people/users.ts';
import { itemSeeds } from '../../db/seed/items/index.ts';
import { demoPassword, people, personAt } from '../../db/seed/people.ts';
import type { PersonSeed } from '../../db/seed/people.ts';
import { departments, regions } from '../../db/seed/regions.ts';
import type { Role } from '../../domain/people/roles.ts';
import { withToken } from '../api-client.ts';
import type { ApiUser } from '../api-client.ts';

/** Makes the demo regions, departments and people where they are missing. Accounts are no cases: they have no orders. */
export async function addPeople(db: Db): Promise<void> {
  await upsertRegions(db, regions);
  await upsertDepartments(db, departments);
  const passwordHash = await hash(demoPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  for (const person of people) {
    if (await findByLogin(db, person.login)) continue;
    const { id, login, name, posts } = person;
    await createUser(db, { id, login, name, passwordHash, posts });
  }
}

/** Demo people at the API by role and department, each with a token that ends with the day. */
export interface Staff {
  readonly as: (role: Role, departmentId: string) => Promise<ApiUser>;
}

/** Signs demo people in without passwords: a token of one day each, made when first needed. */
export function staffAt(db: Db, base: string, now: number): Staff {
  const users = new Map<string, Promise<ApiUser>>();
  return {
    as: (role, departmentId) => {
      const person = personAt(role, departmentId);
      const known = users.get(person.id) ?? tokenOf(db, person, now).then((token) => withToken(base, token));
      users.set(person.id, known);
      return known;
    },
  };
}

async function tokenOf(db: Db, person: PersonSeed, now: number): Promise<string> {
  const made = await createToken(db, { userId: person.id, title: '演示数据', expiresAt: now + 86_400_000 });
  return made.token;
}

/** Adds the demo items and publishes their flows: drafted by the department, published by the catalogue. */
export async function publishItems(staff: Staff): Promise<void> {
  const catalogue = await staff.as('catalogueAdmin', 'ln-biz');
  for (const { item, definition } of itemSeeds) {
    const present = await catalogue.send('GET', `/items/${item.code}`);
    if (present.status === 404) await catalogue.post('/items', item);
    if (present.status === 200 && present.body['flow'] !== null) continue;
    const drafter = await staff.as('departmentAdmin', item.departmentId);
    const draft = await drafter.post(`/items/${item.code}/flows`, { definition });
    await drafter.post(`/flows/${String(draft['id'])}/check`);
    await catalogue.post(`/flows/${String(draft['id'])}/publish`);
  }
}
