/**
 * Gathers what comes while one statement is under way into the next: alone where nothing waits, together under load. Each item has
 * its own result; `runAll` answers them in order. A batch that throws is tried again item by item where `apart` says so, so that one
 * bad item spoils none of the others. At most `most` items go together.
 */
export function createBatcher<Item, Result>(o: {
  runAll: (items: readonly Item[]) => Promise<readonly Result[]>;
  apart: (error: unknown) => boolean;
  most: number;
}): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let busy = false;

  const runNext = async (): Promise<void> => {
    busy = true;
    for (let batch = waiting.splice(0, o.most); batch.length > 0; batch = waiting.splice(0, o.most)) {
      await settleAll(batch, o);
    }
    busy = false;
  };
  return async (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!busy) void runNext();
    });
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Never rejects: each item hears of its own end. */
async function settleAll<Item, Result>(
  batch: readonly Waiting<Item, Result>[],
  o: { runAll: (items: readonly Item[]) => Promise<readonly Result[]>; apart: (error: unknown) => boolean },
): Promise<void> {
  try {
    const results = await o.runAll(batch.map(({ item }) => item));
    batch.forEach(({ resolve, reject }, index) => {
      const result = results[index];
      if (result === undefined) reject(new Error('expected a result for each item of a batch'));
      else resolve(result);
    });
  } catch (error) {
    if (batch.length > 1 && o.apart(error)) for (const one of batch) await settleAll([one], o);
    else for (const { reject } of batch) reject(error);
  }
}
