import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

const next = {
  name: 'serial-next',
  text: `INSERT INTO case_serial AS s (item_code, day, last) VALUES ($1, $2, 1)
    ON CONFLICT (item_code, day) DO UPDATE SET last = s.last + 1 RETURNING last`,
};

/**
 * The next 办件编号 of an item on a civil day (YYYY-MM-DD): 实施编码, YYYYMMDD, four digits or more from 0001. Inside the
 * transaction that files, so that a filing rolled back leaves no gap.
 */
export async function nextCaseNo(client: Queryable, itemCode: string, day: string): Promise<string> {
  const [row] = await run<{ last: number }>(client, next, [itemCode, day]);
  return `${itemCode}${day.replaceAll('-', '')}${String(row?.last).padStart(4, '0')}`;
}

const raise = {
  name: 'serial-raise',
  text: `INSERT INTO case_serial AS s (item_code, day, last) VALUES ($1, $2, $3)
    ON CONFLICT (item_code, day) DO UPDATE SET last = greatest(s.last, EXCLUDED.last)`,
};

/** Takes a number that was given before the database was restored to an earlier moment: it is not given again. */
export async function raiseSerial(db: Queryable, itemCode: string, caseNo: string): Promise<void> {
  const [, year, month, day, serial] = /^(\d{4})(\d\d)(\d\d)(\d+)$/.exec(caseNo.slice(itemCode.length)) ?? [];
  if (serial === undefined) throw new Error(`expected a number of ${itemCode}, but got ${caseNo}`);
  await run(db, raise, [itemCode, `${year}-${month}-${day}`, Number(serial)]);
}
