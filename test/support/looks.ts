import type { Locator, Page } from 'playwright-core';

/** Keeps back what the page asks for there until it is let go. */
export async function hold(page: Page, pattern: string): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(pattern, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/** How far the open step of the drawing stands beyond the edges of what is seen of it, in pixels. */
export const cutOff = (page: Page) =>
  page.evaluate<number>(`(() => {
    const step = [...document.querySelectorAll('.react-flow__node')].find((at) => at.innerText.includes('▶'));
    const [seen, own] = [document.querySelector('.flow-picture'), step].map((at) => at.getBoundingClientRect());
    return Math.max(seen.left - own.left, own.right - seen.right, 0);
  })()`);

/** Steps of the drawing whose words do not fit their box. */
export const clipped = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('.react-flow__node > div')]
    .filter((at) => at.scrollHeight > at.clientHeight + 1 || at.scrollWidth > at.clientWidth + 1)
    .map((at) => at.innerText)`);

/** How much wider than the window the page is, in pixels. */
export const overhang = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Where the lower edge of something stands on the page, in pixels. */
export const bottomOf = async (at: Locator) => {
  await at.waitFor();
  const box = await at.boundingBox();
  return (box?.y ?? Infinity) + (box?.height ?? Infinity);
};

/** Headings, links and buttons on the screen on which something else lies, by their words. */
export const covered = (page: Page) =>
  page.evaluate<
    string[]
  >(`[...document.querySelectorAll('h1, main a, [role=main] a, [role=main] button, header button')]
    .filter((at) => {
      const { left, top, width, height } = at.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const seen = width > 1 && height > 1 && x > 0 && y > 0 && x < innerWidth && y < innerHeight;
      const hit = seen ? document.elementFromPoint(x, y) : at;
      return !at.contains(hit) && hit?.contains(at) !== true;
    })
    .map((at) => at.getAttribute('aria-label') ?? at.innerText)`);

/** How far the page is wider and higher than the screen, in pixels: 0 where it is moved neither way. */
export const beyond = (page: Page) =>
  page.evaluate<{ wider: number; higher: number }>(`(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { wider: Math.max(scrollWidth - innerWidth, 0), higher: Math.max(scrollHeight - innerHeight, 0) };
  })()`);

/** Heads of tables so narrow that their words stand one sign a line, by their words. */
export const squeezed = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('th')]
    .filter((at) => {
      const { paddingLeft, paddingRight, fontSize } = getComputedStyle(at);
      const room = at.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      return at.clientHeight > 1 && at.innerText.trim().length > 1 && at.querySelector('.hidden-text') === null && room < 1.9 * parseFloat(fontSize);
    })
    .map((at) => at.innerText)`);

/** What the open page has asked for so far but its icon, with the bytes that each takes on the line when nothing is cached. */
export const loadedBy = (page: Page) =>
  page.evaluate<[string, number][]>(
    `performance.getEntriesByType('resource')
      .map(({ name, encodedBodySize }) => [name, encodedBodySize])
      .filter(([name]) => !name.endsWith('icon.svg'))`,
  );
