import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoPassword, people } from '../../db/seed/people.ts';

/** Takes from a page what came after Chromium 92, which is what the product promises to run on: our browser has it and would not tell. */
const asChromium92 = `
for (const name of ['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']) delete Array.prototype[name];
for (const name of ['hasOwn', 'groupBy']) delete Object[name];
for (const name of ['withResolvers', 'try']) delete Promise[name];
for (const name of ['canParse', 'parse']) delete URL[name];
for (const name of ['any', 'timeout']) delete AbortSignal[name];
for (const name of ['structuredClone', 'reportError', 'scheduler', 'navigation']) delete globalThis[name];
delete URLSearchParams.prototype.size;
delete Array.fromAsync;
delete AbortSignal.prototype.throwIfAborted;
delete Element.prototype.checkVisibility;
delete Document.prototype.startViewTransition;
`;

const usualSize = { width: 1440, height: 900 };

/** A page in a context of its own, what went wrong on it, and the end of it. */
export interface Seat {
  readonly page: Page;
  readonly context: BrowserContext;
  /**
   * Exceptions, console errors but those of refused or cut requests, and requests to other hosts, as sentences. What the browser shows a
   * PDF with is its own.
   */
  readonly wrongs: readonly string[];
}

/** What a seat may differ in. */
export interface SeatOptions {
  /** A demo user whose session the browser holds already: a test of the sign-in uses `enter` on the page instead. */
  readonly login?: string;
  /** The page it opens. Default: the sign-in for nobody, nothing yet for who is signed in. */
  readonly at?: string;
  readonly size?: { readonly width: number; readonly height: number };
}

/** Opens a seat in front of the product: a new one, or one that was left. */
export async function takeSeat(browser: Browser, url: string, o: SeatOptions = {}, left?: Seat): Promise<Seat> {
  const { page, context } = left ?? (await newSeat(browser));
  const wrongs = hear(page, url);
  if (o.size !== undefined || left !== undefined) await page.setViewportSize(o.size ?? usualSize);
  if (o.login !== undefined) await holdSession(context, url, o.login);
  const at = o.at ?? (o.login === undefined ? '/sign-in' : undefined);
  if (at !== undefined) await page.goto(`${url}${at}`);
  return { page, context, wrongs };
}

async function newSeat(browser: Browser): Promise<Pick<Seat, 'page' | 'context'>> {
  const context = await browser.newContext({ viewport: usualSize, locale: 'zh-CN', reducedMotion: 'reduce' });
  context.setDefaultTimeout(15_000);
  await context.addInitScript(asChromium92);
  return { page: await context.newPage(), context };
}

function hear(page: Page, url: string): string[] {
  const wrongs: string[] = [];
  page.on('pageerror', (error) => wrongs.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      wrongs.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const asked = request.url();
    if (!asked.startsWith(url) && !/^(data|blob|chrome|chrome-extension):/.test(asked))
      wrongs.push(`foreign host: ${asked}`);
  });
  return wrongs;
}

/**
 * Leaves a seat as if nobody had sat there: nothing kept, nobody signed in, no page but an empty one of the product. Who takes it next finds
 * the scripts compiled, which is half of what a page costs.
 */
export async function leaveSeat(url: string, { page, context }: Seat): Promise<void> {
  for (const heard of ['pageerror', 'console', 'request'] as const) page.removeAllListeners(heard);
  await Promise.all(context.pages().map(async (other) => (other === page ? undefined : other.close())));
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.emulateMedia({ media: null });
  await page.goto(`${url}/livez`);
  await page.evaluate('localStorage.clear(); sessionStorage.clear()');
  await context.clearCookies();
}

/** Every page loaded costs a second of both cores: who only needs to be signed in asks the API what the sign-in page would ask it. */
async function holdSession(context: BrowserContext, url: string, login: string): Promise<void> {
  const answer = await context.request.post(`${url}/api/v1/session`, { data: { login, password: demoPassword } });
  if (!answer.ok()) throw new Error(`expected ${login} to be signed in, but: ${await answer.text()}`);
}

/** Lets a page hear nothing of what others do: it still shows what stood there a moment ago, as a page that is slower than somebody else. */
export async function withoutLive(page: Page): Promise<void> {
  await page.route('**/api/v1/live', async (route) => route.abort());
}

/**
 * Ends the session behind the page's back and acts. What the page asks by itself meanwhile gets no answer: else that would be the first to
 * hear of it, and the dialog would stand in the way of the act.
 */
export async function withoutSession(page: Page, act: () => Promise<void>): Promise<void> {
  const api = '**/api/v1/**';
  await page.route(api, async (route) => {
    if (route.request().method() === 'GET') return route.abort();
    // Not before: each answer that is still on its way brings the cookie again.
    await page.context().clearCookies();
    return route.fallback();
  });
  await act();
  await page.getByRole('dialog', { name: '登录已失效' }).waitFor();
  await page.unroute(api);
}

/** Signs a demo user in with the one click of the sign-in page; answers the person's name. */
export async function enter(page: Page, login: string): Promise<string> {
  const name = people.find((person) => person.login === login)?.name ?? login;
  await page.getByRole('button', { name: `${name}（${login}）` }).click();
  // On a narrow screen the menu is folded away.
  await page.locator('nav[aria-label=主菜单]').waitFor({ state: 'attached' });
  return name;
}

/**
 * Findings of axe that are serious or critical, one sentence each: rule, place, what is wrong. What is found while something moves must
 * still be there when it is looked for again.
 */
export async function graveFindings(page: Page): Promise<readonly string[]> {
  const found = await lookOnce(page);
  if (found.length === 0) return found;
  const again = new Set(await lookOnce(page));
  return found.filter((finding) => again.has(finding));
}

async function lookOnce(page: Page): Promise<readonly string[]> {
  // The newer way opens a second page to gather what frames say: we have none, and it doubles the time. No rule of ours reads style sheets.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'], preload: false });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
    );
}
