import { expect, it } from 'vitest';
import { localPage } from '../../../console/ui/local-page.ts';

it('pages a whole list without losing or repeating a row', () => {
  const all = Array.from({ length: 45 }, (_, i) => i);
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = localPage(all, { limit: '20', ...(cursor === undefined ? {} : { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(20);
    seen.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(all);
  expect(localPage([], { limit: '20' })).toEqual({ items: [], nextCursor: null });
});
