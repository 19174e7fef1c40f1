import type { Db } from '../../db/client.ts';
import { checkCondition } from '../../contract/conditions/check.ts';
import { tryConditions } from '../../contract/conditions/try.ts';
import { itemSeeds } from '../../db/seed/items/index.ts';
import { compileCalendar, nationalCalendar } from '../../domain/clock/calendar.ts';
import { parseCivilDate } from '../../domain/clock/civil-date.ts';
import { checkFlow } from '../../domain/flow/gate.ts';

/** Makes items, each with a flow in force, of all entries that can be applied for. @returns their codes */
export async function takeUp(db: Db): Promise<readonly string[]> {
  // Powers of penalty, coercion, levy and inspection are nobody's to apply for (domain.md 3.1).
  await db.query(`INSERT INTO item (code, basic_code, name, type, department_id, guide)
    SELECT e.code, e.basic_code, e.name, e.type, d.ids[1 + e.n % array_length(d.ids, 1)], g.guide
    FROM (SELECT *, row_number() OVER (ORDER BY code) AS n FROM catalogue_entry
        WHERE kind = 'implementing' AND type NOT IN ('02', '03', '04', '06')) e
      CROSS JOIN (SELECT array_agg(id) AS ids FROM department WHERE kind = 'department') d
      CROSS JOIN (SELECT guide FROM item LIMIT 1) g
    ON CONFLICT DO NOTHING`);
  await db.query(`INSERT INTO flow_version (id, item_code, version, status, definition, sha256, findings, drafted_by, published_by, published_at)
    SELECT gen_random_uuid(), i.code, 1, 'published', v.definition, v.sha256, '[]', v.drafted_by, v.published_by, v.published_at
    FROM item i CROSS JOIN (SELECT * FROM flow_version WHERE status = 'published' ORDER BY item_code LIMIT 1) v
    WHERE NOT EXISTS (SELECT FROM flow_version o WHERE o.item_code = i.code)`);
  await db.query('VACUUM ANALYZE item, flow_version');
  const { rows } = await db.query<{ code: string }>('SELECT code FROM item ORDER BY code');
  return rows.map(({ code }) => code);
}

/** How long the gate takes over so many definitions, the demo's in turn (s). */
export function gateSeconds(count: number): number {
  const today = parseCivilDate('2026-06-15');
  if (today === undefined) throw new Error('expected a civil date, but it is none');
  const tools = { checkCondition, tryConditions, calendar: compileCalendar(nationalCalendar()), today };
  const begun = performance.now();
  for (let n = 0; n < count; n += 1) {
    const seed = itemSeeds[n % itemSeeds.length];
    if (seed === undefined) throw new Error('expected items of the demo, but there are none');
    checkFlow({ ...seed.definition }, tools);
  }
  return (performance.now() - begun) / 1_000;
}
