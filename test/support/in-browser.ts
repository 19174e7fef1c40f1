import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startCopy } from '../../demo/copy.ts';
import type { Copy } from '../../demo/copy.ts';
import type { Env } from '../../server/config.ts';
import { launchBrowser } from '../../tools/browser.ts';
import { leaveSeat, takeSeat } from './browser.ts';
import type { Seat, SeatOptions } from './browser.ts';
import { passwords } from './database.ts';
import { sharedServers } from './shared-servers.ts';

/** The product in front of a browser. */
export interface InBrowser {
  readonly url: string;
  /** A seat in front of it, as `takeSeat` opens one. */
  readonly seat: (o?: SeatOptions) => Promise<Seat>;
  /** The page of a new seat; `login`: a demo user who is signed in, `at`: the page opened. */
  readonly page: (login?: string, at?: string) => Promise<Page>;
  /** What went wrong on any seat so far, as sentences. */
  readonly wrongs: () => readonly string[];
}

/**
 * One product and one browser for all tests of a file, begun before the file's own hooks; `size` is that of its seats, `env` holds
 * settings of the product. A seat that is taken in a test ends with the test, one that is taken before ends with the file.
 */
export function inBrowser({ size, env = {} }: { size?: SeatOptions['size']; env?: Env } = {}): InBrowser {
  const seats: Seat[] = [];
  const left: Seat[] = [];
  let ofTest: Seat[] = [];
  let started: { readonly product: Copy; readonly browser: Browser } | undefined;
  beforeAll(async () => {
    const [product, browser] = await Promise.all([
      startCopy({ log: () => undefined, console: true, env, servers: { ...sharedServers(), passwords } }),
      launchBrowser(),
    ]);
    started = { product, browser };
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.product.destroy();
  });
  beforeEach(() => {
    ofTest = [];
  });
  // An open page hears what every later test does, asks for it and draws it: a file slowed down from test to test.
  afterEach(async () => {
    await Promise.all(ofTest.map(async (seat) => leaveSeat(there().product.url, seat)));
    left.push(...ofTest);
  });
  const there = () => {
    if (started === undefined) throw new Error('expected the product to be started, but no hook has run yet');
    return started;
  };
  const seat: InBrowser['seat'] = async (o = {}) => {
    const { product, browser } = there();
    const taken = await takeSeat(browser, product.url, { ...(size && { size }), ...o }, left.pop());
    seats.push(taken);
    ofTest.push(taken);
    return taken;
  };
  return {
    get url() {
      return there().product.url;
    },
    seat,
    page: async (login, at) =>
      (await seat({ ...(login !== undefined && { login }), ...(at !== undefined && { at }) })).page,
    wrongs: () => seats.flatMap(({ wrongs }) => wrongs),
  };
}
