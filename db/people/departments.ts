import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';

export interface Region {
  /** GB/T 2260, six digits. */
  readonly code: string;
  readonly name: string;
}

export interface Department {
  readonly id: string;
  /** 统一社会信用代码. */
  readonly uscc: string;
  readonly name: string;
  readonly regionCode: string;
  readonly kind: 'department' | 'supervision';
}

/** All regions in the order of their codes. */
export async function listRegions(db: Queryable): Promise<Region[]> {
  return run<Region>(db, { name: 'region-list', text: 'SELECT code, name FROM region ORDER BY code' }, []);
}

/** All departments in the order of region and id. */
export async function listDepartments(db: Queryable): Promise<Department[]> {
  const text = `SELECT id, uscc, name, region_code AS "regionCode", kind FROM department ORDER BY region_code, id`;
  return run<Department>(db, { name: 'department-list', text }, []);
}

/** Whether there is such a department. */
export async function hasDepartment(db: Queryable, id: string): Promise<boolean> {
  return (await run(db, { name: 'department-has', text: 'SELECT 1 FROM department WHERE id = $1' }, [id])).length > 0;
}

/** The region of a department; null when there is none such. */
export async function regionOf(db: Queryable, id: string): Promise<string | null> {
  const text = 'SELECT region_code AS "regionCode" FROM department WHERE id = $1';
  const [found] = await run<{ regionCode: string }>(db, { name: 'department-region', text }, [id]);
  return found?.regionCode ?? null;
}

/** Adds a region. Code: already-exists. */
export async function addRegion(db: Queryable, { code, name }: Region): Promise<Region | Refusal<'already-exists'>> {
  const text = 'INSERT INTO region (code, name) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING code, name';
  const [added] = await run<Region>(db, { name: 'region-add', text }, [code, name]);
  return added ?? refuse('already-exists', `expected a new region, but ${code} is there already`);
}

const addOne = {
  name: 'department-add',
  text: `INSERT INTO department (id, uscc, name, region_code, kind)
    SELECT $1, $2, $3, r.code, $5 FROM region r WHERE r.code = $4 ON CONFLICT DO NOTHING RETURNING id`,
};

/** Adds a department. Codes: already-exists (its id or its 统一社会信用代码), not-found (its region). */
export async function addDepartment(
  db: Queryable,
  o: Department,
): Promise<Department | Refusal<'already-exists' | 'not-found'>> {
  const added = await run(db, addOne, [o.id, o.uscc, o.name, o.regionCode, o.kind]);
  if (added.length > 0) return o;
  const region = await run(db, { name: 'region-has', text: 'SELECT 1 FROM region WHERE code = $1' }, [o.regionCode]);
  return region.length > 0
    ? refuse('already-exists', `expected a new department, but ${o.id} or its code ${o.uscc} is there already`)
    : refuse('not-found', `expected a region ${o.regionCode}, but there is none`);
}

/** Writes regions that are new or renamed (seed). */
export async function upsertRegions(db: Queryable, regions: readonly Region[]): Promise<void> {
  const text = `INSERT INTO region (code, name) SELECT * FROM unnest($1::text[], $2::text[])
    ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE region.name <> excluded.name`;
  await db.query(text, [regions.map(({ code }) => code), regions.map(({ name }) => name)]);
}

/** Writes departments that are new or renamed (seed). A department keeps its region and kind: cases carry them. */
export async function upsertDepartments(db: Queryable, departments: readonly Department[]): Promise<void> {
  const text = `INSERT INTO department (id, uscc, name, region_code, kind)
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, uscc = excluded.uscc
    WHERE (department.name, department.uscc) IS DISTINCT FROM (excluded.name, excluded.uscc)`;
  const column = (key: keyof Department) => departments.map((one) => one[key]);
  await db.query(text, [column('id'), column('uscc'), column('name'), column('regionCode'), column('kind')]);
}
