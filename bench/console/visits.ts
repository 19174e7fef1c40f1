import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoPassword } from '../../db/seed/people.ts';
import { paths } from '../../console/paths.ts';
import { signInWith } from '../../tools/browser.ts';

/** A page that is measured: whose, where, what its content is, and the request that brings it. */
export interface Subject {
  readonly name: string;
  /** Who is signed in; null: an applicant on a phone, over a slow line. */
  readonly login: string | null;
  readonly path: string;
  /** CSS of the first thing people came for. */
  readonly content: string;
  readonly request: string;
}

/** One opening of a page: ms from the start of the navigation to its content and to the request of its list, how long that took, and the script that went over the line. */
export interface Opening {
  readonly contentMs: number;
  readonly apiMs: number;
  readonly askedMs: number;
  readonly scriptKb: number;
}

export interface Seen {
  readonly subject: Subject;
  readonly cold: readonly Opening[];
  readonly warm: readonly Opening[];
}

const longestMs = 30_000;

/** Opens a page so many times with nothing cached, then so many times again in one browser that has seen it. */
export async function visit(browser: Browser, o: { url: string; subject: Subject; repeats: number }): Promise<Seen> {
  const { url, subject, repeats } = o;
  const state = subject.login === null ? undefined : await signedIn(browser, url, subject.login);
  const fresh = async (): Promise<BrowserContext> =>
    browser.newContext({
      ...(state !== undefined && { storageState: state }),
      locale: 'zh-CN',
      viewport: state === undefined ? { width: 360, height: 720 } : { width: 1440, height: 900 },
    });
  const [cold, warm]: [Opening[], Opening[]] = [[], []];
  let kept = await fresh();
  for (let n = 0; n < repeats; n += 1) {
    await kept.close();
    kept = await fresh();
    cold.push(await open(kept, url, subject));
  }
  for (let n = 0; n < repeats; n += 1) warm.push(await open(kept, url, subject));
  await kept.close();
  return { subject, cold, warm };
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

async function signedIn(browser: Browser, url: string, login: string): Promise<State> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${url}${paths.signIn}`);
  await signInWith(page, login, demoPassword);
  const state = await context.storageState();
  await context.close();
  return state;
}

async function open(context: BrowserContext, url: string, subject: Subject): Promise<Opening> {
  const { path, content, request, login } = subject;
  const page = await context.newPage();
  if (login === null) await slowDown(page);
  await page.addInitScript(markOf(content));
  await page.goto(`${url}${path}`, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('content').length > 0, null, { timeout: longestMs });
  const entries: readonly Entry[] = JSON.parse(await page.evaluate(() => JSON.stringify(performance.getEntries())));
  await page.close();
  return openingOf(entries, request);
}

/** 400 kbit/s, and a processor half as fast. */
async function slowDown(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  const line = { downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 100 };
  await devTools.send('Network.emulateNetworkConditions', { offline: false, ...line });
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 2 });
}

interface Entry {
  readonly name: string;
  readonly startTime: number;
  readonly duration: number;
  readonly transferSize?: number;
}

function openingOf(entries: readonly Entry[], request: string): Opening {
  const content = entries.find(({ name }) => name === 'content');
  const asked = entries.find(({ name }) => URL.canParse(name) && new URL(name).pathname === request);
  const scripts = entries.filter(({ name }) => name.endsWith('.js'));
  return {
    contentMs: content?.startTime ?? NaN,
    askedMs: asked?.startTime ?? NaN,
    apiMs: asked?.duration ?? NaN,
    scriptKb: scripts.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0) / 1024,
  };
}

/** Text of a script that marks the first frame with the content in it. */
function markOf(content: string): string {
  return `{
    const watch = new MutationObserver(() => {
      if (document.querySelector(${JSON.stringify(content)}) === null) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark('content')));
    });
    watch.observe(document, { childList: true, subtree: true });
  }`;
}
