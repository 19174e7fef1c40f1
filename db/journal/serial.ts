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
